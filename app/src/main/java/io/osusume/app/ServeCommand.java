package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.registry.LoadedModel;
import io.osusume.web.ModelState;
import io.osusume.web.WebServer;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves the champion.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the champion: the web page, the JSON API, /health/live and /health/ready.",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume serve --port 9000")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Mixin
    ServingModel serving = new ServingModel();

    @Option(names = "--port", paramLabel = "P", description = "The port (default: setting serve.port).")
    @Nullable
    Integer port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        workplace.assign(Setting.SERVE_PORT, port);
        serve(workplace, serving);
        return 0;
    }

    /// Serves until the process is told to end.
    static void serve(Workplace workplace, ServingModel serving) throws IOException, InterruptedException {
        Settings settings = workplace.settings();
        LoadedModel loaded = serving.load(workplace);
        String host = settings.text(Setting.SERVE_HOST);
        try (WebServer server = start(host, settings.integer(Setting.SERVE_PORT), loaded)) {
            Thread stop = new Thread(server::stop, "osusume-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            workplace.print("serving " + loaded.id() + " at http://" + (host.equals("127.0.0.1") ? "localhost" : host)
                    + ":" + server.port() + " (Ctrl-C ends it)");
            new CountDownLatch(1).await();
        }
    }

    private static WebServer start(String host, int port, LoadedModel loaded) {
        try {
            return WebServer.start(port, host, () -> new ModelState.Ready(loaded));
        } catch (RuntimeException failed) {
            for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw new CommandFailure("port " + port + " at " + host + " cannot be listened on ("
                            + cause.getMessage() + "); choose another with --port, or 0 for any free one");
                } else if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                    throw new CommandFailure("serve.host must be an address of this computer, was '" + host + "'");
                }
            }
            throw failed;
        }
    }
}
