package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
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
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
            McpSchema.CallToolResult wrong = client.callTool(McpSchema.CallToolRequest.builder("title_facts")
                    .arguments(Map.of("itemId", 999_999_999))
                    .build());
            assertTrue(Boolean.TRUE.equals(wrong.isError()));
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
