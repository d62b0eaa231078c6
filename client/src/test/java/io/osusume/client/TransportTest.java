package io.osusume.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How the client bears a server that is busy, slow, broken, or none at all.
class TransportTest {
    private static final String MODEL = "{\"id\":\"m\",\"family\":\"hybrid\",\"servesLists\":true,\"created\":"
            + "\"2026-11-24T10:00:00Z\",\"users\":1,\"items\":2,\"titles\":3,\"settings\":{},\"metrics\":{},"
            + "\"somethingNew\":[1]}";

    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private ClientSettings settings() {
        return ClientSettings.of(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .withKey("osu_secret");
    }

    private OsusumeClient client(ClientSettings settings) {
        return OsusumeClient.of(settings, pauses::add);
    }

    /// Answers the first requests with these statuses, the others well.
    private void answering(String retryAfter, Integer... statuses) {
        server.createContext("/", exchange -> {
            int number = requests.getAndIncrement();
            exchange.getRequestBody().readAllBytes();
            if (number < statuses.length) {
                if (!retryAfter.isEmpty()) {
                    exchange.getResponseHeaders().set("Retry-After", retryAfter);
                }
                answer(exchange, statuses[number], "{\"detail\":\"not now\"}");
            } else {
                answer(exchange, 200, exchange.getRequestMethod().equals("GET") ? MODEL : "{\"token\":\"t\"}");
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Test
    void aBusyServerIsAskedAgainAsLongAsItSays() {
        answering("7", 503, 429);
        try (OsusumeClient client = client(settings())) {
            assertEquals("m", client.model().id(), "what a newer server says more is passed over");
        }
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(7)), pauses);
    }

    @Test
    void withoutAWordFromTheServerPausesGrow() {
        answering("", 503, 503, 503);
        try (OsusumeClient client = client(settings())) {
            client.model();
        }
        assertEquals(List.of(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800)), pauses);
    }

    @Test
    void retriesEndAndAPauseThatIsTooLongIsToldInstead() {
        answering("", 503, 503, 503, 503, 503, 503);
        try (OsusumeClient client = client(settings())) {
            OsusumeException busy = assertThrows(OsusumeException.class, client::model);
            assertEquals(503, busy.status());
            assertEquals("not now", busy.getMessage());
        }
        assertEquals(4, requests.get());
    }

    @Test
    void aPauseOverTheLimitIsNotWaited() {
        answering("3600", 429);
        try (OsusumeClient client = client(settings())) {
            OsusumeException busy = assertThrows(OsusumeException.class, client::model);
            assertEquals(Duration.ofHours(1), busy.retryAfter().orElseThrow());
        }
        assertEquals(List.of(), pauses);
    }

    @Test
    void whatMayHaveHappenedIsNotAskedTwice() {
        answering("1", 503);
        try (OsusumeClient client = client(settings())) {
            assertEquals(
                    503,
                    assertThrows(OsusumeException.class, client::createProfile).status());
        }
        assertEquals(1, requests.get());
        assertEquals(List.of(), pauses);
    }

    @Test
    void whatWasRefusedBeforeItBeganIsAskedAgain() {
        answering("1", 429);
        try (OsusumeClient client = client(settings())) {
            assertEquals("t", client.createProfile());
        }
        assertEquals(2, requests.get());
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (OsusumeClient client = client(ClientSettings.of(URI.create("http://127.0.0.1:" + free)))) {
            OsusumeException none = assertThrows(OsusumeException.class, () -> client.search("secret words", 1));
            assertEquals(
                    "GET /api/v1/search got no answer in 4 attempts, the last one: no connection", none.getMessage());
            assertEquals(0, none.status());
        }
        assertEquals(3, pauses.size());
    }

    @Test
    void aSlowAnswerIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                throw new UncheckedIOException(new IOException(stopped));
            }
        });
        ClientSettings hasty = settings()
                .withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(300))
                .withRetries(1, Duration.ofSeconds(1));
        try (OsusumeClient client = client(hasty)) {
            OsusumeException late = assertThrows(OsusumeException.class, client::model);
            assertTrue(
                    String.valueOf(late.getMessage())
                            .startsWith("GET /api/v1/model got no answer in 2 attempts, the last one: "),
                    late.getMessage());
        } finally {
            end.countDown();
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsGivenUp() {
        server.createContext("/", exchange -> answer(exchange, 200, " ".repeat(50_000)));
        try (OsusumeClient client = client(settings().withMaxBodyBytes(10_000).withRetries(0, Duration.ZERO))) {
            OsusumeException large = assertThrows(OsusumeException.class, client::model);
            assertEquals(
                    "GET /api/v1/model got no answer in 1 attempt: the answer is larger than 10000 bytes",
                    large.getMessage());
        }
    }

    @Test
    void whatIsNoAnswerOfOursIsSaidSo() {
        server.createContext("/", exchange -> answer(exchange, 200, "<html>"));
        try (OsusumeClient client = client(settings())) {
            assertEquals(
                    "the answer is not as expected: it cannot be read as Model; is this the address of an Osusume"
                            + " server?",
                    assertThrows(OsusumeException.class, client::model).getMessage());
        }
    }

    @Test
    void aKeyIsSentAndNeverShownAndNoRedirectIsFollowedWithIt() {
        List<String> seen = new ArrayList<>();
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            answer(exchange, 302, "{}");
        });
        try (OsusumeClient client = client(settings())) {
            assertEquals(
                    302, assertThrows(OsusumeException.class, client::model).status());
        }
        assertEquals(List.of("Bearer osu_secret"), seen);
        assertFalse(settings().toString().contains("osu_secret"), settings().toString());
        assertEquals(
                "key must be of visible ASCII characters",
                assertThrows(IllegalArgumentException.class, () -> settings().withKey("a\r\nX: y"))
                        .getMessage());
        assertEquals(
                "server must be like https://host:port, was ftp://x",
                assertThrows(IllegalArgumentException.class, () -> ClientSettings.of(URI.create("ftp://x")))
                        .getMessage());
    }
}
