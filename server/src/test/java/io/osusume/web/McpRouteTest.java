package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import io.osusume.profiles.Change;
import io.osusume.profiles.EntryStatus;
import io.osusume.profiles.ProfileToken;
import io.osusume.profiles.Scope;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SampleModel;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The Model Context Protocol as its official client speaks it.
class McpRouteTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.keeping(new RecommendationService(SampleModel.loaded()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static McpSyncClient client(String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        for (int k = 0; k < headers.length; k += 2) {
            request.header(headers[k], headers[k + 1]);
        }
        return McpClient.sync(HttpClientStreamableHttpTransport.builder(server.address(""))
                        .endpoint("/mcp")
                        .requestBuilder(request)
                        .build())
                .build();
    }

    private static String text(McpSchema.CallToolResult result) {
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }

    @Test
    void theClientFindsToolsResourcesAndPromptsAndUsesThem() {
        try (McpSyncClient client = client("Authorization", "Bearer " + server.key(Scope.RECOMMEND))) {
            McpSchema.InitializeResult begun = client.initialize();
            assertEquals("osusume", begun.serverInfo().name());
            Set<String> tools = new TreeSet<>();
            client.listTools().tools().forEach(tool -> tools.add(tool.name()));
            assertEquals(
                    new TreeSet<>(List.of(
                            "recommend",
                            "find_titles",
                            "similar_titles",
                            "title_facts",
                            "explain",
                            "why_not",
                            "taste",
                            "propose_change",
                            "compare_titles",
                            "watching_order")),
                    tools);
            McpSchema.CallToolResult found = client.callTool(McpSchema.CallToolRequest.builder("find_titles")
                    .arguments(Map.of("name", "Steins;Gate"))
                    .build());
            assertFalse(Boolean.TRUE.equals(found.isError()));
            assertTrue(text(found).contains("\"itemId\":9253"), text(found));
            assertEquals("{titles=[", String.valueOf(found.structuredContent()).substring(0, 9));
            McpSchema.CallToolResult wrong = client.callTool(McpSchema.CallToolRequest.builder("title_facts")
                    .arguments(Map.of("itemId", 999_999_999))
                    .build());
            assertTrue(Boolean.TRUE.equals(wrong.isError()));
            assertNull(wrong.structuredContent());
            assertTrue(client.readResource(McpSchema.ReadResourceRequest.builder("osusume://titles/9253")
                            .build())
                    .toString()
                    .contains("Steins;Gate"));
            assertTrue(client.readResource(McpSchema.ReadResourceRequest.builder("osusume://model")
                            .build())
                    .toString()
                    .contains("hybrid-sample"));
            McpSchema.ResourceContents card = client.readResource(
                            McpSchema.ReadResourceRequest.builder("osusume://model/card")
                                    .build())
                    .contents()
                    .getFirst();
            assertEquals("text/markdown", card.mimeType());
            assertEquals("# Model card: hybrid-sample\n", ((McpSchema.TextResourceContents) card).text());
            assertTrue(client.getPrompt(McpSchema.GetPromptRequest.builder("something-to-watch")
                            .arguments(Map.of("mood", "something calm"))
                            .build())
                    .toString()
                    .contains("something calm"));
        }
    }

    @Test
    void aProfileIsOpenedByItsTokenAndChangedByNoTool() {
        ProfileToken token = server.profiles().create();
        server.profiles().apply(token, new Change.SetEntry(5114, EntryStatus.WATCHED, 10));
        try (McpSyncClient client =
                client("Authorization", "Bearer " + server.key(Scope.PROFILE), "Osusume-Profile", token.text())) {
            client.initialize();
            McpSchema.CallToolResult why = client.callTool(McpSchema.CallToolRequest.builder("explain")
                    .arguments(Map.of("itemId", 9253))
                    .build());
            assertTrue(text(why).contains("\"byTitle\":5114"), text(why));
            client.callTool(McpSchema.CallToolRequest.builder("propose_change")
                    .arguments(Map.of("deed", "not-interested", "itemId", 9253))
                    .build());
            assertEquals(1, server.profiles().contents(token).orElseThrow().version());
        }
    }

    /// The client looks at each answer with the schema the tool was described with.
    @Test
    void theAnswerOfEveryToolIsStructuredAsItsSchemaSays() {
        ProfileToken token = server.profiles().create();
        server.profiles().apply(token, new Change.SetEntry(5114, EntryStatus.WATCHED, 10));
        server.profiles().apply(token, new Change.SetEntry(1535, EntryStatus.WATCHED, 4));
        Map<String, Map<String, Object>> calls = new TreeMap<>();
        calls.put("recommend", Map.of("n", 3, "genres", List.of("Drama")));
        calls.put("find_titles", Map.of("name", "Clannad"));
        calls.put("similar_titles", Map.of("itemId", 9253));
        calls.put("title_facts", Map.of("itemId", 9253));
        calls.put("explain", Map.of("itemId", 9253));
        calls.put("why_not", Map.of("itemId", 20));
        calls.put("taste", Map.of());
        calls.put("propose_change", Map.of("deed", "seen", "itemId", 9253, "score", 8));
        calls.put("compare_titles", Map.of("itemIds", List.of(9253, 1535)));
        calls.put("watching_order", Map.of("itemId", 1575));
        try (McpSyncClient client =
                client("Authorization", "Bearer " + server.key(Scope.PROFILE), "Osusume-Profile", token.text())) {
            client.initialize();
            List<McpSchema.Tool> tools = client.listTools().tools();
            assertEquals(
                    calls.keySet(),
                    tools.stream().map(McpSchema.Tool::name).collect(Collectors.toCollection(TreeSet::new)));
            JsonSchemaValidator schemas = McpJsonDefaults.getSchemaValidator();
            for (McpSchema.Tool tool : tools) {
                Map<String, Object> schema = tool.outputSchema();
                assertNotNull(schema, tool.name());
                McpSchema.CallToolResult answer = client.callTool(McpSchema.CallToolRequest.builder(tool.name())
                        .arguments(calls.get(tool.name()))
                        .build());
                assertFalse(Boolean.TRUE.equals(answer.isError()), () -> tool.name() + ": " + text(answer));
                Object structured = answer.structuredContent();
                assertNotNull(structured, tool.name());
                assertEquals(
                        JsonMapper.shared().readTree(text(answer)),
                        JsonMapper.shared().valueToTree(structured));
                assertTrue(
                        schemas.validate(schema, structured).valid(),
                        () -> tool.name() + ": "
                                + schemas.validate(schema, structured).errorMessage());
                assertFalse(schemas.validate(schema, Map.of("nothing", "of it")).valid(), tool.name());
            }
        }
    }

    @Test
    void withoutAKeyNothingIsAnswered() throws Exception {
        assertEquals(401, server.ask("POST", "/mcp", "{}").statusCode());
        assertEquals(
                403,
                server.ask("POST", "/mcp", "{}", "Authorization", "Bearer " + server.key(Scope.ADMIN))
                        .statusCode());
        try (McpSyncClient client = client()) {
            assertThrows(RuntimeException.class, client::initialize);
        }
    }
}
