package io.osusume.app;

import io.osusume.app.settings.Families;
import io.osusume.app.settings.Settings;
import io.osusume.app.settings.Spaces;
import io.osusume.data.ItemFacts;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.model.FoldIn;
import io.osusume.model.TrainingListener;
import io.osusume.tracking.OpenRun;
import io.osusume.tune.Objective;
import io.osusume.tune.Search;
import io.osusume.tune.SearchResult;
import io.osusume.tune.SearchSpace;
import io.osusume.tune.SuccessiveHalving;
import io.osusume.tune.Trial;
import io.osusume.tune.TrialLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Searches for better settings of one model.
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        description = {
            "Searches for settings of a model with which it completes the lists of validation users better.",
            "Random configurations, the present one first, are trained on a ninth of the training users, the best",
            "third of them on a third, the best third of these on all (successive halving). Test users are not",
            "looked at. Every trial is a line of the log at once: the same command again goes on where a search",
            "was stopped, and more --trials make it longer. What --set or the environment says is held."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./osusume tune edlae --trials 27",
            "  ./osusume tune edlae --split split.csv.gz --trials 81 --parallel 2 --log edlae.csv"
        })
final class TuneCommand implements Callable<Integer> {
    private static final int MOST_TRIALS = 100_000;

    @Mixin
    Workplace workplace = new Workplace();

    @Parameters(paramLabel = "MODEL", description = "Which model: content, item-knn, ease, edlae, als or hybrid.")
    String model = "";

    @Option(
            names = "--split",
            paramLabel = "FILE",
            description = "A given split: user_id,anime_id,rating,part (default: the prepared data's own).")
    @Nullable
    Path splitFile;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "With --split: a folder with anime.csv[.zip] and anime_with_synopsis.csv[.zip].")
    @Nullable
    Path data;

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "27",
            description = "How many configurations begin (default: ${DEFAULT-VALUE}).")
    int trials;

    @Option(
            names = "--parallel",
            paramLabel = "P",
            defaultValue = "1",
            description = {
                "How many trials run at once, each on its share of the threads (default: ${DEFAULT-VALUE}).",
                "The figures do not depend on it, the memory does."
            })
    int parallel;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "7",
            description = "The seed of the configurations and the rungs (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "The table of all trials (default: a .csv of its own for each search in artifacts/tuning).")
    @Nullable
    Path log;

    @Override
    public Integer call() throws IOException {
        Settings settings = workplace.settings();
        check(settings);
        SearchSpace space = Spaces.of(model, settings);
        TuningData tuned = splitFile == null
                ? TuningData.prepared(workplace.preparedData(), workplace.prepared())
                : TuningData.given(splitFile, data);
        Kernels kernels = Assembly.kernels(settings);
        Search search = new Search(space, seed, tuned.circumstances(Assembly.trainer(model, settings), settings));
        Path file = log == null
                ? workplace.artifacts().resolve("tuning").resolve(model + "-" + search.shortHash() + ".csv")
                : log;
        SuccessiveHalving halving = new SuccessiveHalving(search, trials, parallel, System::nanoTime);
        SearchResult result;
        try (TrialLog trialLog = TrialLog.open(file, search);
                Progress progress = workplace.progress()) {
            if (trialLog.size() > 0) {
                workplace.tell("taking up " + file + " with " + trialLog.size() + " trials");
            }
            Split split = tuned.split();
            ItemFacts facts = workplace.facts(tuned.catalogue(), split.items(), progress);
            TrainingData training = new TrainingData(split.training(), facts);
            result = workplace
                    .tracking()
                    .record(
                            "tune",
                            model,
                            Map.of("tuned-on", tuned.hash()),
                            Assembly.describe(kernels),
                            run -> search(
                                    halving, training, objective(settings, split), trialLog, kernels, progress, run));
        }
        show(result, space);
        workplace.tell("written to " + file);
        return 0;
    }

    /// Searches; each trial that has been judged becomes a step of the run, and the best one's values its parameters.
    private SearchResult search(
            SuccessiveHalving halving,
            TrainingData training,
            Objective objective,
            TrialLog trialLog,
            Kernels kernels,
            Progress progress,
            OpenRun run)
            throws IOException {
        run.parameters(Map.of(
                "search trials", Integer.toString(trials),
                "search seed", Long.toString(seed),
                "search space",
                        String.join(",", Spaces.of(model, workplace.settings()).keys())));
        AtomicInteger done = new AtomicInteger();
        Objective told = (assignments, users, threads) -> {
            Evaluation evaluation = objective.evaluate(assignments, users, threads);
            evaluation
                    .estimate("ndcg@10")
                    .ifPresent(ndcg -> run.metrics(done.incrementAndGet(), Map.of("trial-ndcg@10", ndcg.mean())));
            return evaluation;
        };
        SearchResult result = halving.run(training, told, trialLog, kernels.threads(), progress);
        Trial best = result.best();
        run.parameters(best.values());
        Trial.Figures figures = best.figures();
        if (figures != null) {
            run.figures(Map.of("validation-ndcg@10", figures.ndcg(), "validation-recall@20", figures.recall()));
        }
        return result;
    }

    private void check(Settings settings) {
        if (!Families.NAMES.contains(model)) {
            throw workplace.usage("there is no model '" + model + "'; those with something to search are "
                    + String.join(", ", Spaces.FAMILIES));
        }
        if (!Spaces.FAMILIES.contains(model)) {
            throw workplace.usage(
                    model + " has nothing to search; the models that have are " + String.join(", ", Spaces.FAMILIES));
        }
        if (trials < 2 || trials > MOST_TRIALS) {
            throw workplace.usage("--trials must be in [2, " + MOST_TRIALS + "], was " + trials);
        }
        if (parallel < 1 || parallel > settings.threads()) {
            throw workplace.usage("--parallel must be in [1, " + settings.threads() + "], the threads of train.threads,"
                    + " was " + parallel);
        }
        if (seed < 0) {
            throw workplace.usage("--seed must be at least 0, was " + seed);
        }
        if (data != null && splitFile == null) {
            throw workplace.usage("--data needs --split: prepared data has its own catalogue");
        }
        if (data != null && !Files.isDirectory(data)) {
            throw workplace.usage("--data must be a folder, and there is none at " + data);
        }
        if (splitFile != null) {
            workplace.checkNoFolder("--split", splitFile);
        }
        if (log != null) {
            workplace.checkNoFolder("--log", log);
        }
    }

    /// Trains the model on the settings in force but for the searched ones, and judges on the validation users.
    private Objective objective(Settings settings, Split split) {
        Evaluator evaluator = new Evaluator(Bootstrap.DEFAULT, System::nanoTime);
        Map<Threads, Kernels> byThreads = new ConcurrentHashMap<>();
        return (assignments, training, threads) -> {
            Settings tried = settings.with(assignments, "tune");
            Kernels kernels = byThreads.computeIfAbsent(threads, Assembly::kernels);
            FoldIn trained = Assembly.trainer(model, tried).train(training, kernels, TrainingListener.SILENT);
            return evaluator.evaluate(trained, split, Part.VALIDATION, threads, TrainingListener.SILENT);
        };
    }

    private void show(SearchResult result, SearchSpace space) {
        List<String> header = new ArrayList<>(List.of("trial"));
        header.addAll(space.keys());
        header.addAll(List.of("NDCG@10", "Recall@20", "seconds"));
        TextTable table = new TextTable(header.toArray(String[]::new));
        for (Trial trial : result.lastRung()) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(trial.number())));
            row.addAll(trial.values().values());
            Trial.Figures figures = trial.figures();
            row.add(figures == null ? "" : String.format(Locale.ROOT, "%.4f", figures.ndcg()));
            row.add(figures == null ? "" : String.format(Locale.ROOT, "%.4f", figures.recall()));
            row.add(String.format(Locale.ROOT, "%.1f", trial.seconds()));
            table.row(row.toArray(String[]::new));
        }
        workplace.print(table.toString());
        workplace.print("");
        Trial best = result.best();
        if (best.number() == 0) {
            workplace.print("No configuration is better than the present settings (trial 0).");
            return;
        }
        workplace.print(verdict(best, result.gain()));
        workplace.print("");
        workplace.print("Trial " + best.number() + " as lines of config/osusume.yaml:");
        workplace.print(SettingLines.of(best.values()));
    }

    private static String verdict(Trial best, PairedBootstrap.@Nullable Comparison gain) {
        if (gain == null) {
            return "The present settings (trial 0) cannot be trained; trial " + best.number() + " can.";
        }
        String interval = String.format(
                Locale.ROOT,
                "trial %d is above the present settings (trial 0) by %.4f NDCG@10 [%.4f, %.4f] on %d validation users",
                best.number(),
                gain.difference(),
                gain.low(),
                gain.high(),
                gain.users());
        return gain.low() > 0
                ? "Better: " + interval + "."
                : "Not better for certain: " + interval + "; the interval holds 0, so this may be noise.";
    }
}
