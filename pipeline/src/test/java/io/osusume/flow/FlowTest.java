package io.osusume.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.flow.Flow.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pipeline of three stages over text: `grind` makes flour of corn, `bake` makes bread of flour, `eat` crumbs of
/// bread.
class FlowTest {
    private static final Stage GRIND = new Stage(
            "grind", "grind", "", List.of("corn"), List.of("flour"), List.of("mill.speed"), List.of("a.mill"));
    private static final Stage BAKE =
            new Stage("bake", "bake", "", List.of("flour"), List.of("bread"), List.of("oven.*"), List.of("a.oven"));
    private static final Stage EAT =
            new Stage("eat", "eat", "", List.of("bread"), List.of("crumbs"), List.of(), List.of("a.mouth"));

    @TempDir
    Path artifacts;

    private final SortedMap<String, String> settings = new TreeMap<>(Map.of("mill.speed", "5", "oven.heat", "200"));
    private final SortedMap<String, String> code = new TreeMap<>(Map.of("a.mill", "1", "a.oven", "1", "a.mouth", "1"));
    private final List<String> ran = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private String corn = "wheat";
    private String dies = "";

    private Flow flow() {
        return new Flow(FlowGraph.of(List.of(EAT, BAKE, GRIND), Set.of("corn")), artifacts, new Flow.Surroundings() {
            @Override
            public String outside(String input, HashCache cache) {
                return corn;
            }

            @Override
            public SortedMap<String, String> settings(List<String> keys) {
                SortedMap<String, String> values = new TreeMap<>(settings);
                values.keySet()
                        .removeIf(key -> keys.stream().noneMatch(named -> key.startsWith(named.replace("*", ""))));
                return values;
            }

            @Override
            public SortedMap<String, String> code(List<String> packages) {
                SortedMap<String, String> values = new TreeMap<>(code);
                values.keySet().retainAll(packages);
                return values;
            }

            @Override
            public Instant now() {
                return Instant.now();
            }
        });
    }

    private Map<String, Path> work(Stage stage) throws IOException {
        if (stage.name().equals(dies)) {
            throw new IOException("the " + dies + " broke");
        }
        ran.add(stage.name());
        Path place = artifacts.resolve(stage.outputs().getFirst());
        String text = switch (stage.name()) {
            case "grind" -> corn + " flour";
            case "bake" ->
                "bread of " + Files.readString(artifacts.resolve("flour")) + " at " + settings.get("oven.heat");
            default -> "crumbs";
        };
        Files.writeString(place, text);
        return Map.of(stage.outputs().getFirst(), place);
    }

    private List<String> run(Stage... forced) throws IOException {
        ran.clear();
        told.clear();
        flow().run(Set.of(forced), this::work, new Flow.Listener() {
            @Override
            public void decided(Stage stage, Decision decision) {
                told.add(stage.name() + " skipped: " + String.join("; ", decision.reasons()));
            }

            @Override
            public void begins(Stage stage, Decision decision) {
                told.add(stage.name() + ": " + String.join("; ", decision.reasons()));
            }

            @Override
            public void ended(Stage stage, Duration took) {
                assertTrue(!took.isNegative());
            }
        });
        return List.copyOf(ran);
    }

    @Test
    void stagesRunInTheOrderOfWhatTheyNeedAndASecondRunDoesNothing() throws IOException {
        assertEquals(List.of("grind", "bake", "eat"), run());
        assertEquals(List.of(), run());
        assertEquals(
                List.of(
                        "grind skipped: nothing changed",
                        "bake skipped: nothing changed",
                        "eat skipped: nothing changed"),
                told);
    }

    @Test
    void aChangedSettingRunsOnlyWhatDependsOnItAndSaysSo() throws IOException {
        run();
        settings.put("oven.heat", "220");
        assertEquals(List.of("bake", "eat"), run());
        assertEquals(
                List.of(
                        "grind skipped: nothing changed",
                        "bake: setting oven.heat changed from 200 to 220",
                        "eat: input bread changed"),
                told);
    }

    @Test
    void aStageThatMakesTheSameAgainEndsTheChain() throws IOException {
        run();
        settings.put("mill.speed", "9");
        assertEquals(List.of("grind"), run());
        assertEquals("bake skipped: nothing changed", told.get(1));
        code.put("a.mouth", "2");
        assertEquals(List.of("eat"), run());
        assertEquals("eat: code of a.mouth changed", told.getLast());
    }

    @Test
    void otherInputRunsAllAndAForcedStageRunsAlone() throws IOException {
        run();
        corn = "rye";
        assertEquals(List.of("grind", "bake", "eat"), run());
        assertEquals("grind: input corn changed", told.getFirst());
        assertEquals(List.of("bake"), run(BAKE));
        assertEquals("bake: forced", told.get(1));
    }

    @Test
    void whatIsGoneOrWasAlteredIsMadeAgain() throws IOException {
        run();
        Files.delete(artifacts.resolve("bread"));
        Files.writeString(artifacts.resolve("flour"), "sand");
        assertEquals(List.of("grind", "bake"), run());
        assertEquals(
                List.of("grind: output flour is not what it made", "bake: output bread is gone"), told.subList(0, 2));
    }

    @Test
    void aRunThatBrokeGoesOnWhereItStopped() throws IOException {
        dies = "bake";
        assertEquals(
                "the bake broke", assertThrows(IOException.class, this::run).getMessage());
        dies = "";
        assertEquals(List.of("bake", "eat"), run());
        assertEquals("bake: it has not run to its end yet", told.get(1));
    }

    @Test
    void aPlanSaysWhatWouldRunAndChangesNothing() throws IOException {
        run();
        settings.put("mill.speed", "9");
        Map<String, String> plan = new LinkedHashMap<>();
        flow().plan(Set.of())
                .forEach((stage, decision) ->
                        plan.put(stage.name(), decision.fate() + " " + String.join("; ", decision.reasons())));
        assertEquals(
                Map.of(
                        "grind", "RUN setting mill.speed changed from 5 to 9",
                        "bake", "DEPENDS if flour comes out otherwise",
                        "eat", "DEPENDS if bread comes out otherwise"),
                plan);
        assertEquals(List.of("grind"), run());
    }

    @Test
    void onlyWhatIsNeededUntilAStageIsKept() {
        FlowGraph graph = flow().graph();
        assertEquals(List.of(GRIND, BAKE), graph.until(graph.named("bake")).stages());
        assertEquals(
                "there is no stage 'fry'; known are grind, bake, eat",
                assertThrows(FlowException.class, () -> graph.named("fry")).getMessage());
    }

    @Test
    void aGraphThatCannotBeRunIsRefused() {
        Stage circle = new Stage("sow", "sow", "", List.of("crumbs"), List.of("corn"), List.of(), List.of());
        assertEquals(
                "these stages wait for each other in a circle: grind, bake, eat, sow",
                assertThrows(FlowException.class, () -> FlowGraph.of(List.of(GRIND, BAKE, EAT, circle), Set.of()))
                        .getMessage());
        assertEquals(
                "stage 'bake' reads 'flour', which no stage makes; made are bread, from outside come corn",
                assertThrows(FlowException.class, () -> FlowGraph.of(List.of(BAKE), Set.of("corn")))
                        .getMessage());
        assertEquals(
                "stage 'bake' stands twice in the pipeline; name one otherwise",
                assertThrows(FlowException.class, () -> FlowGraph.of(List.of(BAKE, BAKE), Set.of("flour")))
                        .getMessage());
    }

    @Test
    void theDrawingsNameEveryStageAndSayInWordsWhatLeadsWhere() {
        String svg = FlowDrawing.svg(flow().graph());
        assertTrue(svg.contains("grind reads corn and makes flour; bake reads flour and makes bread"), svg);
        assertTrue(svg.contains("role='img'") && svg.contains("prefers-color-scheme: dark"), svg);
        assertEquals("""
                flowchart LR
                  corn(["corn"])
                  grind["grind"]
                  bake["bake"]
                  eat["eat"]
                  corn -->|corn| grind
                  grind -->|flour| bake
                  bake -->|bread| eat
                """, FlowDrawing.mermaid(flow().graph()));
    }
}
