package io.osusume.app;

import io.osusume.app.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Asks the server of this computer whether it is ready: the health check of an image that has no other program.
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Asks the server of this computer whether it is ready; fails with its answer if it is not.",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume health --port 9000")
final class HealthCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 4096;

    @Mixin
    Workplace workplace = new Workplace();

    @Option(names = "--port", paramLabel = "P", description = "The port it listens on (default: setting serve.port).")
    @Nullable
    Integer port;

    @Override
    public Integer call() {
        workplace.assign(Setting.SERVE_PORT, port);
        String address = "http://127.0.0.1:" + workplace.settings().integer(Setting.SERVE_PORT) + "/health/ready";
        try {
            HttpURLConnection asked =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            asked.setConnectTimeout((int) LONGEST.toMillis());
            asked.setReadTimeout((int) LONGEST.toMillis());
            int status = asked.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new CommandFailure(
                        "the server at " + address + " is not ready: it answered " + status + ", " + body(asked));
            }
        } catch (IOException failed) {
            throw new CommandFailure("no server answers at " + address + " (" + failed.getMessage() + ")");
        }
        workplace.print("ready");
        return 0;
    }

    private static String body(HttpURLConnection asked) throws IOException {
        InputStream error = asked.getErrorStream();
        if (error == null) {
            return "without a reason";
        }
        try (error) {
            return new String(error.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
        }
    }
}
