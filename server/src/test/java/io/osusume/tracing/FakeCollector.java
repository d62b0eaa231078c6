package io.osusume.tracing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/// A collector of traces as the OpenTelemetry protocol has it: takes `ExportTraceServiceRequest`s in
/// the binary form of Protocol Buffers over HTTP, and remembers their spans.
final class FakeCollector implements AutoCloseable {
    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    /// A span as it came.
    record Span(
            String name,
            String trace,
            String id,
            String parent,
            int kind,
            int status,
            Map<String, String> attributes) {}

    FakeCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    /// The header `x-key` of each request.
    List<String> keys() {
        return List.copyOf(keys);
    }

    /// All bytes that came, as Latin-1.
    String all() {
        return String.join("", bodies);
    }

    void answerWith(int other) {
        status = other;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = new GZIPInputStream(exchange.getRequestBody())) {
            byte[] bytes = body.readAllBytes();
            bodies.add(new String(bytes, StandardCharsets.ISO_8859_1));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("x-key")));
            for (ProtocolBuffer resource : new ProtocolBuffer(bytes).messages(1)) {
                for (ProtocolBuffer scope : resource.messages(2)) {
                    scope.messages(2).forEach(span -> spans.add(span(span)));
                }
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static Span span(ProtocolBuffer span) {
        Map<String, String> attributes = new TreeMap<>();
        for (ProtocolBuffer attribute : span.messages(9)) {
            ProtocolBuffer value = attribute.messages(2).getFirst();
            String text = value.has(1) ? value.text(1) : Long.toString(value.number(3));
            attributes.put(attribute.text(1), text);
        }
        HexFormat hex = HexFormat.of();
        int status = span.has(15) ? (int) span.messages(15).getFirst().number(3) : 0;
        return new Span(
                span.text(5),
                hex.formatHex(span.bytes(1)),
                hex.formatHex(span.bytes(2)),
                hex.formatHex(span.bytes(4)),
                (int) span.number(6),
                status,
                attributes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
