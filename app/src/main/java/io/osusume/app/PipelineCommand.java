package io.osusume.app;

import io.osusume.app.settings.Setting;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// From raw files to a model that is served, in one go.
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = {
            "Runs ingest, prepare, train, evaluate and models promote best, one after the other.",
            "Each stage writes its own folder; what was there before stays if a stage fails."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./osusume pipeline --from downloads/anime --models edlae,hybrid --set ingest.limit=none")
final class PipelineCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "SOURCE",
            description = "Where the files are: a folder, .zip, .csv(.gz) or http(s) address.")
    String source = "";

    @Option(
            names = "--models",
            paramLabel = "M,...",
            split = ",",
            description = "Which models (default: setting train.models).")
    @Nullable
    List<String> models;

    @Override
    public Integer call() throws IOException {
        workplace.assign(Setting.TRAIN_MODELS, models == null ? null : String.join(",", models));
        return workplace.tracking().recordWhole("pipeline", Map.of(), "", run -> {
            run.parameters(
                    Map.of(Setting.TRAIN_MODELS.key(), workplace.settings().text(Setting.TRAIN_MODELS)));
            workplace.heading("1/5 ingest");
            IngestCommand.run(workplace, source);
            runPrepared(workplace, 2, 5);
            return 0;
        });
    }

    /// The stages from prepare on.
    ///
    /// @param first the number of the first of them
    /// @param all how many stages there are
    static void runPrepared(Workplace workplace, int first, int all) throws IOException {
        workplace.heading(first + "/" + all + " prepare");
        PrepareCommand.run(workplace);
        workplace.heading((first + 1) + "/" + all + " train, and register each model");
        TrainCommand.run(workplace);
        workplace.heading((first + 2) + "/" + all + " evaluate on the test users");
        EvaluateCommand.runOnRegistered(workplace);
        workplace.heading((first + 3) + "/" + all + " promote the best on the validation users");
        workplace.print(
                "champion: " + PromoteCommand.makeChampion(workplace, "best", "the best of the pipeline's run", false));
    }
}
