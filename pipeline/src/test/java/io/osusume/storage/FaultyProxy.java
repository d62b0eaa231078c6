package io.osusume.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An HTTP proxy on loopback that passes everything on, but for the faults it was told.
public final class FaultyProxy implements AutoCloseable {
    private static final Set<String> NOT_PASSED =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings", "expect");

    /// What can go wrong.
    public enum Fault {
        /// The request is not passed on and the connection ends without an answer.
        CUT_BEFORE,
        /// The request is passed on, and the connection ends without an answer: the store has done it.
        CUT_AFTER,
        /// Half of the answer's body comes, then the connection ends.
        CUT_WITHIN,
        /// One byte of the answer's body is another one.
        CORRUPT,
        /// Half of the body comes, then nothing for longer than anybody waits.
        STALL,
        /// 429 with a second to wait.
        TOO_MANY,
        /// 503.
        UNAVAILABLE,
        /// 401, as for an expired token.
        UNAUTHORIZED,
        /// 403.
        FORBIDDEN
    }

    private record Planned(Predicate<HttpExchange> at, Fault fault) {}

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final URI target;
    private final Queue<Planned> plan = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;
    private volatile List<Fault> usual = List.of();
    private volatile int every;
    private volatile String denied = "";

    private FaultyProxy(HttpServer server, URI target) {
        this.server = server;
        this.target = target;
    }

    static FaultyProxy before(URI target) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FaultyProxy proxy = new FaultyProxy(server, target);
        server.setExecutor(proxy.threads);
        server.createContext("/", proxy::handle);
        server.start();
        return proxy;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Does harm to the next requests whose method is this and whose address or range contains the words, one fault
    /// each,
    /// in this order.
    void plan(String method, String words, Fault... faults) {
        for (Fault fault : faults) {
            plan.add(new Planned(
                    exchange -> exchange.getRequestMethod().equals(method)
                            && (exchange.getRequestURI() + " "
                                            + exchange.getRequestHeaders().getFirst("Range"))
                                    .contains(words),
                    fault));
        }
    }

    /// Refuses every request of this method, as for an account that may not do it.
    void deny(String method) {
        denied = method;
    }

    /// Does harm to every so manieth request, by each of these in turn.
    public void harm(int every, Fault... faults) {
        this.usual = List.of(faults);
        this.every = every;
    }

    private @Nullable Fault usual(int request, HttpExchange exchange) {
        if (exchange.getRequestMethod().equals(denied)) {
            return Fault.FORBIDDEN;
        }
        if (every == 0 || request % every != 0) {
            return null;
        }
        Fault fault = usual.get(request / every % usual.size());
        boolean content = exchange.getRequestURI().toString().contains("alt=media");
        return fault == Fault.CORRUPT && !content ? Fault.UNAVAILABLE : fault; // only contents have checksums
    }

    /// How many faults were planned and have not been met.
    int left() {
        return plan.size();
    }

    public void forget() {
        plan.clear();
        every = 0;
        denied = "";
    }

    public int requests() {
        return requests.get();
    }

    /// Method and address of each request so far.
    List<String> seen() {
        return List.copyOf(seen);
    }

    private void handle(HttpExchange exchange) throws IOException {
        int request = requests.incrementAndGet();
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] body = exchange.getRequestBody().readAllBytes();
        Fault fault = List.copyOf(plan).stream()
                .filter(planned -> planned.at().test(exchange))
                .filter(planned -> plan.remove(planned)) // another request may have been quicker
                .map(Planned::fault)
                .findFirst()
                .orElseGet(() -> usual(request, exchange));
        try (exchange) {
            if (fault == Fault.CUT_BEFORE) {
                throw new IOException("cut");
            }
            int refused = fault == null
                    ? 0
                    : switch (fault) {
                        case TOO_MANY -> 429;
                        case UNAVAILABLE -> 503;
                        case UNAUTHORIZED -> 401;
                        case FORBIDDEN -> 403;
                        default -> 0;
                    };
            if (refused != 0) {
                if (refused == 429) {
                    exchange.getResponseHeaders().set("Retry-After", "1");
                }
                answer(exchange, refused, error(refused));
                return;
            }
            HttpResponse<byte[]> answer = passOn(exchange, body);
            if (fault == Fault.CUT_AFTER) {
                throw new IOException("cut");
            }
            answer(exchange, answer, fault);
        }
    }

    private static byte[] error(int status) {
        String reason = Map.of(401, "authError", 403, "forbidden", 429, "rateLimitExceeded", 503, "backendError")
                .getOrDefault(status, "");
        return ("{\"error\": {\"code\": " + status + ", \"message\": \"planned\", \"errors\": [{\"reason\": \"" + reason
                        + "\", \"message\": \"planned\"}]}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private HttpResponse<byte[]> passOn(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        target.resolve(exchange.getRequestURI().toString().replace(" ", "%20")))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    private void answer(HttpExchange exchange, HttpResponse<byte[]> answer, @Nullable Fault fault) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_PASSED.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = answer.body().clone();
        if (fault == Fault.CORRUPT && body.length > 0) {
            body[body.length / 2] ^= 1;
        }
        boolean none = body.length == 0;
        exchange.sendResponseHeaders(answer.statusCode(), none ? -1 : body.length);
        if (none) {
            return;
        }
        OutputStream out = exchange.getResponseBody();
        if (fault == Fault.CUT_WITHIN || fault == Fault.STALL) {
            out.write(body, 0, body.length / 2);
            out.flush();
            while (fault == Fault.STALL && !closed) {
                pause();
            }
            throw new IOException("cut");
        }
        out.write(body);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
        threads.shutdownNow();
        threads.close();
        client.shutdownNow();
        client.close();
    }
}
