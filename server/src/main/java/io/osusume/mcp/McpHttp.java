package io.osusume.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.osusume.assistant.Fan;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The protocol over HTTP, as its streamable transport without sessions: every request stands alone, so
/// that any replica answers it. Who may ask is decided before.
public final class McpHttp implements AutoCloseable {
    /// Where it is.
    public static final String PATH = "/mcp";

    private static final String FAN = "osusume.fan";
    private static final int LARGEST = 262_144; // bytes of a request

    private final HttpServletStatelessServerTransport transport;
    private final McpStatelessSyncServer server;

    /// Serves what a desk has.
    public McpHttp(McpDesk desk, String version) {
        transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(new JacksonMcpJsonMapper(JsonMapper.builder().build()))
                .messageEndpoint(PATH)
                .contextExtractor(request -> McpTransportContext.create(Map.of(FAN, fan(request))))
                .maxRequestSize(LARGEST)
                .build();
        server = McpServer.sync(transport)
                .serverInfo(McpDesk.NAME, version)
                .instructions(McpDesk.INSTRUCTIONS)
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .prompts(false)
                        .build())
                .tools(McpDesk.tools().stream()
                        .map(tool -> McpStatelessServerFeatures.SyncToolSpecification.builder()
                                .tool(tool)
                                .callHandler((context, request) -> desk.call(request, fan(context)))
                                .build())
                        .toList())
                .resources(
                        new McpStatelessServerFeatures.SyncResourceSpecification(
                                McpDesk.model(), (_, _) -> desk.readModel()),
                        new McpStatelessServerFeatures.SyncResourceSpecification(
                                McpDesk.card(), (_, _) -> desk.readCard()))
                .resourceTemplates(new McpStatelessServerFeatures.SyncResourceTemplateSpecification(
                        McpDesk.title(), (context, request) -> desk.readTitle(request.uri(), fan(context))))
                .prompts(new McpStatelessServerFeatures.SyncPromptSpecification(
                        McpDesk.evening(), (_, request) -> McpDesk.evening(request)))
                .immediateExecution(true)
                .build();
    }

    private static Fan fan(HttpServletRequest request) {
        return request.getAttribute(FAN) instanceof Fan fan ? fan : Fan.NOBODY;
    }

    private static Fan fan(McpTransportContext context) {
        return context.get(FAN) instanceof Fan fan ? fan : Fan.NOBODY;
    }

    /// Answers a request for a fan.
    public void answer(HttpServletRequest request, HttpServletResponse response, Fan fan)
            throws IOException, ServletException {
        request.setAttribute(FAN, fan);
        transport.service(request, response);
    }

    @Override
    public void close() {
        server.close();
    }
}
