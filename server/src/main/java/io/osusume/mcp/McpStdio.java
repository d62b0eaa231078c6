package io.osusume.mcp;

import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.osusume.assistant.Fan;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/// The protocol over standard input and output: a program starts this one and talks to it. Nothing else
/// may be written to standard output meanwhile.
public final class McpStdio implements AutoCloseable {
    private final McpSyncServer server;

    /// Begins to serve one fan.
    public McpStdio(McpDesk desk, Fan fan, String version, InputStream in, OutputStream out) {
        var transport = new StdioServerTransportProvider(
                new JacksonMcpJsonMapper(JsonMapper.builder().build()), in, out);
        this.server = McpServer.sync(transport)
                .serverInfo(McpDesk.NAME, version)
                .instructions(McpDesk.INSTRUCTIONS)
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .prompts(false)
                        .build())
                .tools(McpDesk.tools().stream()
                        .map(tool -> McpServerFeatures.SyncToolSpecification.builder()
                                .tool(tool)
                                .callHandler((_, request) -> desk.call(request, fan))
                                .build())
                        .toList())
                .resources(
                        new McpServerFeatures.SyncResourceSpecification(McpDesk.model(), (_, _) -> desk.readModel()),
                        new McpServerFeatures.SyncResourceSpecification(McpDesk.card(), (_, _) -> desk.readCard()))
                .resourceTemplates(new McpServerFeatures.SyncResourceTemplateSpecification(
                        McpDesk.title(), (_, request) -> desk.readTitle(request.uri(), fan)))
                .prompts(new McpServerFeatures.SyncPromptSpecification(
                        McpDesk.evening(), (_, request) -> McpDesk.evening(request)))
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
