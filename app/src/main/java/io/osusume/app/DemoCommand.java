package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.artifact.Manifest;
import io.osusume.sample.Generate;
import io.osusume.sample.GenerateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs all stages on the shipped sample.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs all stages on the shipped sample of 450 titles and simulated users: generate, ingest, prepare,",
            "train, evaluate, gate, promote; then serves the web page at http://localhost:8080.",
            "What it makes lies in the artifacts folder, as if each command had been called by hand; it does not",
            "replace raw data that is not simulated."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./osusume demo --no-serve")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(names = "--no-serve", description = "End after the evaluation.")
    boolean noServe;

    @Option(names = "--port", paramLabel = "P", description = "The port (default: setting serve.port).")
    @Nullable
    Integer port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        workplace.assign(Setting.SERVE_PORT, port);
        workplace.assignUnlessGiven(Setting.MIN_RATINGS, "20");
        workplace.assignUnlessGiven(Setting.ALS_EMBEDDING_SIZE, "64");
        workplace.assignUnlessGiven(
                Setting.TRAIN_MODELS,
                "popularity,content,item-knn,ease,edlae,als,net-original,net-corrected,net-ranking,hybrid");
        refuseToReplaceRealData();
        Path simulated = workplace.artifacts().resolve("simulated");
        workplace.heading("generate: simulated users over the shipped titles");
        int threads = workplace.settings().threads();
        try (Progress progress = workplace.progress()) {
            Generate.run(GenerateSettings.small(threads), simulated, progress, Instant.now());
        }
        Pipeline.of(workplace, simulated.toString(), null).run(List.of());
        if (noServe) {
            workplace.print("next: ./osusume serve, or ./osusume similar \"Steins;Gate\"");
        } else {
            ServeCommand.serve(workplace, new ServingModel());
        }
        return 0;
    }

    private void refuseToReplaceRealData() throws IOException {
        Path raw = workplace.raw();
        if (Files.exists(raw.resolve(Manifest.FILE)) && !Manifest.read(raw).ofSimulatedUsers()) {
            throw new CommandFailure(raw + " holds data that is not simulated, which the demo would replace;"
                    + " give the demo a place of its own: --set paths.artifacts=demo-artifacts");
        }
    }
}
