package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.assistant.Assistant;
import io.osusume.evaluation.Part;
import io.osusume.imports.ListSource;
import io.osusume.meaning.QueryEncoder;
import io.osusume.profiles.Database;
import io.osusume.profiles.ProfileStore;
import io.osusume.profiles.StoreException;
import io.osusume.recommend.Admission;
import io.osusume.recommend.RecommendationService;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import io.osusume.registry.VersionCards;
import io.osusume.serving.ChampionWatch;
import io.osusume.serving.ModelSource;
import io.osusume.serving.ModelState;
import io.osusume.telemetry.Telemetry;
import io.osusume.tracking.RunStore;
import io.osusume.web.ApiServices;
import io.osusume.web.Operation;
import io.osusume.web.OperatorServices;
import io.osusume.web.PageServices;
import io.osusume.web.WebServer;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

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
        try (StopSignal stop = new StopSignal(longestEnd(settings));
                Watching watching = Watching.begin(settings, System.getenv(), workplace.monitor())) {
            Telemetry telemetry = watching.telemetry();
            Admission admission = Assembly.admission(settings, telemetry);
            watching.metrics().watch(admission);
            QueryEncoder encoder = new QueryEncoder();
            Function<LoadedModel, RecommendationService> services =
                    loaded -> new RecommendationService(loaded, Clock.systemUTC(), admission, telemetry, encoder);
            if (serving.id != null) {
                ModelSource source = ModelSource.fixed(services.apply(serving.load(workplace)));
                watching.metrics().watch(source, () -> false);
                serve(workplace, source, watching, stop);
                return;
            }
            ModelRegistry registry = Assembly.registry(workplace, Assembly.servingKernels(settings));
            Duration interval = Duration.ofSeconds(settings.integer(Setting.SERVE_MODEL_CHECK));
            ServingModel.champion(registry, workplace); // a server that has nothing to serve does not start
            try (ChampionWatch champion = ChampionWatch.start(registry, services, interval, telemetry)) {
                if (champion.refused().isPresent()) {
                    throw new CommandFailure(champion.refused().get().reason());
                }
                watching.metrics().watch(champion, () -> champion.refused().isPresent());
                serve(workplace, champion, watching, stop);
            }
        }
    }

    /// How long the server may take to end when it is told to: what drains, and what must be written.
    private static Duration longestEnd(Settings settings) {
        return Duration.ofSeconds(
                15L + settings.integer(Setting.SERVE_DRAIN_DELAY) + 2L * settings.integer(Setting.SERVE_DRAIN_LIMIT));
    }

    private static void serve(Workplace workplace, ModelSource source, Watching watching, StopSignal stop)
            throws InterruptedException {
        List<ListSource> sources = Assembly.listSources(workplace.settings(), System.getenv());
        try (Database database = Assembly.database(workplace, watching.telemetry());
                Assistant assistant =
                        Assembly.assistant(workplace.settings(), new SharedDayCount(database), System.getenv());
                ScheduledExecutorService _ = sweeping(workplace, database);
                WebServer server = start(workplace, source, database, sources, assistant, watching)) {
            watching.metrics().watch(assistant);
            watching.serveMetrics();
            workplace.print(announcement(workplace, source, server.port()));
            source.get().prepare();
            stop.await();
        } finally {
            sources.forEach(ListSource::close);
        }
    }

    private static String announcement(Workplace workplace, ModelSource source, int port) {
        String host = workplace.settings().text(Setting.SERVE_HOST);
        String address = "http://" + (host.equals("127.0.0.1") ? "localhost" : host) + ":" + port;
        return switch (source.get()) {
            case ModelState.Ready ready ->
                "serving " + ready.service().loaded().id() + " at " + address + " (Ctrl-C ends it)";
            case ModelState.Missing missing ->
                "serving no model yet at " + address + " (" + missing.reason() + "; " + missing.command()
                        + "; it is taken up by itself)";
        };
    }

    /// Deletes the profiles nobody has used for long, once a day from now on.
    private static ScheduledExecutorService sweeping(Workplace workplace, Database database) {
        Settings settings = workplace.settings();
        ProfileStore profiles = Assembly.profiles(database, settings);
        ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("osusume-sweep").factory());
        Runnable sweep = () -> {
            try {
                profiles.sweep(Assembly.profileRetention(settings));
            } catch (StoreException unavailable) {
                LOG.warn("unused profiles were not deleted: {}", unavailable.getMessage());
            }
        };
        ScheduledFuture<?> _ = daily.scheduleWithFixedDelay(sweep, 0, 1, TimeUnit.DAYS);
        return daily;
    }

    private static PageServices pages(
            Workplace workplace, Database database, List<ListSource> sources, Assistant assistant) {
        ProfileStore profiles = Assembly.profiles(database, workplace.settings());
        VersionCards cards = new VersionCards(Assembly.registry(workplace, Assembly.plainKernels()));
        PageServices pages = new PageServices(Optional.of(profiles), sources, () -> report(workplace.reports()))
                .talking(assistant)
                .with(cards::of);
        RunStore runs = workplace.tracking().store();
        return switch (workplace.settings().text(Setting.SERVE_RUNS)) {
            case "key" -> pages.with(new OperatorServices(runs, Optional.of(Assembly.apiKeys(database))));
            case "open" -> pages.with(new OperatorServices(runs, Optional.empty()));
            default -> pages;
        };
    }

    /// The evaluation of the test users, or else of the validation users.
    private static Optional<String> report(Path reports) {
        for (Part part : List.of(Part.TEST, Part.VALIDATION)) {
            try {
                return Optional.of(Files.readString(reports.resolve("evaluation-" + part.word() + ".json")));
            } catch (IOException none) {
                // the page about the model does without
            }
        }
        return Optional.empty();
    }

    private static ApiServices api(Settings settings, ModelSource source, Database database) {
        return new ApiServices(
                Assembly.api(settings),
                Optional.of(Assembly.apiKeys(database)),
                Optional.of(database::counts),
                source instanceof ChampionWatch champion ? Optional.of(champion) : Optional.empty());
    }

    private static WebServer start(
            Workplace workplace,
            ModelSource source,
            Database database,
            List<ListSource> sources,
            Assistant assistant,
            Watching watching) {
        Settings settings = workplace.settings();
        String host = settings.text(Setting.SERVE_HOST);
        int port = settings.integer(Setting.SERVE_PORT);
        Operation operation = new Operation(watching.gate(), Optional.of(database::ping));
        try {
            return WebServer.start(
                    port,
                    host,
                    source,
                    api(settings, source, database),
                    pages(workplace, database, sources, assistant),
                    operation);
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
