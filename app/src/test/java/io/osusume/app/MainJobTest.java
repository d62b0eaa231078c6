package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.osusume.artifact.SafetensorsFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The main job from raw rows to recommendations, by the commands a person would type.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobTest {
    private static final long STEINS_GATE = 9253;

    private final Map<Long, Set<Long>> lists = new HashMap<>();
    private Path folder = Path.of("");
    private Path artifacts = Path.of("");
    private String trained = "";
    private String evaluated = "";

    @BeforeAll
    void runTheStages(@TempDir Path temporary) throws IOException {
        folder = temporary;
        artifacts = folder.resolve("artifacts");
        SmallData.ingested(artifacts);
        run("prepare", "--min-ratings", "20").done();
        trained =
                run("train", "--models", "popularity,item-knn,ease,ease").done().out();
        evaluated =
                run("evaluate", "--models", "popularity,item-knn,ease").done().out();
        run("models", "promote", "best").done();
        try (Stream<String> lines = Files.lines(artifacts.resolve("simulated/animelist.csv"))) {
            lines.skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> lists.computeIfAbsent(Long.parseLong(cells[0]), _ -> new TreeSet<>())
                            .add(Long.parseLong(cells[1])));
        }
    }

    private CommandRun run(String... words) {
        return CommandRun.in(artifacts, words);
    }

    @Test
    void trainShowsEveryModelOnceWithItsVersion() {
        for (String family : List.of("popularity", "item-knn", "ease")) {
            long rows = Pattern.compile(
                            "(?m)^" + family + " +[0-9.]+ +0\\.[0-9]{4}  " + family + "-\\d{8}T\\d{6}Z-\\w{6}$")
                    .matcher(trained)
                    .results()
                    .count();
            assertEquals(1, rows, family + " in " + trained);
        }
    }

    @Test
    void evaluateRanksTheModelsAndWritesBothReports() throws IOException {
        assertTrue(evaluated.startsWith("simulated users: 39 test users, all 200 items ranked"), evaluated);
        JsonNode report =
                JsonMapper.shared().readTree(Files.readString(artifacts.resolve("reports/evaluation-test.json")));
        assertEquals(List.of("ease", "item-knn", "popularity"), names(report));
        assertTrue(Files.readString(artifacts.resolve("reports/evaluation-test.html"))
                .startsWith("<!doctype html>"));
    }

    private static List<String> names(JsonNode report) {
        return report.get("models")
                .valueStream()
                .map(model -> model.get("name").asString())
                .toList();
    }

    @Test
    void modelsAreListedShownAndPromoted() {
        JsonNode all = run("models", "list", "--json").json();
        assertEquals(3, all.size());
        String table = run("models", "list").done().out();
        String champion = "";
        for (JsonNode each : all) {
            String id = each.get("id").asString();
            assertTrue(table.contains(id), table);
            if (each.get("champion").asBoolean()) {
                champion = id;
            }
        }
        assertTrue(champion.startsWith("ease-"), "the best on the validation users: " + table);
        assertTrue(table.contains("*  " + champion), table);
        JsonNode shown = run("models", "show", "champion").json();
        assertEquals("ease", shown.get("inputs").get("family").asString());
        assertEquals(shown, run("models", "show", champion).json());
        assertEquals(
                "champion: " + champion + "\n",
                run("models", "promote", champion).done().out());
    }

    @Test
    void aTrainingUserGetsTitlesThatAreNotOnTheList() throws IOException {
        String champion = Files.readString(artifacts.resolve("models/champion")).strip();
        long[] users = SafetensorsFile.read(artifacts.resolve("models/" + champion + "/ids.safetensors"))
                .longs("users");
        for (long user : new long[] {users[0], users[users.length / 2], users[users.length - 1]}) {
            JsonNode given =
                    run("recommend", "--user", Long.toString(user), "--json").json();
            assertEquals(champion, given.get("model").asString());
            assertRanked(given, 10, lists.getOrDefault(user, Set.of()));
            String table =
                    run("recommend", "--user", Long.toString(user)).done().out();
            given.get("titles")
                    .forEach(title ->
                            assertTrue(table.contains(" " + title.get("itemId").asLong() + "  "), table));
        }
    }

    @Test
    void anExportedListGetsTitlesThatAreNeitherWatchedNorPlanned() throws IOException {
        Path export = Files.writeString(folder.resolve("animelist.xml"), """
                <?xml version="1.0" encoding="UTF-8" ?>
                <myanimelist>
                  <myinfo><user_export_type>1</user_export_type></myinfo>
                  <anime><series_animedb_id>9253</series_animedb_id><series_title><![CDATA[Steins;Gate]]></series_title>
                    <my_watched_episodes>24</my_watched_episodes><my_score>9</my_score><my_status>Completed</my_status>
                  </anime>
                  <anime><series_animedb_id>99999</series_animedb_id><series_title><![CDATA[Mine]]></series_title>
                    <my_watched_episodes>1</my_watched_episodes><my_score>0</my_score><my_status>Watching</my_status>
                  </anime>
                  <anime><series_animedb_id>30484</series_animedb_id><series_title><![CDATA[Again]]></series_title>
                    <my_watched_episodes>0</my_watched_episodes><my_score>0</my_score><my_status>Plan to Watch</my_status>
                  </anime>
                </myanimelist>
                """);
        CommandRun asJson = run("recommend", "--list", export.toString(), "-n", "7", "--json");
        assertEquals("", asJson.err());
        assertRanked(asJson.json(), 7, Set.of(STEINS_GATE, 30484L));
        assertEquals("[99999]", asJson.json().get("notMatched").toString());
        CommandRun asTable =
                run("recommend", "--list", export.toString(), "-n", "7").done();
        assertEquals("""
                3 titles read: 1 watching, 1 completed, 1 plan to watch
                1 of the list's titles are not known to the model: id 99999
                """, asTable.err());
        assertEquals(8, asTable.out().lines().count(), asTable.out());
    }

    @Test
    void entriesOfAnExportWithoutIdsAreFoundByName() throws IOException {
        Path export = Files.writeString(folder.resolve("named.xml"), """
                <myanimelist>
                  <anime><series_title>steins gate</series_title><my_score>95</my_score><my_status>COMPLETED</my_status>
                  </anime>
                  <anime><series_title>My Own Show</series_title><my_score>80</my_score><my_status>CURRENT</my_status>
                  </anime>
                </myanimelist>
                """);
        CommandRun asJson = run("recommend", "--list", export.toString(), "-n", "7", "--json");
        assertRanked(asJson.json(), 7, Set.of(STEINS_GATE));
        assertEquals("""
                2 titles read: 1 watching, 1 completed
                the list: its scores go to 100, they were divided by 10
                the list: 1 score rounded: 9.5 became 10
                not found by name: My Own Show
                """, run("recommend", "--list", export.toString()).done().err());
    }

    @Test
    void picksByNameAndByIdGiveTheSameTitles() {
        CommandRun byName = run("recommend", "--pick", "steins gate", "--pick", "1", "-n", "5", "--json");
        CommandRun byId = run("recommend", "--pick", "9253", "--pick", "Cowboy Bebop", "-n", "5", "--json");
        assertEquals(byId.json(), byName.json());
        assertRanked(byName.json(), 5, Set.of(STEINS_GATE, 1L));
    }

    @Test
    void similarTitlesBeginWithTheSequelAndLackTheTitleItself() {
        JsonNode similar = run("similar", "Steins;Gate", "-n", "5", "--json").json();
        assertEquals(STEINS_GATE, similar.get("to").asLong());
        assertRanked(similar, 5, Set.of(STEINS_GATE));
        assertEquals("Steins;Gate 0", similar.get("titles").get(0).get("name").asString());
        String table = run("similar", "9253", "-n", "5").done().out();
        assertTrue(table.startsWith("like Steins;Gate (id 9253):\n#"), table);
        assertEquals(7, table.lines().count(), table);
    }

    @Test
    void aModelVersionMayBeNamedInsteadOfTheChampion() {
        String popularity = run("models", "list", "--json")
                .json()
                .valueStream()
                .map(each -> each.get("id").asString())
                .filter(id -> id.startsWith("popularity-"))
                .findFirst()
                .orElseThrow();
        JsonNode given =
                run("recommend", "--pick", "1", "--model", popularity, "--json").json();
        assertEquals(popularity, given.get("model").asString());
        assertNotEquals(run("recommend", "--pick", "1", "--json").json().get("titles"), given.get("titles"));
    }

    @Test
    void whatIsNotKnownIsSaidWithSuggestions() {
        run("recommend", "--user", "999999999")
                .assertFailure(
                        2,
                        "user 999999999 is not among the 137 users of the training data; give a list instead."
                                + " See ./osusume recommend --help");
        run("similar", "steinz")
                .assertFailure(
                        1,
                        "no title is called \"steinz\"; did you mean \"Steins;Gate\" (id 9253, 2011),"
                                + " \"Steins;Gate 0\" (id 30484, 2018)?");
        run("recommend", "--pick", "qqqqqqqq")
                .assertFailure(1, "no title is called \"qqqqqqqq\"; nothing like it was found");
        run("evaluate", "--models", "als")
                .assertFailure(
                        1,
                        "no version of als was trained on the data in " + artifacts.resolve("prepared")
                                + "; run ./osusume train --models als");
    }

    @Test
    void chatAnswersEachLineInItsConversation() {
        InputStream before = System.in;
        CommandRun talk;
        try {
            System.setIn(new ByteArrayInputStream(
                    "tell me about Steins;Gate\nhow long is the first?\n\nnot read".getBytes(StandardCharsets.UTF_8)));
            talk = run("chat", "--pick", "Steins;Gate").done();
        } finally {
            System.setIn(before);
        }
        List<String> answers = talk.out()
                .lines()
                .filter(line -> line.startsWith("Steins;Gate is: TV, 2011, 24 episodes"))
                .toList();
        assertEquals(2, answers.size(), talk.out());
        assertTrue(talk.err().contains("rules answer: there is no OPENAI_API_KEY"), talk.err());
    }

    @Test
    void theOfficialClientTalksWithMcpOnStandardInputAndOutput() throws IOException {
        List<String> command = OwnProcess.command(artifacts, "mcp", "--pick", "Steins;Gate");
        ServerParameters program = ServerParameters.builder(command.getFirst())
                .args(command.subList(1, command.size()))
                .build();
        StdioClientTransport transport =
                new StdioClientTransport(program, new JacksonMcpJsonMapper(JsonMapper.shared()));
        try (McpSyncClient client = McpClient.sync(transport).build()) {
            assertEquals("osusume", client.initialize().serverInfo().name());
            assertEquals(10, client.listTools().tools().size());
            McpSchema.CallToolResult found = client.callTool(McpSchema.CallToolRequest.builder("recommend")
                    .arguments(Map.of("n", 3))
                    .build());
            assertFalse(Boolean.TRUE.equals(found.isError()), found.toString());
            assertTrue(found.toString().contains("the fan's own list"), found.toString());
            assertTrue(client.readResource(McpSchema.ReadResourceRequest.builder("osusume://model")
                            .build())
                    .toString()
                    .contains("ease"));
            assertTrue(client.readResource(McpSchema.ReadResourceRequest.builder("osusume://model/card")
                            .build())
                    .toString()
                    .contains("# Model card: ease-"));
        }
    }

    private static void assertRanked(JsonNode given, int n, Set<Long> notAmong) {
        JsonNode titles = given.get("titles");
        assertEquals(n, titles.size());
        Set<Long> seen = new TreeSet<>();
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            JsonNode title = titles.get(k);
            long id = title.get("itemId").asLong();
            assertEquals(k + 1, title.get("rank").asInt());
            assertTrue(title.get("score").asDouble() <= before, "best first");
            before = title.get("score").asDouble();
            assertFalse(notAmong.contains(id), () -> id + " is on the list");
            assertTrue(seen.add(id), "once each");
            assertFalse(title.get("name").asString().isEmpty());
        }
    }
}
