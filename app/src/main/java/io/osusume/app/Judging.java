package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.catalog.CatalogueCsv;
import io.osusume.data.Catalogue;
import io.osusume.data.ItemFacts;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.ColdItems;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.ListLengths;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.RatingEvaluation;
import io.osusume.evaluation.Slices;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Kernels;
import io.osusume.model.FoldIn;
import io.osusume.model.Trainer;
import io.osusume.model.rating.RatingRegression;
import io.osusume.model.rating.RatingRegressionTrainer;
import io.osusume.prepare.PreparedData;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import io.osusume.report.DataDescription;
import io.osusume.report.EvaluationReport;
import io.osusume.report.ModelResult;
import io.osusume.report.RatingReport;
import io.osusume.split.SplitFile;
import io.osusume.tracking.OpenRun;
import io.osusume.train.TrainedModel;
import io.osusume.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Judges models on the held-out users of a split: trained for it, or registered ones.
///
/// @param part whose held-out entries judge
record Judging(Workplace workplace, Part part, Kernels kernels) {
    private static final double COLD_SHARE = 0.1;
    private static final int COLD_USERS = 5;

    EvaluationReport ofSplit(Path file, @Nullable Path data, List<String> names, int seeds) throws IOException {
        Split split = split(file);
        long first = workplace.settings().longInteger(Setting.TRAIN_SEED);
        String hash = Hashes.sha256(file);
        List<ModelResult> results = new ArrayList<>();
        try (Progress progress = workplace.progress()) {
            ItemFacts facts = workplace.facts(catalogue(data), split.items(), progress);
            TrainingData training = new TrainingData(split.training(), facts);
            Slices slices = slices(facts);
            for (String name : names) {
                List<ModelResult> runs = new ArrayList<>();
                List<Long> used = new ArrayList<>();
                for (long seed = first; seed < first + seeds; seed++) {
                    Trainer<? extends FoldIn> trainer = Assembly.trainer(name, workplace.settings(), seed);
                    if (runs.isEmpty() || trainer.settings().containsKey("seed")) {
                        runs.add(recorded(trainer, hash, training, split, slices, progress));
                        used.add(seed);
                    }
                }
                results.add(runs.size() == 1 ? runs.getFirst() : ModelResult.averaged(runs, used, Bootstrap.DEFAULT));
            }
        }
        return report(results, describe(file, split));
    }

    private ModelResult recorded(
            Trainer<? extends FoldIn> trainer,
            String hash,
            TrainingData training,
            Split split,
            Slices slices,
            Progress progress)
            throws IOException {
        return workplace
                .tracking()
                .record(
                        "evaluate",
                        trainer.name(),
                        Map.of("split", hash, "part", part.word()),
                        Assembly.describe(kernels),
                        run -> run(trainer, training, split, slices, progress, run));
    }

    /// What models find of titles nobody has watched: a tenth of those with five training users or more are made cold,
    /// and only these are ranked; beside them an order made by chance. The setting `train.seed` draws the titles.
    EvaluationReport ofColdItems(Path file, @Nullable Path data, List<String> names) throws IOException {
        Split whole = split(file);
        long seed = workplace.settings().longInteger(Setting.TRAIN_SEED);
        ColdItems cold = ColdItems.draw(whole, COLD_SHARE, COLD_USERS, seed);
        Split split = cold.split();
        checkHasUsers(split, file);
        List<ModelResult> results = new ArrayList<>();
        try (Progress progress = workplace.progress()) {
            ItemFacts facts = workplace.facts(catalogue(data), split.items(), progress);
            TrainingData training = new TrainingData(split.training(), facts);
            for (String name : names) {
                Trainer<? extends FoldIn> trainer = Assembly.trainer(name, workplace.settings(), seed);
                progress.progress("train " + name, 0);
                TrainedModel<? extends FoldIn> trained = Training.run(trainer, training, kernels, progress);
                results.add(result(ofCold(cold.only(trained.model()), split, progress), trained));
            }
            results.add(new ModelResult(
                    ofCold(cold.random(seed), split, progress), null, new TreeMap<>(), List.of(), List.of()));
        }
        String name = file.getFileName() + ", " + cold.size() + " of its titles cold";
        return report(results, DataDescription.of(name, Hashes.sha256(file), split));
    }

    private Evaluation ofCold(FoldIn model, Split split, Progress progress) {
        return evaluator().evaluate(model, split, part, kernels.threads(), progress);
    }

    private ModelResult run(
            Trainer<? extends FoldIn> trainer,
            TrainingData training,
            Split split,
            Slices slices,
            Progress progress,
            OpenRun run) {
        progress.progress("train " + trainer.name(), 0);
        run.parameters(trainer.settings());
        TrainedModel<? extends FoldIn> trained = Training.run(trainer, training, kernels, run.listening(progress));
        Evaluation evaluation = evaluator().evaluate(trained.model(), split, part, slices, kernels.threads(), progress);
        run.figures(Map.of(TrainCommand.TRAIN_SECONDS, trained.trainingTime().toNanos() / 1e9));
        run.figures(figures(evaluation));
        return result(evaluation, trained);
    }

    private static ModelResult result(Evaluation evaluation, TrainedModel<? extends FoldIn> trained) {
        return new ModelResult(
                evaluation, trained.trainingTime(), trained.settings(), trained.notes(), trained.epochs());
    }

    private static Catalogue catalogue(@Nullable Path data) throws IOException {
        return data == null ? new Catalogue(List.of(), List.of()) : CatalogueCsv.readFolder(data);
    }

    /// Judges the newest registered version of each model that was trained on the prepared data.
    EvaluationReport ofRegistered(List<String> names) throws IOException {
        PreparedData prepared = workplace.preparedData();
        Split split = prepared.split();
        checkHasUsers(split, workplace.prepared());
        Slices slices = slices(ItemFacts.of(prepared.catalogue(), split.items()));
        ModelRegistry registry = Assembly.registry(workplace, kernels);
        List<ModelResult> results = new ArrayList<>();
        try (Progress progress = workplace.progress()) {
            for (String name : names) {
                LoadedModel loaded = registry.load(newest(registry, name, prepared.hash()));
                if (!(loaded.model() instanceof FoldIn model)) {
                    throw new CommandFailure(loaded.id() + " cannot serve a list it never saw, so it cannot be judged");
                }
                Evaluation evaluation = workplace
                        .tracking()
                        .record(
                                "evaluate",
                                name,
                                Map.of("prepared", prepared.hash(), "part", part.word(), "version", loaded.id()),
                                Assembly.describe(kernels),
                                run -> judge(loaded, model, split, slices, progress, run));
                Double seconds = loaded.manifest().metrics().get(TrainCommand.TRAIN_SECONDS);
                results.add(new ModelResult(
                        evaluation,
                        seconds == null ? null : Duration.ofNanos((long) (seconds * 1e9)),
                        loaded.manifest().settings(),
                        loaded.manifest().notes().stream()
                                .filter(note -> !note.equals(Manifest.SIMULATED_USERS))
                                .toList(),
                        registry.epochs(loaded.id())));
            }
        }
        return report(results, describe(prepared, split));
    }

    private Evaluation judge(
            LoadedModel loaded, FoldIn model, Split split, Slices slices, Progress progress, OpenRun run) {
        run.parameters(loaded.manifest().settings());
        Evaluation evaluation = evaluator().evaluate(model, split, part, slices, kernels.threads(), progress);
        run.figures(figures(evaluation));
        return evaluation;
    }

    private static SortedMap<String, Double> figures(Evaluation evaluation) {
        SortedMap<String, Double> figures = new TreeMap<>();
        for (String metric : evaluation.metrics()) {
            evaluation.estimate(metric).ifPresent(estimate -> figures.put(metric, estimate.mean()));
        }
        return figures;
    }

    /// Both models of ratings, trained and judged on the given split or the prepared data's own.
    RatingReport ratings(@Nullable Path file) throws IOException {
        Split split;
        DataDescription described;
        if (file == null) {
            PreparedData prepared = workplace.preparedData();
            split = prepared.split();
            described = describe(prepared, split);
            checkHasUsers(split, workplace.prepared());
        } else {
            split = split(file);
            described = describe(file, split);
        }
        try (Progress progress = workplace.progress()) {
            RatingRegression regression = RatingRegressionTrainer.defaults().train(split.training(), kernels, progress);
            return new RatingReport(
                    List.of(
                            RatingEvaluation.of(regression.means(), split, part, kernels.threads()),
                            RatingEvaluation.of(regression, split, part, kernels.threads())),
                    Bootstrap.DEFAULT,
                    part,
                    described,
                    CodeVersion.describe());
        }
    }

    private static DataDescription describe(Path file, Split split) throws IOException {
        return DataDescription.of(String.valueOf(file.getFileName()), Hashes.sha256(file), split);
    }

    private static DataDescription describe(PreparedData prepared, Split split) throws IOException {
        return DataDescription.of(
                prepared.manifest().ofSimulatedUsers() ? "simulated users" : "prepared data", prepared.hash(), split);
    }

    /// Reads a given split that has users to judge by.
    private Split split(Path file) throws IOException {
        workplace.checkNoFolder("--split", file);
        Split split = SplitFile.read(file);
        checkHasUsers(split, file);
        return split;
    }

    private void checkHasUsers(Split split, Path from) {
        if (part.users(split).isEmpty()) {
            throw new CommandFailure(from + " has no " + part.word() + " users to judge by; take one that has");
        }
    }

    private String newest(ModelRegistry registry, String name, String data) throws IOException {
        String newest = null;
        for (String id : registry.list()) {
            SortedMap<String, String> inputs = registry.show(id).inputs();
            if (name.equals(inputs.get("family")) && data.equals(inputs.get("data"))) {
                newest = id;
            }
        }
        if (newest == null) {
            throw new CommandFailure("no version of " + name + " was trained on the data in " + workplace.prepared()
                    + "; run ./osusume train --models " + name);
        }
        return newest;
    }

    private EvaluationReport report(List<ModelResult> results, DataDescription described) {
        return EvaluationReport.of(
                results,
                new PairedBootstrap(Bootstrap.DEFAULT),
                part,
                described,
                CodeVersion.describe(),
                Assembly.describe(kernels),
                Instant.now());
    }

    private static Evaluator evaluator() {
        return new Evaluator(Bootstrap.DEFAULT, System::nanoTime);
    }

    private static Slices slices(ItemFacts facts) {
        return Slices.of(facts).with(ListLengths.DEFAULT);
    }
}
