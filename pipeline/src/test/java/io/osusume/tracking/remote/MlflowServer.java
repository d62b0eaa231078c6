package io.osusume.tracking.remote;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real MLflow server on a free port of this computer, from the virtual environment that `.ci/python` makes. Without
/// it
/// tests are skipped with the reason; where `CI=true` they fail.
final class MlflowServer implements AutoCloseable {
    private final Process process;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    private MlflowServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static MlflowServer start(Path folder) throws IOException, InterruptedException {
        Path python = python();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path log = folder.resolve("mlflow.log");
        ProcessBuilder builder = new ProcessBuilder(
                        python.toString(),
                        "-m",
                        "mlflow",
                        "server",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--workers",
                        "1",
                        "--backend-store-uri",
                        "sqlite:///" + folder.resolve("mlflow.db"),
                        "--artifacts-destination",
                        folder.resolve("artifacts").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
        builder.environment().put("DO_NOT_TRACK", "true");
        MlflowServer server = new MlflowServer(builder.start(), "http://127.0.0.1:" + port);
        while (!server.answers()) {
            if (!server.process.isAlive()) {
                throw new IOException("MLflow ended: " + Files.readString(log));
            }
            Thread.sleep(100);
        }
        return server;
    }

    private static Path python() {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        Path python = Path.of(System.getenv().getOrDefault("OSUSUME_PYTHON", cache + "/osusume/python/bin/python"));
        if (!Files.isExecutable(python)) {
            String reason = python + " is missing; .ci/python makes it";
            if ("true".equals(System.getenv("CI"))) {
                fail(reason);
            }
            abort("skipped: " + reason);
        }
        return python;
    }

    private boolean answers() throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(address + "/health"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String address() {
        return address;
    }

    /// What the server's API says.
    JsonNode get(String path, Map<String, String> query) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(text("/api/2.0/mlflow/" + path + TrackerClient.query(query)));
    }

    String text(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(client.send(
                                HttpRequest.newBuilder(URI.create(address + "/api/2.0/mlflow/" + path))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    @Override
    public void close() {
        client.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
