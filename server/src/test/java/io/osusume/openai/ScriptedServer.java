package io.osusume.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that speaks OpenAI's Chat Completions, streaming, and says what a script has it say.
public final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> requests = new ArrayList<>();
    private volatile Function<JsonNode, Script> otherwise =
            _ -> new Script.Fails(500, Map.of(), "the script is at its end");

    /// What is answered to one request.
    public sealed interface Script {
        /// A text, in these pieces.
        record Says(List<String> chunks) implements Script {
            public static Says whole(String text) {
                return new Says(List.of(text));
            }

            /// In pieces like a tokenizer's: a word with the space before it.
            public static Says words(String text) {
                return new Says(List.of(text.split("(?= )", -1)));
            }
        }

        /// Calls of tools: names and arguments in turn.
        record Calls(List<String> namesAndArguments) implements Script {
            public static Calls of(String... namesAndArguments) {
                return new Calls(List.of(namesAndArguments));
            }
        }

        /// A status other than 200.
        record Fails(int status, Map<String, String> headers, String body) implements Script {}

        /// A text that breaks off: the connection ends in the middle.
        record Cut(List<String> chunks) implements Script {}

        /// Anything, as it is, with status 200.
        record Raw(String body) implements Script {}

        /// Nothing for so long, then a text.
        record Slow(long millis, String text) implements Script {}

        /// A text whose rest waits until it is let go.
        record Held(List<String> first, CountDownLatch until, List<String> rest) implements Script {}
    }

    /// Each piece goes out at once, as from a real one: tests run with `sun.net.httpserver.nodelay`, which the
    /// JDK reads when the first of its servers starts.
    public ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    /// The address of the interface.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /// What the next requests are answered.
    public void script(Script... next) {
        scripts.addAll(List.of(next));
    }

    /// What every request is answered for which no script is left.
    public void always(Function<JsonNode, Script> answer) {
        otherwise = answer;
    }

    /// The requests so far.
    public synchronized List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JsonMapper.shared()
                .readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        synchronized (this) {
            requests.add(request);
        }
        Script next = scripts.poll();
        try (exchange) {
            send(exchange, next == null ? otherwise.apply(request) : next);
        }
    }

    private static void send(HttpExchange exchange, Script script) throws IOException {
        switch (script) {
            case Script.Fails(int status, Map<String, String> headers, String body) -> {
                headers.forEach(exchange.getResponseHeaders()::add);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                byte[] bytes = ("{\"error\": {\"message\": \"" + body + "\"}}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            case Script.Says(List<String> chunks) -> {
                OutputStream out = stream(exchange);
                texts(out, chunks);
                end(out, "stop");
            }
            case Script.Calls(List<String> calls) -> {
                OutputStream out = stream(exchange);
                for (int k = 0; k < calls.size(); k += 2) {
                    call(out, k / 2, calls.get(k), calls.get(k + 1));
                }
                end(out, "tool_calls");
            }
            case Script.Cut(List<String> chunks) -> texts(stream(exchange), chunks);
            case Script.Raw(String body) -> stream(exchange).write(body.getBytes(StandardCharsets.UTF_8));
            case Script.Held(List<String> first, CountDownLatch until, List<String> rest) -> {
                OutputStream out = stream(exchange);
                texts(out, first);
                try {
                    until.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                texts(out, rest);
                end(out, "stop");
            }
            case Script.Slow(long millis, String text) -> {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                OutputStream out = stream(exchange);
                texts(out, List.of(text));
                end(out, "stop");
            }
        }
    }

    private static OutputStream stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static void texts(OutputStream out, List<String> chunks) throws IOException {
        for (String chunk : chunks) {
            delta(out, Map.of("role", "assistant", "content", chunk), "null");
        }
    }

    /// A call in two pieces, as the real ones come.
    private static void call(OutputStream out, int index, String name, String arguments) throws IOException {
        int half = arguments.length() / 2;
        delta(
                out,
                Map.of(
                        "tool_calls",
                        List.of(Map.of(
                                "index",
                                index,
                                "id",
                                "call_" + index,
                                "type",
                                "function",
                                "function",
                                Map.of("name", name, "arguments", arguments.substring(0, half))))),
                "null");
        delta(
                out,
                Map.of(
                        "tool_calls",
                        List.of(Map.of("index", index, "function", Map.of("arguments", arguments.substring(half))))),
                "null");
    }

    private static void delta(OutputStream out, Map<String, Object> delta, String ending) throws IOException {
        event(
                out,
                "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"scripted\",\"choices\":[{\"index\":0,"
                        + "\"finish_reason\":" + ending + ",\"delta\":"
                        + JsonMapper.shared().writeValueAsString(delta) + "}]}");
    }

    private static void end(OutputStream out, String reason) throws IOException {
        delta(out, Map.of(), "\"" + reason + "\"");
        event(
                out,
                "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"scripted\",\"choices\":[],"
                        + "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":20,\"total_tokens\":120}}");
        event(out, "[DONE]");
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
