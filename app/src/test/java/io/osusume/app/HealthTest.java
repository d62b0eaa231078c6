package io.osusume.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `health` says what the server says, and when there is none.
class HealthTest {
    @Test
    void aServerThatIsReadyIsSuccess() throws IOException {
        try (Server server = new Server(200, "{}")) {
            CommandRun.in(Path.of("unused"), "health", "--port", server.port()).done();
        }
    }

    @Test
    void aServerThatIsNotReadyIsAFailureWithItsReason() throws IOException {
        try (Server server = new Server(503, "{\"detail\":\"no champion\"}")) {
            CommandRun.in(Path.of("unused"), "health", "--port", server.port())
                    .assertFailure(
                            1,
                            "the server at http://127.0.0.1:" + server.port()
                                    + "/health/ready is not ready: it answered" + " 503, {\"detail\":\"no champion\"}");
        }
    }

    @Test
    void noServerIsAFailure() throws IOException {
        String port;
        try (Server server = new Server(200, "")) {
            port = server.port();
        }
        CommandRun.in(Path.of("unused"), "health", "--port", port)
                .assertFailure(
                        1, "no server answers at http://127.0.0.1:" + port + "/health/ready (Connection refused)");
    }

    /// Answers every request in one way.
    private record Server(HttpServer http) implements AutoCloseable {
        Server(int status, String body) throws IOException {
            this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            http.createContext("/health/ready", exchange -> {
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            http.start();
        }

        String port() {
            return String.valueOf(http.getAddress().getPort());
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
