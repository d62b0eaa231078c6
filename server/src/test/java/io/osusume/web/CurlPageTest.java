package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.osusume.model.ease.EaseTrainer;
import io.osusume.profiles.Scope;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SampleModel;
import io.osusume.recommend.TwoWorlds;
import io.osusume.registry.ModelRegistry;
import io.osusume.serving.ChampionWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every command of `docs/curl.md` works as it stands there, one after the other, and answers in the shape shown below
/// it.
class CurlPageTest {
    private static final Pattern STEP =
            Pattern.compile("```sh\n(?<command>.*?)```(\n\n```(?<kind>json|text)\n(?<answer>.*?)```)?", Pattern.DOTALL);
    private static final String MAKE_KEY = "./osusume keys create --name curl --scopes recommend,profile,admin";

    @TempDir
    Path folder;

    private record Step(String command, String kind, String answer) {}

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        Matcher found = STEP.matcher(Files.readString(Path.of("../docs/curl.md")));
        while (found.find()) {
            steps.add(new Step(
                    found.group("command"),
                    String.valueOf(found.group("kind")),
                    String.valueOf(found.group("answer"))));
        }
        return steps;
    }

    @Test
    void everyCommandOfThePageAnswersAsShown() throws Exception {
        assumeTrue(
                "true".equals(System.getenv("CI"))
                        || Stream.of(System.getenv("PATH").split(":", -1))
                                .anyMatch(part -> Files.isExecutable(Path.of(part, "curl"))),
                "there is no curl");
        Files.writeString(folder.resolve("animelist.xml"), TestServer.LIST);
        List<Step> steps = steps();
        assertTrue(steps.size() >= 25, steps.toString());
        try (ChampionWatch champion = sample();
                TestServer server = TestServer.keeping(champion, Operation.USUAL)) {
            run(script(steps, server));
        }
        for (int k = 1; k < steps.size(); k++) {
            Step step = steps.get(k);
            String output = Files.readString(folder.resolve("out." + k));
            switch (step.kind()) {
                case "json" -> assertShape(step, output);
                case "text" -> assertEquals(step.answer().strip(), output.strip(), step.command());
                default -> throw new AssertionError("no answer is shown below\n" + step.command() + "\n" + output);
            }
        }
    }

    /// A registry with a champion, in whose place the sample is served.
    private ChampionWatch sample() throws IOException {
        EaseTrainer ease = new EaseTrainer(20);
        ModelRegistry registry = new ModelRegistry(folder.resolve("models"), List.of(ease), TwoWorlds.KERNELS);
        registry.promote(registry.register(
                TwoWorlds.registration(ease, TwoWorlds.train(ease), Instant.parse("2026-11-24T10:00:00Z"))));
        return ChampionWatch.start(registry, _ -> new RecommendationService(SampleModel.loaded()), Duration.ofDays(1));
    }

    private static String script(List<Step> steps, TestServer server) {
        StringBuilder script =
                new StringBuilder("set -euo pipefail\ncurl() { command curl --fail-with-body -sS \"$@\"; }\n");
        for (int k = 0; k < steps.size(); k++) {
            script.append("exec >out.")
                    .append(k)
                    .append("\necho step ")
                    .append(k)
                    .append(" >&2\n");
            script.append(steps.get(k).command());
        }
        assertTrue(script.indexOf(MAKE_KEY) > 0, "the page makes a key");
        return script.toString()
                .replace("http://localhost:8080", server.address(""))
                .replace(MAKE_KEY, "echo " + server.key(Scope.RECOMMEND, Scope.PROFILE, Scope.ADMIN));
    }

    private void run(String script) throws IOException, InterruptedException {
        Path said = folder.resolve("said-by-bash");
        Process process = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> {
            try {
                return Files.readString(said);
            } catch (IOException unreadable) {
                return String.valueOf(unreadable);
            }
        });
    }

    private static void assertShape(Step step, String output) {
        JsonMapper json = JsonMapper.shared();
        List<String> problems = new ArrayList<>();
        compare(json.readTree(step.answer()), json.readTree(output), "", problems);
        assertEquals(List.of(), problems, step.command() + "\n" + output);
    }

    private static void compare(JsonNode shown, JsonNode given, String at, List<String> problems) {
        if (shown.getNodeType() != given.getNodeType()) {
            problems.add(at + ": shown is " + shown + ", given " + given);
        } else if (shown.isObject() && !shown.isEmpty()) {
            Set<String> names = new TreeSet<>(shown.propertyNames());
            if (!names.equals(new TreeSet<>(given.propertyNames()))) {
                problems.add(at + ": shown has " + names + ", given has " + new TreeSet<>(given.propertyNames()));
            }
            names.stream()
                    .filter(given::has)
                    .forEach(name -> compare(shown.path(name), given.path(name), at + "/" + name, problems));
        } else if (shown.isArray() && shown.isEmpty() != given.isEmpty()) {
            problems.add(at + ": shown is " + shown + ", given " + given);
        } else if (shown.isArray() && !shown.isEmpty()) {
            compare(shown.get(0), given.get(0), at + "/0", problems);
        }
    }
}
