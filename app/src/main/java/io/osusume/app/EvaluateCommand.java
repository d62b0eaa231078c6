package io.osusume.app;

import io.osusume.app.settings.Families;
import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.catalog.CatalogueCsv;
import io.osusume.data.Catalogue;
import io.osusume.data.ItemFacts;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.ListLengths;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Slices;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Kernels;
import io.osusume.model.FoldIn;
import io.osusume.prepare.PreparedData;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import io.osusume.report.DataDescription;
import io.osusume.report.EarlierReport;
import io.osusume.report.EvaluationReport;
import io.osusume.report.HtmlReport;
import io.osusume.report.ModelResult;
import io.osusume.report.RatingReport;
import io.osusume.report.ReportJson;
import io.osusume.report.ReportTable;
import io.osusume.split.SplitFile;
import io.osusume.train.TrainedModel;
import io.osusume.train.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures models on held-out users.
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how well models complete the lists of users they never saw: all titles are ranked.",
            "With --split, models are trained on the rows of part train of that file and judged on --part;",
            "without, the newest registered version of each model is judged on the prepared data's own split."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./osusume evaluate --part test",
            "  ./osusume evaluate --split split.csv.gz --models popularity,ease --part test --json out.json",
            "  ./osusume evaluate --split split.csv.gz --task ratings"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A folder with anime.csv[.zip] and anime_with_synopsis.csv[.zip], for models that use them.")
    @Nullable
    Path data;

    @Option(
            names = "--split",
            paramLabel = "FILE",
            description = "A given split: user_id,anime_id,rating,part as .csv, .csv.gz or .zip.")
    @Nullable
    Path splitFile;

    @Option(
            names = "--models",
            paramLabel = "M,...",
            split = ",",
            description = "Which models, of popularity, item-knn, ease, edlae, als, net-original, net-corrected,"
                    + " net-ranking, hybrid"
                    + " (default: setting train.models).")
    List<String> models = new ArrayList<>();

    @Option(
            names = "--part",
            paramLabel = "test|validation",
            description = "Whose held-out entries judge (default: test).")
    Part part = Part.TEST;

    @Option(
            names = "--task",
            paramLabel = "ranking|ratings",
            description = "What is measured: lists, or the score a user would give (default: ranking).")
    String task = "ranking";

    @Option(names = "--json", paramLabel = "OUT", description = "Write the report as JSON to this file.")
    @Nullable
    Path json;

    @Option(names = "--html", paramLabel = "OUT", description = "Write the report as one HTML page to this file.")
    @Nullable
    Path html;

    @Override
    public Integer call() throws IOException {
        Settings settings = workplace.settings();
        List<String> names = models.isEmpty()
                ? settings.words(Setting.TRAIN_MODELS)
                : models.stream().distinct().toList();
        for (String name : names) {
            if (!Families.NAMES.contains(name)) {
                throw workplace.usage(
                        "there is no model '" + name + "'; known are " + String.join(", ", Families.NAMES));
            }
        }
        if (data != null && !Files.isDirectory(data)) {
            throw workplace.usage("--data must be a folder, and there is none at " + data);
        }
        if (!task.equals("ranking") && !task.equals("ratings")) {
            throw workplace.usage("--task must be ranking or ratings, was '" + task + "'");
        }
        Kernels kernels = Assembly.kernels(settings);
        Path given = splitFile;
        if (task.equals("ratings")) {
            showRatings(kernels);
        } else if (given == null) {
            show(ofRegistered(names, kernels), workplace.reports());
        } else {
            show(ofSplit(given, names, kernels), null);
        }
        return 0;
    }

    /// Judges the registered models of the settings on the test users, as `evaluate` without options
    /// does.
    static void runOnRegistered(Workplace workplace) throws IOException {
        EvaluateCommand command = new EvaluateCommand();
        command.workplace = workplace;
        command.call();
    }

    private void show(EvaluationReport report, @Nullable Path folder) throws IOException {
        workplace.print(ReportTable.write(report));
        if (folder != null) {
            writeJson(folder.resolve("evaluation-" + part.word() + ".json"), report);
            write(folder.resolve("evaluation-" + part.word() + ".html"), HtmlReport.write(report));
        }
        if (json != null) {
            writeJson(json, report);
        }
        if (html != null) {
            write(html, HtmlReport.write(report));
        }
    }

    /// Both models of ratings, trained and judged on the given split or the prepared data's own.
    private void showRatings(Kernels kernels) throws IOException {
        if (html != null || !models.isEmpty()) {
            throw workplace.usage("--task ratings has its own models and no page: leave out --models and --html");
        }
        Path given = splitFile;
        RatingReport report;
        try (Progress progress = workplace.progress()) {
            if (given == null) {
                PreparedData prepared = workplace.preparedData();
                checkHasUsers(prepared.split(), workplace.prepared());
                report = RatingTask.run(prepared.split(), part, describe(prepared), kernels, progress);
            } else {
                workplace.checkNoFolder("--split", given);
                Split split = SplitFile.read(given);
                checkHasUsers(split, given);
                report = RatingTask.run(split, part, describe(given, split), kernels, progress);
            }
        }
        workplace.print(report.text());
        if (json != null) {
            write(json, report.json());
        }
    }

    private static DataDescription describe(Path file, Split split) throws IOException {
        return DataDescription.of(String.valueOf(file.getFileName()), Hashes.sha256(file), split);
    }

    private static DataDescription describe(PreparedData prepared) throws IOException {
        return DataDescription.of(
                prepared.manifest().ofSimulatedUsers() ? "simulated users" : "prepared data",
                prepared.hash(),
                prepared.split());
    }

    private EvaluationReport ofSplit(Path file, List<String> names, Kernels kernels) throws IOException {
        workplace.checkNoFolder("--split", file);
        Split split = SplitFile.read(file);
        checkHasUsers(split, file);
        ItemFacts facts = ItemFacts.of(catalogue(), split.items());
        TrainingData training = new TrainingData(split.training(), facts);
        List<ModelResult> results = new ArrayList<>();
        try (Progress progress = workplace.progress()) {
            for (String name : names) {
                progress.progress("train " + name, 0);
                TrainedModel<? extends FoldIn> trained =
                        Training.run(Assembly.trainer(name, workplace.settings()), training, kernels, progress);
                Evaluation evaluation =
                        evaluator().evaluate(trained.model(), split, part, slices(facts), kernels.threads(), progress);
                results.add(new ModelResult(
                        evaluation, trained.trainingTime(), trained.settings(), trained.notes(), trained.epochs()));
            }
        }
        return report(results, describe(file, split), kernels);
    }

    private Catalogue catalogue() throws IOException {
        return data == null ? new Catalogue(List.of(), List.of()) : CatalogueCsv.readFolder(data);
    }

    /// Judges the newest registered version of each model that was trained on the prepared data.
    private EvaluationReport ofRegistered(List<String> names, Kernels kernels) throws IOException {
        PreparedData prepared = workplace.preparedData();
        Split split = prepared.split();
        checkHasUsers(split, workplace.prepared());
        Slices slices = slices(ItemFacts.of(prepared.catalogue(), split.items()));
        ModelRegistry registry = Assembly.registry(workplace.models(), workplace.settings(), kernels);
        List<ModelResult> results = new ArrayList<>();
        try (Progress progress = workplace.progress()) {
            for (String name : names) {
                LoadedModel loaded = registry.load(newest(registry, name, prepared.hash()));
                if (!(loaded.model() instanceof FoldIn model)) {
                    throw new CommandFailure(loaded.id() + " cannot serve a list it never saw, so it cannot be judged");
                }
                Evaluation evaluation = evaluator().evaluate(model, split, part, slices, kernels.threads(), progress);
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
        return report(results, describe(prepared), kernels);
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

    private EvaluationReport report(List<ModelResult> results, DataDescription described, Kernels kernels) {
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

    private void writeJson(Path file, EvaluationReport report) throws IOException {
        EarlierReport.difference(file, report.code()).ifPresent(workplace::tell);
        write(file, ReportJson.write(report));
    }

    private void write(Path file, String text) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        ArtifactFolder.writeFile(file, text.getBytes(StandardCharsets.UTF_8));
        workplace.tell("written to " + file);
    }
}
