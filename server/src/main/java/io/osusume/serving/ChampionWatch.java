package io.osusume.serving;

import io.osusume.artifact.ArtifactException;
import io.osusume.recommend.RecommendationService;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Telemetry;
import io.osusume.telemetry.Work;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves the champion of a registry and follows it: when the alias moves, the new version is loaded,
/// checked and
/// warmed up on a thread of its own while the old one goes on serving; then the two are swapped between
/// two requests.
/// A version that cannot be loaded, or whose answers make no sense, is never served: the old one stays,
/// and the version
/// is tried again only when the alias has moved away and back. The service that was served before is
/// kept as long as
/// there is memory for it, so that the way back, a rollback, costs no loading.
public final class ChampionWatch implements ModelSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChampionWatch.class);

    private final ModelRegistry registry;
    private final Function<LoadedModel, RecommendationService> services;
    private final Duration interval;
    private final Telemetry telemetry;
    private final ReentrantLock checking = new ReentrantLock();
    private final Thread thread;
    private volatile ModelState state;
    private volatile @Nullable Refused refused;
    private volatile boolean open = true;
    private SoftReference<RecommendationService> before = new SoftReference<>(null);
    private String unreadable = "";

    /// A version that is not served, and why.
    public record Refused(String id, String reason) {}

    private ChampionWatch(
            ModelRegistry registry,
            Function<LoadedModel, RecommendationService> services,
            Duration interval,
            Telemetry telemetry) {
        this.telemetry = telemetry;
        this.registry = registry;
        this.services = services;
        this.interval = interval;
        this.state = new ModelState.Missing(
                "there is no champion in " + registry.place(),
                registry.shared().isPresent() ? "./osusume pipeline" : "./osusume demo");
        this.thread = Thread.ofPlatform().daemon().name("osusume-champion").unstarted(this::watch);
    }

    /// Loads the champion, if there is one, then looks for another at every interval.
    ///
    /// @param services makes the service around a model
    public static ChampionWatch start(
            ModelRegistry registry, Function<LoadedModel, RecommendationService> services, Duration interval) {
        return start(registry, services, interval, Telemetry.NONE);
    }

    /// The same, telling of each version that is loaded.
    public static ChampionWatch start(
            ModelRegistry registry,
            Function<LoadedModel, RecommendationService> services,
            Duration interval,
            Telemetry telemetry) {
        ChampionWatch watch = new ChampionWatch(registry, services, interval, telemetry);
        watch.check();
        watch.thread.start();
        return watch;
    }

    @Override
    public ModelState get() {
        return state;
    }

    /// The version the alias names that is not served, if there is one.
    public Optional<Refused> refused() {
        return Optional.ofNullable(refused);
    }

    private void watch() {
        warm();
        while (open) {
            try {
                Thread.sleep(interval);
            } catch (InterruptedException ended) {
                return;
            }
            try {
                check();
            } catch (RuntimeException unforeseen) {
                LOG.error("the champion could not be looked after, the model stays", unforeseen);
            }
            state.prepare();
        }
    }

    private void warm() {
        try {
            if (state instanceof ModelState.Ready ready) {
                SelfTest.problem(ready.service(), 1, SelfTest.ROUNDS)
                        .ifPresent(reason -> LOG.error(
                                "model {} is served, yet {}",
                                ready.service().loaded().id(),
                                reason));
            }
        } catch (RuntimeException unforeseen) {
            LOG.error("the model could not be asked once more", unforeseen);
        }
    }

    /// Looks at the alias now and follows it.
    public void check() {
        checking.lock();
        try {
            Optional<String> champion = registry.champion();
            String id = champion.orElse("");
            if (id.equals(served())) {
                refused = null;
                return;
            }
            Refused last = refused;
            if (champion.isPresent() && (last == null || !last.id().equals(id))) {
                follow(id);
            }
            unreadable = "";
        } catch (IOException | ArtifactException nonsense) {
            String why = String.valueOf(nonsense.getMessage());
            if (!why.equals(unreadable)) { // once, not at every look
                LOG.warn("the alias of the champion cannot be read, the model stays: {}", why);
                unreadable = why;
            }
        } finally {
            checking.unlock();
        }
    }

    /// Looks at the alias now, and tries its version again if it was refused: for an operator who has
    /// repaired it.
    public void retry() {
        checking.lock();
        try {
            refused = null;
            check();
        } finally {
            checking.unlock();
        }
    }

    private String served() {
        return state instanceof ModelState.Ready ready
                ? ready.service().loaded().id()
                : "";
    }

    private void follow(String id) {
        Running load = telemetry.begins(new Work.ModelLoad(id, !served().isEmpty()));
        Optional<String> problem;
        try {
            RecommendationService kept = before.get();
            boolean back = kept != null && kept.loaded().id().equals(id);
            RecommendationService service = back && kept != null ? kept : services.apply(registry.load(id));
            // a server that starts is in a hurry: its other rounds follow when it is watched
            int rounds = thread.isAlive() ? SelfTest.ROUNDS : 1;
            problem = back ? Optional.empty() : SelfTest.problem(service, 0, rounds);
            if (problem.isEmpty()) {
                if (state instanceof ModelState.Ready ready) {
                    before = new SoftReference<>(ready.service());
                }
                if (!served().isEmpty()) {
                    LOG.info("model {} is served instead of {}", id, served());
                }
                state = new ModelState.Ready(service);
                refused = null;
            }
        } catch (IOException | RuntimeException broken) {
            problem = Optional.of(String.valueOf(broken.getMessage()));
        }
        load.ended(problem.isEmpty() ? Outcome.DONE : new Outcome.Failed("refused"));
        problem.ifPresent(reason -> refuse(new Refused(id, reason)));
    }

    private void refuse(Refused version) {
        refused = version;
        if (!served().isEmpty()) {
            LOG.error("model {} is not served: {}", version.id(), version.reason());
        }
        if (state instanceof ModelState.Missing) {
            state = new ModelState.Missing(
                    "the champion " + version.id() + " cannot be served: " + version.reason(),
                    "./osusume models promote ANOTHER");
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }
}
