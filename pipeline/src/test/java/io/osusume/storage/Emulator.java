package io.osusume.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A real emulator of Google Cloud Storage (fake-gcs-server) on loopback, and before it a proxy that does harm when
/// told
/// to. `.ci/gcs-emulator` builds it once.
public final class Emulator implements AutoCloseable {
    private final Process process;
    private final FaultyProxy proxy;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI direct;

    private Emulator(Process process, FaultyProxy proxy, URI direct) {
        this.process = process;
        this.proxy = proxy;
        this.direct = direct;
    }

    /// Starts one, or reports the test as skipped where it was not built.
    public static Emulator start() throws IOException, InterruptedException {
        Path program = Path.of(
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                        .orElse(System.getProperty("user.home") + "/.cache"),
                "osusume-gcs-emulator/fake-gcs-server");
        boolean there = Files.isExecutable(program);
        assumeTrue(there, program + " is missing: .ci/gcs-emulator builds it (needs Go)");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        URI direct = URI.create("http://127.0.0.1:" + port);
        FaultyProxy proxy = FaultyProxy.before(direct);
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-scheme=http",
                        "-host=127.0.0.1",
                        "-port=" + port,
                        "-backend=memory",
                        "-log-level=error",
                        "-external-url=" + proxy.address())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Emulator emulator = new Emulator(process, proxy, direct);
        emulator.await();
        return emulator;
    }

    private void await() throws InterruptedException {
        for (int attempt = 0; attempt < 600; attempt++) {
            try {
                send(HttpRequest.newBuilder(direct.resolve("/storage/v1/b?project=emulator")));
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("the emulator did not start at " + direct);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public FaultyProxy proxy() {
        return proxy;
    }

    public void bucket(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(direct.resolve("/storage/v1/b?project=emulator"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"" + name + "\"}")));
        if (answer.statusCode() != 200) {
            throw new IOException("the emulator answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /// Settings that speak to it by the proxy.
    StorageSettings settings() {
        StorageSettings usual = StorageSettings.DEFAULTS;
        return new StorageSettings(
                        Optional.empty(),
                        usual.connectTimeout(),
                        java.time.Duration.ofSeconds(2),
                        usual.attempts(),
                        java.time.Duration.ofSeconds(60),
                        3,
                        256 << 10,
                        64 << 20)
                .at(proxy.address());
    }

    @Override
    public void close() {
        proxy.close();
        client.shutdownNow();
        client.close();
        process.destroy();
    }

    /// Bytes that differ at every place.
    static byte[] noise(int size, int seed) {
        byte[] bytes = new byte[size];
        new java.util.Random(seed).nextBytes(bytes);
        return bytes;
    }

    static byte[] all(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }
}
