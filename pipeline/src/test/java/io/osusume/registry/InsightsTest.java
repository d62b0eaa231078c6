package io.osusume.registry;

import static io.osusume.registry.SampleRegistration.NOON;
import static io.osusume.registry.SampleRegistration.failure;
import static io.osusume.registry.SampleRegistration.flipped;
import static io.osusume.registry.SampleRegistration.registration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.data.ItemFacts;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.RatingErrors;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.TrainingListener;
import io.osusume.model.audience.Audiences;
import io.osusume.model.layout.Atlas;
import io.osusume.model.layout.Layout;
import io.osusume.model.neighbours.ListSample;
import io.osusume.model.rating.TrimmedRegressionTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a version tells beside recommendations, on disk.
class InsightsTest {
    private static final Set<String> FILES = Set.of(
            "map.safetensors",
            "audiences.safetensors",
            "scores.safetensors",
            "lists.safetensors",
            "meanings.safetensors");

    @TempDir
    Path models;

    private ModelRegistry registry = new ModelRegistry(Path.of(""), List.of(), WeightedModel.KERNELS);

    @BeforeEach
    void open() {
        registry = new ModelRegistry(models, List.of(new WeightedModel.Maker(1)), WeightedModel.KERNELS);
    }

    private static LearntInsights learnt() {
        Layout layout = Layout.of(Tensors.of(Map.of("trainer", "by hand"))
                .with("positions", Tensor.of(new float[] {-1, 0, .5f, 1, .25f, -.75f}, 3, 2)));
        ItemFacts facts = ItemFacts.unknown(3);
        Threads one = new Threads(1);
        Kernels kernels = new Kernels(VectorMath.scalar(), DenseMath.java(one), one);
        Insights insights = Insights.of(
                        Atlas.of(layout, facts),
                        Audiences.of(new TrainingData(SampleRegistration.TRAINING, facts), one),
                        new ExpectedScores(
                                TrimmedRegressionTrainer.defaults()
                                        .train(SampleRegistration.TRAINING, kernels, TrainingListener.SILENT),
                                new RatingErrors(List.of(new RatingErrors.Step(3, .125)))),
                        ListSample.of(SampleRegistration.TRAINING, 2))
                .with(Meanings.of("letters", new long[] {7}, new float[] {3, 4}));
        return new LearntInsights(
                insights, new TreeMap<>(Map.of("insights.map", "true")), new TreeMap<>(Map.of("score-rmse", .13)));
    }

    private String registered() throws IOException {
        return registry.register(registration(2.5f, NOON)
                .withInsights(learnt())
                .withLineage(new TreeMap<>(Map.of("animelist.csv", "sha256:9f2c"))));
    }

    private static void assertSameInsights(Insights found) {
        assertEquals(.5f, found.map().orElseThrow().layout().x(1));
        assertEquals(
                List.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                found.audiences().orElseThrow().of(2).byPoints());
        assertEquals(.125, found.scores().orElseThrow().errors().within(5));
        assertEquals(2, found.lists().orElseThrow().size());
        assertEquals("letters", found.meanings().orElseThrow().encoder());
        assertEquals(7, found.meanings().orElseThrow().itemId(0));
    }

    @Test
    void insightsComeBackWithTheModel() throws IOException {
        assertSameInsights(registry.load(registered()).insights());
    }

    @Test
    void theManifestHoldsTheirFilesSettingsFiguresAndTheLineage() throws IOException {
        Manifest manifest = registry.show(registered());
        assertTrue(
                manifest.files().keySet().containsAll(FILES),
                () -> manifest.files().keySet().toString());
        assertEquals("true", manifest.settings().get("insights.map"));
        assertEquals("2.5", manifest.settings().get("weight"));
        assertEquals(Map.of("ndcg@10", .5, "score-rmse", .13), manifest.metrics());
        assertEquals(Map.of("animelist.csv", "sha256:9f2c", "data", "da7a", "family", "weighted"), manifest.inputs());
    }

    @Test
    void aVersionWithoutThemTellsNothing() throws IOException {
        Insights none =
                registry.load(registry.register(registration(2.5f, NOON))).insights();
        assertTrue(none.map().isEmpty()
                && none.audiences().isEmpty()
                && none.scores().isEmpty()
                && none.lists().isEmpty()
                && none.meanings().isEmpty());
    }

    /// The model is served; only who asks for the damaged part is told.
    @Test
    void aDamagedPartIsFoundWhenSomebodyAsksForIt() throws IOException {
        String id = registered();
        Path file = models.resolve(id).resolve("map.safetensors");
        byte[] whole = Files.readAllBytes(file);
        String hash = Hashes.sha256(file);
        byte[] damaged = flipped(whole, whole.length - 1);
        Files.write(file, damaged);

        LoadedModel loaded = registry.load(id);
        assertEquals(2, loaded.insights().lists().orElseThrow().size());
        assertEquals(
                file + " does not match its manifest: expected sha256 " + hash + ", found " + Hashes.sha256(file)
                        + "; train again or restore the file",
                failure(() -> loaded.insights().map()));
        failure(() -> registry.verify(id));
        Files.write(file, whole);
        assertEquals(3, loaded.insights().map().orElseThrow().itemCount(), "once restored it is read");
    }

    @Test
    void anOldVersionIsCompleted() throws IOException {
        String old = registry.register(registration(2.5f, NOON));
        String completed = registry.complete(old, learnt(), NOON.plusSeconds(60));

        assertEquals(List.of(old, completed), registry.list());
        Manifest before = registry.verify(old);
        Manifest after = registry.verify(completed);
        assertEquals(old, after.inputs().get("completes"));
        assertEquals(.5, after.metrics().get("ndcg@10"));
        assertEquals(before.files().get("model.safetensors"), after.files().get("model.safetensors"));
        assertFalse(before.files().containsKey("map.safetensors"));
        assertSameInsights(registry.load(completed).insights());
        assertEquals(2, registry.epochs(completed).size());
        assertEquals(
                "model version '" + completed + "' is registered already",
                failure(() -> registry.complete(old, learnt(), NOON.plusSeconds(60))));
    }
}
