package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.flow.Flow.Decision;
import io.osusume.flow.Flow.Fate;
import io.osusume.flow.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// From raw files to a model that is served, in one go; only what changed is done again.
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = {
            "Runs ingest, prepare, train, evaluate, register, gate and promote, as config/pipeline.yaml declares them.",
            "A stage runs again only when its inputs, its settings or its code changed since it last ran to its end;",
            "each says why it runs. A run that was killed goes on where it stopped. Exit code 3 if the gate refuses."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./osusume pipeline --from downloads/anime --models edlae,hybrid --set ingest.limit=none",
            "  ./osusume pipeline --dry-run"
        },
        subcommands = PipelineGraphCommand.class)
final class PipelineCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(
            names = "--from",
            paramLabel = "SOURCE",
            description =
                    "Where the files are: a folder, .zip, .csv(.gz), http(s) address or gs:// place (default: setting"
                            + " pipeline.source, else where they came from last).")
    @Nullable
    String source;

    @Option(
            names = "--models",
            paramLabel = "M,...",
            split = ",",
            description = "Which models (default: setting train.models).")
    @Nullable
    List<String> models;

    @Option(names = "--dry-run", description = "Only say which stages would run, and why.")
    boolean dryRun;

    @Option(
            names = "--force",
            paramLabel = "STAGE",
            description = "Run a stage whatever has changed; may be given again.")
    List<String> forced = new ArrayList<>();

    @Option(names = "--until", paramLabel = "STAGE", description = "End after this stage.")
    @Nullable
    String until;

    @Override
    public Integer call() throws IOException {
        workplace.assign(Setting.TRAIN_MODELS, models == null ? null : String.join(",", models));
        Pipeline pipeline = Pipeline.of(workplace, source, until);
        if (dryRun) {
            plan(pipeline);
        } else {
            workplace.tracking().recordWhole("pipeline", Map.of(), "", run -> {
                run.parameters(
                        Map.of(Setting.TRAIN_MODELS.key(), workplace.settings().text(Setting.TRAIN_MODELS)));
                pipeline.run(forced);
                return 0;
            });
        }
        return 0;
    }

    private void plan(Pipeline pipeline) throws IOException {
        TextTable table = new TextTable("stage", "", "because");
        int runs = 0;
        for (Map.Entry<Stage, Decision> entry :
                pipeline.flow().plan(pipeline.stages(forced)).entrySet()) {
            Decision decision = entry.getValue();
            runs += decision.fate() == Fate.SKIP ? 0 : 1;
            table.row(entry.getKey().name(), word(decision.fate()), String.join("; ", decision.reasons()));
        }
        workplace.print(table.toString());
        workplace.print(runs == 0 ? "nothing to do" : runs + (runs == 1 ? " stage runs" : " stages run, or may"));
    }

    private static String word(Fate fate) {
        return switch (fate) {
            case RUN -> "run";
            case SKIP -> "skip";
            case DEPENDS -> "depends";
        };
    }
}
