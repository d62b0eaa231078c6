package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server as a process, as its operator sees it: how it ends, its log, its metrics and its traces.
@ExtendWith(TrainedOnce.class)
class ServeOperationTest {
    private static final Pattern PORT =
            Pattern.compile("serving \\S+ at http://localhost:(\\d+) \\(Ctrl-C ends it\\)\n");
    private static final int TRIES = 10;
    private static final String LIST = "[{\"itemId\": 9253}]";

    @TempDir
    Path folder;

    private Path artifacts = Path.of("");

    @BeforeEach
    void takeAChampion(TrainedOnce.Trained trained) throws IOException {
        artifacts = trained.copyTo(folder.resolve("artifacts"));
    }

    private OwnProcess serve(String... settings) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("serve", "--port", "0", "--set", "log.format=json"));
        for (String setting : settings) {
            words.addAll(List.of("--set", setting));
        }
        OwnProcess server = OwnProcess.start(folder, artifacts, words.toArray(String[]::new));
        server.await("the address was shown", () -> PORT.matcher(outOf(server)).matches());
        return server;
    }

    private static int port(OwnProcess server) throws IOException {
        Matcher shown = PORT.matcher(server.out());
        assertTrue(shown.matches());
        return Integer.parseInt(shown.group(1));
    }

    private static String outOf(OwnProcess server) {
        try {
            return server.out();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// All lines of the log so far.
    private static List<JsonNode> log(OwnProcess server) throws IOException {
        return server.err().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static String head(String method, String path, int length) {
        return method + " " + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n";
    }

    /// One request on a connection of its own.
    ///
    /// @return all of the answer, empty for none
    private static String ask(int port, String method, String path, String body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((head(method, path, body.length()) + body).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException none) {
            return "";
        }
    }

    @Test
    void whoHeedsReadinessLosesNoRequestWhenTheServerEnds() throws IOException, InterruptedException {
        try (OwnProcess server = serve("serve.drain-delay=2", "metrics.port=none", "serve.rate=0")) {
            int port = port(server);
            AtomicInteger sent = new AtomicInteger();
            List<String> unanswered = new CopyOnWriteArrayList<>();
            List<Thread> clients = new ArrayList<>();
            for (int k = 0; k < 5; k++) {
                clients.add(Thread.ofPlatform().start(() -> {
                    while (true) {
                        sent.incrementAndGet();
                        String ready = ask(port, "GET", "/health/ready", "");
                        if (ready.startsWith("HTTP/1.1 503 ") && ready.contains("the server is about to end")) {
                            return; // as a load balancer stops sending requests here
                        }
                        sent.incrementAndGet();
                        String answer = ask(port, "POST", "/api/v1/recommendations?n=3", LIST);
                        if (!ready.startsWith("HTTP/1.1 200 ") || !answer.startsWith("HTTP/1.1 200 ")) {
                            unanswered.add(ready + answer);
                            return;
                        }
                    }
                }));
            }
            server.await("a hundred requests were sent", () -> sent.get() > 100);
            server.signal("TERM");
            for (Thread client : clients) {
                client.join();
            }
            assertEquals(143, server.end());
            assertEquals(List.of(), unanswered);
            long answered = log(server).stream()
                    .filter(line -> line.path("message").asString().equals("answered"))
                    .count();
            assertEquals(sent.get(), answered, "the last lines of the log are written too");
        }
    }

    @Test
    void whatIsBeingAnsweredMayFinish() throws IOException, InterruptedException {
        try (OwnProcess server = serve("metrics.port=none");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(server))) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            String head = head("POST", "/api/v1/recommendations?n=3", LIST.length());
            out.write(
                    head.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            String begun = "HTTP/1.1 100 Continue\r\n\r\n"; // sent when the body is asked for
            assertEquals(begun, new String(socket.getInputStream().readNBytes(begun.length()), StandardCharsets.UTF_8));
            out.write('[');
            server.signal("TERM");
            server.await(
                    "no more connections are taken",
                    () -> ask(portOf(server), "GET", "/health/live", "").isEmpty());
            out.write(LIST.substring(1).getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
            assertEquals(143, server.end());
        }
    }

    private static int portOf(OwnProcess server) {
        try {
            return port(server);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theServerEndsThoughAClientDoesNot() throws IOException, InterruptedException {
        try (OwnProcess server = serve("metrics.port=none", "serve.drain-limit=1");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(server))) {
            socket.getOutputStream()
                    .write((head("POST", "/api/v1/recommendations", 100) + "[").getBytes(StandardCharsets.UTF_8));
            server.await("the request is being read", () -> true);
            server.signal("TERM");
            assertEquals(143, server.end());
        }
    }

    @Test
    void metricsAreServedWhereTheLogSays() throws IOException, InterruptedException {
        try (OwnProcess server = serve("metrics.port=0")) {
            int port = port(server);
            assertTrue(ask(port, "POST", "/api/v1/recommendations?n=3", LIST).startsWith("HTTP/1.1 200 "));
            String address = log(server).getFirst().get("address").asString();
            assertTrue(address.matches("http://127\\.0\\.0\\.1:\\d+/metrics"), address);
            int metrics = Integer.parseInt(address.replaceAll(".*:(\\d+)/.*", "$1"));
            String page = ask(metrics, "GET", "/metrics", "");
            for (String series : List.of(
                    "osusume_http_request_seconds_count{method=\"POST\",route=\"/api/v1/recommendations\",status=\"2xx\"} 1\n",
                    "osusume_model_info{family=\"ease\",model=\"ease-",
                    "osusume_model_load_seconds_count{outcome=\"ok\"} 1\n",
                    "osusume_champion_refused 0.0\n",
                    "osusume_admission_working 0.0\n",
                    "osusume_store_seconds_count{access=\"write\",outcome=\"ok\"} ",
                    "jvm_memory_used_bytes{area=\"heap\"} ")) {
                assertTrue(page.contains(series), () -> series + " is not in " + page);
            }
            assertTrue(ask(port, "GET", "/metrics", "").startsWith("HTTP/1.1 404 "), "not among the pages");
        }
    }

    @Test
    void aTakenPortForMetricsIsAFailureIfItWasAskedFor() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            CommandRun.in(artifacts, "serve", "--port", "0", "--set", "metrics.port=" + taken.getLocalPort())
                    .assertFailure(
                            1,
                            "port " + taken.getLocalPort() + " at 127.0.0.1 cannot be listened on for metrics (Address"
                                    + " already in use); choose another with the setting metrics.port, or none");
        }
    }

    /// Another program on this computer may have that port, and go at any moment.
    @Test
    void withoutTheUsualPortForMetricsTheServerStartsAndSaysSo() throws IOException, InterruptedException {
        for (int k = 0; k < TRIES; k++) {
            try (Taken _ = Taken.usual();
                    OwnProcess server = serve()) {
                JsonNode line = log(server).getFirst();
                if (line.path("message").asString().equals("metrics are served")) {
                    continue; // it was another program's, which has just gone
                }
                assertEquals("WARN", line.get("level").asString());
                assertEquals(
                        "no metrics are served: port 9464 at 127.0.0.1 cannot be listened on for metrics (Address already"
                                + " in use); choose another with the setting metrics.port, or none",
                        line.get("message").asString());
                return;
            }
        }
        fail("the usual port was free in each of " + TRIES + " tries, though it had been taken");
    }

    /// The usual port of metrics, taken here unless another program has it.
    private record Taken(Optional<ServerSocket> socket) implements AutoCloseable {
        static Taken usual() throws IOException {
            try {
                return new Taken(Optional.of(new ServerSocket(9464, 1, InetAddress.ofLiteral("127.0.0.1"))));
            } catch (BindException byAnother) {
                return new Taken(Optional.empty());
            }
        }

        @Override
        public void close() throws IOException {
            if (socket.isPresent()) {
                socket.get().close();
            }
        }
    }

    @Test
    void tracesAreSentWhereTheSettingSaysTheLastOnesAtTheEnd() throws IOException, InterruptedException {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            try (exchange;
                    InputStream body = new GZIPInputStream(exchange.getRequestBody())) {
                bodies.add(new String(body.readAllBytes(), StandardCharsets.ISO_8859_1));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        collector.start();
        String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
        try (OwnProcess server = serve("metrics.port=none", "tracing.endpoint=" + endpoint)) {
            assertTrue(ask(port(server), "POST", "/api/v1/recommendations?n=3", LIST)
                    .startsWith("HTTP/1.1 200 "));
            server.signal("TERM");
            assertEquals(143, server.end());
        } finally {
            collector.stop(0);
        }
        String all = String.join("", bodies);
        for (String word :
                List.of("POST /api/v1/recommendations", "recommend", "load model", "store write", "osusume")) {
            assertTrue(all.contains(word), () -> word + " is not in what came: " + all);
        }
    }
}
