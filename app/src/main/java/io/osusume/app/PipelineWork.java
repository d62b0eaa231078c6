package io.osusume.app;

import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Manifest;
import io.osusume.evaluation.Part;
import io.osusume.flow.Flow;
import io.osusume.flow.FlowException;
import io.osusume.flow.Stage;
import io.osusume.registry.ModelRegistry;
import io.osusume.release.GateReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Does what the stages of `config/pipeline.yaml` say, each as its command would.
final class PipelineWork implements Flow.Work {
    private static final String CANDIDATE = "candidate";

    private final Workplace workplace;
    private final Flow flow;
    private final String source;
    private Optional<TrainCommand.Session> training = Optional.empty();

    PipelineWork(Workplace workplace, Flow flow, String source) {
        this.workplace = workplace;
        this.flow = flow;
        this.source = source;
    }

    @Override
    public Map<String, Path> run(Stage stage) throws IOException {
        return switch (stage.does()) {
            case "ingest" -> {
                IngestCommand.run(workplace, source);
                yield Map.of("raw", workplace.raw());
            }
            case "prepare" -> {
                PrepareCommand.run(workplace);
                yield Map.of("prepared", workplace.prepared());
            }
            case "train" -> Map.of(stage.outputs().getFirst(), train(stage.of()));
            case "evaluate" -> {
                training = Optional.empty(); // its data is not needed any more
                EvaluateCommand.runOnRegistered(workplace);
                yield Map.of("evaluation", workplace.reports().resolve("evaluation-" + Part.TEST.word() + ".json"));
            }
            case "register" -> Map.of(CANDIDATE, register(stage));
            case "gate" -> Map.of("verdict", gate());
            case "promote" -> Map.of("promotion", promote());
            default ->
                throw new FlowException("stage '" + stage.name() + "' does '" + stage.does()
                        + "', which is nothing this program can do; it can ingest, prepare, train, evaluate, register,"
                        + " gate, promote");
        };
    }

    private Path train(String family) throws IOException {
        TrainCommand.Session session = training.orElse(null);
        if (session == null) {
            session = TrainCommand.Session.open(workplace);
            training = Optional.of(session);
        }
        TrainCommand.Trained trained = session.train(family);
        workplace.print(trained.id() + "  "
                + trained.quality()
                        .map(ndcg -> TrainCommand.QUALITY + " " + ndcg)
                        .orElse(""));
        return workplace.models().resolve(trained.id());
    }

    private ModelRegistry registry() {
        return Assembly.registry(workplace, Assembly.plainKernels());
    }

    /// Makes the best model of this run the challenger and notes its id.
    private Path register(Stage stage) throws IOException {
        ModelRegistry registry = registry();
        String best = "";
        double highest = Double.NEGATIVE_INFINITY;
        for (String input : stage.inputs()) {
            if (input.startsWith("model ")) {
                String id = String.valueOf(flow.product(input).orElseThrow().getFileName());
                Manifest manifest = registry.show(id);
                double quality = manifest.metrics().getOrDefault(TrainCommand.QUALITY, Double.NEGATIVE_INFINITY);
                if (best.isEmpty() || quality > highest) {
                    best = id;
                    highest = quality;
                }
            }
        }
        if (!registry.champion().equals(Optional.of(best))) {
            registry.challenge(best, Operator.because("the best of a pipeline's run on the validation users"));
        }
        workplace.print("candidate: " + best);
        return note(CANDIDATE, best);
    }

    private String candidate() throws IOException {
        return Files.readString(flow.folder().resolve(CANDIDATE)).strip();
    }

    private Path gate() throws IOException {
        String id = candidate();
        Gatekeeper gatekeeper = Gatekeeper.at(workplace);
        GateReport report = gatekeeper.judge(id);
        return note(
                "verdict", report.passed() ? "passed" : report.verdict() + ": " + String.join("; ", report.refusals()));
    }

    /// Promotes the candidate, or says why not.
    private Path promote() throws IOException {
        String verdict = Files.readString(flow.folder().resolve("verdict")).strip();
        if (!verdict.equals("passed")) {
            throw new GateRefusal(verdict + ". The champion stays. To overrule the gate: ./osusume models promote "
                    + candidate() + " --force --reason TEXT");
        }
        Gatekeeper.at(workplace).promote(candidate(), "the pipeline's candidate passed the gate");
        workplace.print("champion: " + candidate());
        return note("promotion", candidate());
    }

    private Path note(String name, String text) throws IOException {
        Path file = flow.folder().resolve(name);
        Files.createDirectories(flow.folder());
        ArtifactFolder.writeFile(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
