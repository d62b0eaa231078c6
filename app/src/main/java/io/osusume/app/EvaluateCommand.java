package io.osusume.app;

import io.osusume.app.settings.Families;
import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.artifact.ArtifactFolder;
import io.osusume.evaluation.Part;
import io.osusume.kernel.Kernels;
import io.osusume.report.EarlierReport;
import io.osusume.report.EvaluationReport;
import io.osusume.report.HtmlReport;
import io.osusume.report.RatingReport;
import io.osusume.report.ReportJson;
import io.osusume.report.ReportTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            "  ./osusume evaluate --split split.csv.gz --task ratings",
            "  ./osusume evaluate --split split.csv.gz --data FOLDER --task cold-items"
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final List<String> TASKS = List.of("ranking", "ratings", "cold-items");

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
            description = "Which models, of those setting train.models may name (default: its value).")
    List<String> models = new ArrayList<>();

    @Option(
            names = "--part",
            paramLabel = "test|validation",
            description = "Whose held-out entries judge (default: test).")
    Part part = Part.TEST;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "With --split: how often models that draw random numbers are trained, each time with the next"
                    + " seed; figures are means over the seeds (default: ${DEFAULT-VALUE}).")
    int seeds = 1;

    @Option(
            names = "--task",
            paramLabel = "ranking|ratings|cold-items",
            description = "What is measured: lists, the score a user would give, or, with --split, what models find of"
                    + " titles nobody has watched, which is content unless --models says more (default: ranking).")
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
        if (!TASKS.contains(task)) {
            throw workplace.usage("--task must be ranking, ratings or cold-items, was '" + task + "'");
        }
        if (task.equals("cold-items") && splitFile == null) {
            throw workplace.usage("--task cold-items needs --split FILE");
        }
        if (seeds < 1 || seeds > 20) {
            throw workplace.usage("--seeds must be in [1, 20], was " + seeds);
        }
        if (data != null && !Files.isDirectory(data)) {
            throw workplace.usage("--data must be a folder, and there is none at " + data);
        }
        Kernels kernels = Assembly.kernels(settings);
        Judging judging = new Judging(workplace, part, kernels);
        Path given = splitFile;
        if (task.equals("ratings")) {
            showRatings(judging);
        } else if (given != null && task.equals("cold-items")) {
            show(judging.ofColdItems(given, data, models.isEmpty() ? List.of("content") : names), null);
        } else if (given == null) {
            show(judging.ofRegistered(names), workplace.reports());
        } else {
            show(judging.ofSplit(given, data, names, seeds), null);
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

    private void showRatings(Judging judging) throws IOException {
        if (html != null || !models.isEmpty()) {
            throw workplace.usage("--task ratings has its own models and no page: leave out --models and --html");
        }
        RatingReport report = judging.ratings(splitFile);
        workplace.print(report.text());
        if (json != null) {
            write(json, report.json());
        }
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
