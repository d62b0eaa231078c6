package io.osusume.web;

import static io.osusume.web.FaultLoad.Use.ASK;
import static io.osusume.web.FaultLoad.Use.LOOK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.gate.GateSettings;
import io.osusume.gate.RequestLines;
import io.osusume.gate.TrustedProxies;
import io.osusume.metrics.Metrics;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.TwoWorlds;
import io.osusume.serving.ModelSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Clients that are slow by design, many of them, while others use the server: the slow ones are shown out, the others
/// notice nothing. A client may stand still for a second here.
class SlowClientsTest {
    private static final int MANY = 60;

    private final Metrics metrics = new Metrics("test");
    private TestServer server;
    private FaultLoad load;

    @BeforeEach
    void start() throws Exception {
        GateSettings gate = new GateSettings(
                metrics,
                TrustedProxies.NONE,
                RequestLines.NONE,
                Duration.ofSeconds(1),
                4096,
                Duration.ZERO,
                Duration.ofSeconds(10));
        server = TestServer.start(
                ModelSource.fixed(new RecommendationService(TwoWorlds.loaded())),
                ApiSettings.OPEN,
                PageServices.NONE,
                new Operation(gate, Optional.empty()));
        load = FaultLoad.on(server, 0);
    }

    @AfterEach
    void stop() throws Exception {
        load.close();
        server.close();
    }

    /// Opens many connections, sends a start on each, then a drop now and then until the server ends it, and gives what
    /// came back on each.
    private List<String> slow(String start, String drop) throws Exception {
        load.mark();
        List<String> answers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int k = 0; k < MANY; k++) {
            threads.add(Thread.startVirtualThread(() -> {
                String answer = drip(start, drop);
                synchronized (answers) {
                    answers.add(answer);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        load.awaitMore(20);
        assertEquals("200", load.answers(ASK));
        assertEquals("200", load.answers(LOOK));
        assertEquals(MANY, answers.size());
        return answers;
    }

    private String drip(String start, String drop) {
        StringBuilder answer = new StringBuilder();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            long began = System.nanoTime();
            while (System.nanoTime() - began < Duration.ofMinutes(1).toNanos()) {
                try {
                    int read = in.read();
                    if (read < 0) {
                        return answer.toString();
                    }
                    answer.append((char) read);
                } catch (SocketTimeoutException nothingYet) {
                    socket.getOutputStream().write(drop.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            return "still open after a minute";
        } catch (IOException reset) {
            return answer.toString();
        }
    }

    private void assertNobodyIsLeftInside() throws Exception {
        load.close();
        load.await("nobody is inside", () -> inFlight().equals("0.0"));
    }

    private String inFlight() {
        return metrics.text()
                .lines()
                .filter(line -> line.startsWith("osusume_http_in_flight "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .findFirst()
                .orElse("absent");
    }

    @Test
    void headersThatComeDropByDropEndTheConnection() throws Exception {
        List<String> answers = slow("GET / HTTP/1.1\r\nHost: x\r\n", "X: y\r\n");
        answers.forEach(answer -> assertEquals("", answer));
        assertNobodyIsLeftInside();
    }

    @Test
    void aBodyThatComesDropByDropEndsTheConnection() throws Exception {
        List<String> answers = slow(post(100_000), " ");
        answers.forEach(answer -> assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 408 "), answer));
        assertNobodyIsLeftInside();
    }

    @Test
    void aBodyThatStopsIsAnsweredWith408() throws Exception {
        List<String> answers = slow(post(100), "");
        answers.forEach(answer -> assertTrue(answer.startsWith("HTTP/1.1 408 "), answer));
        assertNobodyIsLeftInside();
    }

    private static String post(int length) {
        return "POST /api/v1/recommendations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n[";
    }

    @Test
    void aConnectionOnWhichNothingComesIsEnded() throws Exception {
        slow("", "").forEach(answer -> assertEquals("", answer));
    }

    @Test
    void aClientThatTakesNoAnswersIsShownOut() throws Exception {
        AtomicInteger ended = new AtomicInteger();
        load.mark();
        byte[] asks = "GET /titles/10 HTTP/1.1\r\nHost: x\r\n\r\n".repeat(4_000).getBytes(StandardCharsets.ISO_8859_1);
        List<Thread> threads = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            threads.add(Thread.startVirtualThread(() -> {
                try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.server().port())) {
                    while (true) {
                        socket.getOutputStream().write(asks);
                    }
                } catch (IOException shownOut) {
                    ended.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        load.awaitMore(20);
        assertEquals(4, ended.get());
        assertEquals("200", load.answers(ASK));
        assertNobodyIsLeftInside();
    }
}
