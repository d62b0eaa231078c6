package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.registry.LoadedModel;
import io.osusume.web.ModelState;
import io.osusume.web.WebServer;
import java.io.IOException;
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
        try (WebServer server =
                WebServer.start(settings.integer(Setting.SERVE_PORT), host, () -> new ModelState.Ready(loaded))) {
            Thread stop = new Thread(server::stop, "osusume-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            workplace.print("serving " + loaded.id() + " at http://" + (host.equals("127.0.0.1") ? "localhost" : host)
                    + ":" + server.port() + " (Ctrl-C ends it)");
            new CountDownLatch(1).await();
        }
    }
}
