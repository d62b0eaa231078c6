package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `evaluate --split`: models judged on a split that is given, and the form of the JSON it writes.
class GivenSplitTest {
    @TempDir
    Path folder;

    private final Map<Long, Integer> listLengths = new HashMap<>();
    private List<String[]> rows = List.of();

    @BeforeEach
    void simulate() throws IOException {
        Path simulated = folder.resolve("simulated");
        CommandRun.in(folder, SmallData.generate(simulated)).done();
        try (Stream<String> lines = Files.lines(simulated.resolve("animelist.csv"))) {
            rows = lines.skip(1).map(line -> line.split(",")).toList();
        }
        rows.forEach(cells -> listLengths.merge(Long.parseLong(cells[0]), 1, Integer::sum));
    }

    private CommandRun run(String... words) {
        return CommandRun.in(folder.resolve("artifacts"), words);
    }

    @Test
    void aGivenSplitIsJudgedByTheContractOfItsJson() throws IOException {
        Path split = splitFile();
        Path out = Files.createDirectories(folder.resolve("out")).resolve("report.json");
        Files.writeString(out, "{\"code\": \"0.0.1+old\"}");
        CommandRun run = run(
                        "evaluate",
                        "--split",
                        split.toString(),
                        "--models",
                        "popularity,item-knn,ease",
                        "--part",
                        "test",
                        "--json",
                        out.toString())
                .done();
        assertTrue(run.err().endsWith("written to " + out + "\n"), run.err());
        assertTrue(run.err().contains(out + " was made by code 0.0.1+old, now it is "), run.err());
        JsonNode report = JsonMapper.shared().readTree(Files.readString(out));
        assertEquals(Set.of("popularity", "item-knn", "ease"), Set.copyOf(names(report)));
        long testUsers = listLengths.keySet().stream().filter(this::isTestUser).count();
        for (JsonNode model : report.get("models")) {
            assertTrue(model.get("trainSeconds").asDouble() > 0);
            assertEquals(testUsers, model.get("users").asLong());
            JsonNode ndcg = model.get("metrics").get("ndcg@10");
            assertTrue(ndcg.get("low").asDouble() < ndcg.get("mean").asDouble());
            assertTrue(ndcg.get("mean").asDouble() < ndcg.get("high").asDouble());
            assertTrue(run.out().contains("\n" + model.get("name").asString() + " "), run.out());
        }
        Set<String> paired = report.get("paired")
                .valueStream()
                .filter(pair -> pair.get("metric").asString().equals("ndcg@10"))
                .map(pair -> pair.get("a").asString() + " to " + pair.get("b").asString())
                .collect(Collectors.toSet());
        List<String> byQuality = names(report);
        assertEquals(
                Set.of(byQuality.get(1) + " to " + byQuality.get(0), byQuality.get(2) + " to " + byQuality.get(0)),
                paired,
                "each is compared to the best");
        assertEquals("test", report.get("part").asString());
        assertEquals("split.csv", report.get("data").get("name").asString());
    }

    @Test
    void ofTitlesNobodyHasWatchedContentFindsMoreThanChance() throws IOException {
        Path out = folder.resolve("cold.json");
        run(
                        "evaluate",
                        "--split",
                        splitFile().toString(),
                        "--data",
                        folder.resolve("simulated").toString(),
                        "--task",
                        "cold-items",
                        "--json",
                        out.toString())
                .done();

        JsonNode report = JsonMapper.shared().readTree(Files.readString(out));
        assertEquals(List.of("content", "random"), names(report), "the better one first");
        assertTrue(report.get("data").get("name").asString().matches("split.csv, [0-9]+ of its titles cold"));
    }

    private static List<String> names(JsonNode report) {
        return report.get("models")
                .valueStream()
                .map(model -> model.get("name").asString())
                .toList();
    }

    @Test
    void aPartWithoutUsersCannotBeJudged() throws IOException {
        CommandRun run = run("evaluate", "--split", splitFile().toString(), "--models", "ease", "--part", "validation");
        run.assertFailure(1, folder.resolve("split.csv") + " has no validation users to judge by; take one that has");
    }

    /// Every fifth user with at least four rows is a test user; every fourth row of a test user is held out.
    private Path splitFile() throws IOException {
        Path file = folder.resolve("split.csv");
        Map<Long, Integer> seen = new HashMap<>();
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("user_id,anime_id,rating,part\n");
            for (String[] cells : rows) {
                long user = Long.parseLong(cells[0]);
                int row = seen.merge(user, 1, Integer::sum);
                String part = !isTestUser(user) ? "train" : row % 4 == 0 ? "test-held-out" : "test-fold-in";
                out.write(cells[0] + "," + cells[1] + "," + cells[2] + "," + part + "\n");
            }
        }
        return file;
    }

    private boolean isTestUser(long user) {
        return user % 5 == 0 && listLengths.getOrDefault(user, 0) >= 4;
    }
}
