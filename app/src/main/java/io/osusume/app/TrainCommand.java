package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.artifact.Manifest;
import io.osusume.card.CardSubject;
import io.osusume.card.ModelCard;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.ListLengths;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Slices;
import io.osusume.evaluation.Split;
import io.osusume.insight.InsightTrainer;
import io.osusume.kernel.Kernels;
import io.osusume.model.FoldIn;
import io.osusume.model.Trainer;
import io.osusume.prepare.PreparedData;
import io.osusume.registry.ModelRegistry;
import io.osusume.registry.Registration;
import io.osusume.registry.VersionCards;
import io.osusume.tracking.OpenRun;
import io.osusume.train.TrainedModel;
import io.osusume.train.Training;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Trains models and registers them.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains models on the training users of the prepared data, measures each on the validation users,",
            "and registers each as a new version. Nothing is served until a version is promoted."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./osusume train --models ease,als")
final class TrainCommand implements Callable<Integer> {
    /// The metric of a version that says how long its training took, in seconds of wall time.
    static final String TRAIN_SECONDS = "train-seconds";

    /// The metric of a version by which the best is found: NDCG@10 on the validation users.
    static final String QUALITY = "validation-ndcg@10";

    /// How long the lists of a version's card are.
    private static final ListLengths CARD_LENGTHS = new ListLengths(List.of(5, 20, 100), 20, 400, 5);

    @Mixin
    Workplace workplace = new Workplace();

    @Option(
            names = "--models",
            paramLabel = "M,...",
            split = ",",
            description = "Which models (default: setting train.models).")
    List<String> models = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (!models.isEmpty()) {
            workplace.assign(Setting.TRAIN_MODELS, String.join(",", models));
        }
        run(workplace);
        return 0;
    }

    /// Trains and registers all models of the settings.
    static void run(Workplace workplace) throws IOException {
        TextTable table = new TextTable("model", "train s", "validation NDCG@10", "version");
        Session session = Session.open(workplace);
        for (String name : workplace.settings().words(Setting.TRAIN_MODELS)) {
            Trained trained = session.train(name);
            table.row(name, trained.seconds(), trained.quality().orElse(""), trained.id());
        }
        workplace.print(table.toString());
    }

    /// A model that was trained and registered.
    ///
    /// @param id of the version
    /// @param seconds the training took, for people
    /// @param quality its NDCG@10 on the validation users, for people
    record Trained(String id, String seconds, Optional<String> quality) {}

    /// What all models of one call are trained with: the data read once, what versions tell beside
    /// recommendations worked out once.
    static final class Session {
        private final Workplace workplace;
        private final Progress progress;
        private final Kernels kernels;
        private final PreparedData data;
        private final TrainingData training;
        private final InsightTrainer insights;
        private final ModelRegistry registry;

        private Session(Workplace workplace, PreparedData data, Progress progress) throws IOException {
            Settings settings = workplace.settings();
            this.workplace = workplace;
            this.progress = progress;
            this.kernels = Assembly.kernels(settings);
            this.data = data;
            Split split = data.split();
            this.training =
                    new TrainingData(split.training(), workplace.facts(data.catalogue(), split.items(), progress));
            this.insights = Assembly.insightTrainer(
                    settings, training, split, () -> workplace.meanings(data.catalogue(), progress), kernels, progress);
            this.registry = Assembly.registry(workplace, kernels);
        }

        /// Reads the prepared data.
        static Session open(Workplace workplace) throws IOException {
            workplace.stored().fetch(Setting.BUCKETS_PREPARED, workplace.prepared());
            return open(workplace, workplace.preparedData());
        }

        /// The same with prepared data that was read already.
        static Session open(Workplace workplace, PreparedData data) throws IOException {
            return new Session(workplace, data, workplace.progress());
        }

        /// Trains, measures and registers one model, and records it as a run.
        Trained train(String name) throws IOException {
            return workplace
                    .tracking()
                    .record(
                            "train",
                            name,
                            Map.of("prepared", data.hash()),
                            Assembly.describe(kernels),
                            run -> train(name, run));
        }

        private Trained train(String name, OpenRun run) throws IOException {
            Split split = data.split();
            progress.progress("train " + name, 0);
            Trainer<? extends FoldIn> trainer = Assembly.trainer(name, workplace.settings());
            run.parameters(trainer.settings());
            TrainedModel<? extends FoldIn> trained = Training.run(trainer, training, kernels, run.listening(progress));
            Evaluation evaluation = new Evaluator(Bootstrap.DEFAULT, System::nanoTime)
                    .evaluate(
                            trained.model(),
                            split,
                            Part.VALIDATION,
                            Slices.of(training.facts()).with(CARD_LENGTHS),
                            kernels.threads(),
                            progress);
            SortedMap<String, Double> metrics = metrics(trained, evaluation);
            run.figures(metrics);
            Registration registration = new Registration(
                            trained.model(),
                            trainer,
                            split.users(),
                            split.items(),
                            data.catalogue(),
                            data.hash(),
                            CodeVersion.describe(),
                            metrics,
                            trained.epochs(),
                            notes(data, trained),
                            Instant.now())
                    .withLineage(data.lineage())
                    .withRecipe(Recipe.of(workplace.settings()))
                    .withInsights(insights.about(trained.model()));
            String id = registry.register(registration);
            CardSubject subject = new CardSubject(
                    id, registry.show(id), trained.model(), data.catalogue(), split.items(), evaluation);
            new VersionCards(registry).write(id, ModelCard.of(subject).written());
            run.data(Map.of("version", id));
            run.artifact("model", workplace.models().resolve(id));
            progress.close();
            Double ndcg = metrics.get(QUALITY);
            return new Trained(
                    id,
                    String.format(Locale.ROOT, "%.2f", trained.trainingTime().toNanos() / 1e9),
                    Optional.ofNullable(ndcg).map(value -> String.format(Locale.ROOT, "%.4f", value)));
        }
    }

    private static List<String> notes(PreparedData data, TrainedModel<?> trained) {
        List<String> notes = new ArrayList<>(trained.notes());
        if (data.manifest().ofSimulatedUsers()) {
            notes.addFirst(Manifest.SIMULATED_USERS);
        }
        return notes;
    }

    private static SortedMap<String, Double> metrics(TrainedModel<?> trained, Evaluation evaluation) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put(TRAIN_SECONDS, trained.trainingTime().toNanos() / 1e9);
        for (String metric : evaluation.metrics()) {
            evaluation.estimate(metric).ifPresent(estimate -> metrics.put("validation-" + metric, estimate.mean()));
        }
        return metrics;
    }
}
