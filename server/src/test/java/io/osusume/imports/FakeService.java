package io.osusume.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A web server on this computer that answers as a service documents, and before that what a test asks it to.
final class FakeService implements AutoCloseable {
    /// What was asked.
    record Request(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {}

    /// What is answered.
    ///
    /// @param fault what goes wrong on the way
    record Reply(int status, Map<String, String> headers, String body, Fault fault) {
        static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body, Fault.NONE);
        }

        static Reply status(int status, String... headers) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int k = 0; k < headers.length; k += 2) {
                named.put(headers[k], headers[k + 1]);
            }
            return new Reply(status, named, "{}", Fault.NONE);
        }

        Reply with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body, fault);
        }

        Reply with(Fault other) {
            return new Reply(status, headers, body, other);
        }
    }

    /// What goes wrong with the body.
    enum Fault {
        NONE,
        CUT,
        STALLED
    }

    private final HttpServer server;
    private final Function<Request, Reply> service;
    private final Deque<Reply> first = new ConcurrentLinkedDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    FakeService(Function<Request, Reply> service) {
        this.service = service;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /// The next requests get these answers, the ones after them the service's.
    FakeService first(Reply... replies) {
        first.addAll(List.of(replies));
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    query(exchange.getRequestURI().getRawQuery()),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            Reply forced = first.poll();
            send(exchange, forced == null ? service.apply(request) : forced);
        }
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        boolean whole = reply.fault() == Fault.NONE;
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, whole ? body.length : body.length / 2);
        exchange.getResponseBody().flush();
        if (reply.fault() == Fault.STALLED) {
            try {
                closed.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    /// Limits with room for everything but what a test is about.
    static ImportLimits limits() {
        return new ImportLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                Duration.ofSeconds(20),
                2,
                1 << 20,
                10,
                5_000);
    }
}
