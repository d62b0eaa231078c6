package io.osusume.web;

import static io.osusume.web.TestServer.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.gate.GateSettings;
import io.osusume.gate.RequestLines;
import io.osusume.gate.TrustedProxies;
import io.osusume.logs.CapturedLog;
import io.osusume.logs.Logs;
import io.osusume.profiles.Database;
import io.osusume.profiles.DatabaseSettings;
import io.osusume.profiles.ProfileLimits;
import io.osusume.profiles.ProfileStore;
import io.osusume.profiles.StoreTrouble;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import io.osusume.serving.ModelSource;
import io.osusume.serving.ModelState;
import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Telemetry;
import io.osusume.telemetry.Work;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an operator sees of the server, and decides about it.
class OperationTest {
    private static final ModelSource SMALL = ModelSource.fixed(new RecommendationService(SmallModel.loaded()));

    @TempDir
    Path folder;

    private static GateSettings gate(Telemetry telemetry, TrustedProxies proxies) {
        return new GateSettings(
                telemetry,
                proxies,
                RequestLines.ALL,
                Duration.ofSeconds(30),
                4096,
                Duration.ZERO,
                Duration.ofSeconds(10));
    }

    private static TestServer server(ApiSettings api, GateSettings gate) {
        return TestServer.start(SMALL, api, PageServices.NONE, new Operation(gate, Optional.empty()));
    }

    private static String id(HttpResponse<String> response) {
        return response.headers().firstValue("X-Request-Id").orElse("none");
    }

    @Test
    void everyAnswerHasAnIdAndErrorsNameIt() throws Exception {
        try (TestServer server = TestServer.start()) {
            String made = id(server.get("/"));
            assertTrue(made.matches("[0-9a-f]{32}"), made);
            assertEquals("my-id.1", id(server.get("/", "X-Request-Id", "my-id.1")));
            assertTrue(id(server.get("/", "X-Request-Id", "not <so>")).matches("[0-9a-f]{32}"));

            HttpResponse<String> problem = server.get("/api/v1/titles/x", "X-Request-Id", "p1");
            assertEquals(400, problem.statusCode());
            assertEquals("p1", TestServer.json(problem).get("requestId").asString());
            assertEquals("p1", id(problem));
            HttpResponse<String> page = server.get("/nowhere", "X-Request-Id", "p2");
            assertTrue(page.body().contains("name this request: <code>p2</code>"), page.body());
            assertEquals("p3", id(server.get("/static/osusume.css", "X-Request-Id", "p3")));
        }
    }

    /// What came back on a connection of its own.
    private static String raw(TestServer server, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | GET /%zz HTTP/1.1        | the request cannot be read",
                "400 | GET /secret HTTP/1.1~x   | the request cannot be read",
                "400 | secret                   | the request cannot be read",
                "505 | GET /secret HTTP/7.1     | the server cannot answer just now",
                "431 | GET / HTTP/1.1~X-Long: # | the headers of the request are too large",
                "414 | GET /# HTTP/1.1          | the address of the request is too long",
            })
    void aRequestThatCannotBeReadGetsAProblemWithoutAnythingOfIt(int status, String start, String detail)
            throws IOException {
        try (TestServer server = TestServer.start()) {
            String request = start.strip().replace("#", "a".repeat(20_000)).replace("~", "\r\n");
            String answer = raw(server, request + "\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
            assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
            JsonNode problem = JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
            assertEquals(detail.strip(), problem.get("detail").asString());
            assertTrue(
                    answer.contains("X-Request-Id: " + problem.get("requestId").asString()), answer);
            assertFalse(answer.contains("secret") || answer.contains("Jetty") || answer.contains("Exception"), answer);
        }
    }

    @Test
    void clientsBehindATrustedProxyAreToldApart() throws Exception {
        GateSettings gate = gate(Telemetry.NONE, TrustedProxies.of(List.of("127.0.0.0/8")));
        try (TestServer server = server(new ApiSettings(1, 0, List.of()), gate)) {
            assertEquals(200, asked(server, "X-Forwarded-For", "203.0.113.1"));
            assertEquals(429, asked(server, "X-Forwarded-For", "203.0.113.1"));
            assertEquals(200, asked(server, "X-Forwarded-For", "203.0.113.2"));
            assertEquals(429, asked(server, "X-Forwarded-For", "198.51.100.1, 203.0.113.2"), "invented before it");
        }
    }

    @Test
    void anyoneElseCannotPretendToBeAnother() throws Exception {
        try (TestServer server = server(new ApiSettings(1, 0, List.of()), gate(Telemetry.NONE, TrustedProxies.NONE))) {
            assertEquals(200, asked(server, "X-Forwarded-For", "203.0.113.1"));
            assertEquals(429, asked(server, "X-Forwarded-For", "203.0.113.2"));
        }
    }

    private static int asked(TestServer server, String... headers) throws Exception {
        return server.get("/api/v1/model", headers).statusCode();
    }

    @Test
    void theCookieIsForTlsAloneWhereATrustedProxySpeaksIt() throws Exception {
        GateSettings gate = gate(Telemetry.NONE, TrustedProxies.of(List.of("127.0.0.1")));
        try (TestServer server = TestServer.keeping(SMALL, new Operation(gate, Optional.empty()))) {
            assertTrue(cookie(server, "https").contains("Secure"));
            assertTrue(cookie(server, "http, HTTPS").contains("Secure"), "the nearest proxy counts");
            assertFalse(cookie(server, "http").contains("Secure"));
        }
    }

    private static HttpResponse<String> keep(TestServer server) throws Exception {
        return server.post("/list", "application/x-www-form-urlencoded", "pick=1:9&pick=6&pick=20");
    }

    private static String cookie(TestServer server, String scheme) throws Exception {
        HttpResponse<String> kept = server.send(HttpRequest.newBuilder(URI.create(server.address("/list")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-Proto", scheme)
                .POST(BodyPublishers.ofString("pick=1:9")));
        return kept.headers().firstValue("Set-Cookie").orElse("none");
    }

    @Test
    void itIsReadyOnlyWithAModelAndAStoreThatAnswers() throws Exception {
        AtomicReference<ModelState> state = new AtomicReference<>(new ModelState.Missing("no champion", "train"));
        Database database = Database.open(DatabaseSettings.sqlite(folder.resolve("profiles.db")));
        Operation operation = new Operation(GateSettings.DEFAULT, Optional.of(database::ping));
        try (TestServer server = TestServer.start(state::get, ApiSettings.OPEN, PageServices.NONE, operation)) {
            assertEquals(200, server.get("/health/live").statusCode());
            assertProblem(server.get("/health/ready"), 503, "no champion; run: train");

            state.set(SMALL.get());
            HttpResponse<String> ready = server.get("/health/ready");
            assertEquals("{\"status\":\"ready\",\"model\":\"small-1\"}", ready.body());

            database.close();
            Thread.sleep(1_100); // one look serves all who ask within a second
            assertProblem(server.get("/health/ready"), 503, "the store of profiles cannot be asked");
            assertEquals(200, server.get("/health/live").statusCode());
        }
    }

    @Test
    void aFullStoreSaysWhatIsSafeAndWhoCanHelp() throws Exception {
        try (Database database = Database.open(DatabaseSettings.sqlite(folder.resolve("profiles.db")))) {
            ProfileStore store = new ProfileStore(database, ProfileLimits.DEFAULT, InstantSource.system());
            PageServices services = new PageServices(Optional.of(store), List.of(), Optional::empty);
            try (TestServer server = TestServer.start(SMALL, ApiSettings.OPEN, services, Operation.USUAL)) {
                StoreTrouble.limitPages(database, 1);
                HttpResponse<String> page = keep(server);
                for (int k = 0; k < 1_000 && page.statusCode() == 303; k++) { // what room is left on its pages
                    page = keep(server);
                }
                assertEquals(507, page.statusCode());
                assertTrue(page.headers().firstValue("Retry-After").isEmpty(), "time alone does not help");
                assertTrue(
                        page.body()
                                .contains(
                                        "there is no room here to keep more: nothing of this change was kept, all that was"
                                                + " kept before is whole and can be read and taken with you; the operator must make"
                                                + " room"),
                        page.body());
                assertEquals(200, server.get("/recommendations?pick=1:9").statusCode());
            }
        }
    }

    /// Two requests on one connection, as through a proxy: the second cookie begins like the first but for the case.
    @Test
    void aCookieIsReadAsItWasSentWhateverCameBeforeOnTheConnection() throws Exception {
        try (TestServer server = TestServer.keeping(new RecommendationService(SmallModel.loaded()))) {
            String cookie = "";
            while (!cookie.matches("osusume-profile=[A-Z].*")) {
                cookie = server.post("/list", "application/x-www-form-urlencoded", "pick=1:9")
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow()
                        .split(";", 2)[0];
            }
            String start = cookie.substring(0, "osusume-profile=x".length()).toLowerCase(Locale.ROOT);
            String answers = raw(
                    server,
                    "GET /data HTTP/1.1\r\nHost: x\r\nCookie: " + start
                            + "\r\n\r\nGET /data HTTP/1.1\r\nHost: x\r\nCookie: " + cookie
                            + "\r\nConnection: close\r\n\r\n");
            assertTrue(answers.contains("Nothing is kept of you here."), "the first is nobody");
            assertTrue(answers.contains("name=\"form-token\""), "the second is the fan");
        }
    }

    @Test
    void moreConnectionsThanAreAllowedWait() throws Exception {
        GateSettings two = new GateSettings(
                Telemetry.NONE,
                TrustedProxies.NONE,
                RequestLines.NONE,
                Duration.ofSeconds(30),
                2,
                Duration.ZERO,
                Duration.ofSeconds(10));
        String request = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
        try (TestServer server = server(ApiSettings.OPEN, two);
                Socket one = asked(server, request);
                Socket other = asked(server, request)) {
            assertEquals('H', one.getInputStream().read());
            assertEquals('H', other.getInputStream().read());
            try (Socket third = asked(server, request)) {
                third.setSoTimeout(500);
                assertThrows(
                        SocketTimeoutException.class,
                        () -> third.getInputStream().read());
                one.shutdownOutput(); // the server ends its half too
                third.setSoTimeout(20_000);
                assertEquals('H', third.getInputStream().read(), "its turn has come");
            }
        }
    }

    private static Socket asked(TestServer server, String request) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server().port());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    @Test
    void aStoreThatHangsDoesNotKeepTheAnswerWaiting() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        Operation operation = new Operation(GateSettings.DEFAULT, Optional.of(() -> await(hangs)));
        try (TestServer server = TestServer.start(SMALL, ApiSettings.OPEN, PageServices.NONE, operation)) {
            assertProblem(
                    server.get("/health/ready"), 503, "the store of profiles has not answered within 1 s; see the log");
            hangs.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /// Remembers how requests ended.
    private static final class Ends implements Telemetry {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public Running begins(Work work) {
            return outcome -> {
                if (work instanceof Work.Request(String method, String _)
                        && outcome instanceof Outcome.Answered(String route, int status)) {
                    seen.add(method + " " + route + " " + status);
                }
            };
        }

        @Override
        public void filtered(Map<String, Integer> byRule) {}
    }

    @Test
    void requestsAreKnownByTheTemplateOfTheirPath() throws Exception {
        Ends ends = new Ends();
        try (TestServer server = server(new ApiSettings(1, 0, List.of()), gate(ends, TrustedProxies.NONE))) {
            server.get("/titles/20?pick=1:9");
            server.get("/titles/4711");
            server.get("/api/v1/titles/20");
            server.get("/api/v1/titles/20");
            server.get("/nowhere/secret");
            server.post("/titles/20", "text/plain", "");
            server.send(HttpRequest.newBuilder(URI.create(server.address("/taste")))
                    .method("SECRET", BodyPublishers.noBody()));
            raw(server, "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        assertEquals(
                List.of(
                        "GET /titles/{id} 200",
                        "GET /titles/{id} 404",
                        "GET /api/v1/titles/{id} 200",
                        "GET /api/v1/titles/{id} 429",
                        "GET none 404",
                        "POST none 405",
                        "OTHER none 405",
                        "OTHER none 400"),
                ends.seen);
    }

    @Test
    void theLogHasALineForEachRequest() throws Exception {
        String lines;
        try (CapturedLog log = new CapturedLog(Logs.Form.JSON)) {
            try (TestServer server = server(ApiSettings.OPEN, gate(Telemetry.NONE, TrustedProxies.NONE))) {
                server.get("/titles/20?pick=1:9", "X-Request-Id", "r1");
                server.get("/api/v1/titles/x", "X-Request-Id", "r2");
            }
            lines = log.end();
        }
        List<JsonNode> all = lines.lines().map(JsonMapper.shared()::readTree).toList();
        assertEquals(2, all.size(), lines);
        JsonNode first = all.getFirst();
        assertEquals("r1", first.get("request").asString());
        assertEquals("GET", first.get("method").asString());
        assertEquals("/titles/{id}", first.get("route").asString());
        assertEquals(200, first.get("status").asInt());
        assertTrue(first.get("ms").asDouble() > 0, lines);
        assertEquals("small-1", first.get("model").asString());
        assertEquals("INFO", first.get("level").asString());
        assertEquals(400, all.get(1).get("status").asInt());
    }
}
