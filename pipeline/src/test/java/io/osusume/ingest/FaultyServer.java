package io.osusume.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A real HTTP server on this computer that answers as told, once each; the last answer is repeated.
final class FaultyServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /// One answer of the server.
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    FaultyServer(Answer... answers) throws IOException {
        this.answers.addAll(List.of(answers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().getPath() + " range="
                + exchange.getRequestHeaders().getFirst("Range") + " if-range="
                + exchange.getRequestHeaders().getFirst("If-Range"));
        Answer answer;
        synchronized (answers) {
            answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }
        try (exchange) {
            answer.to(exchange);
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// What was asked for, in order: path, `Range` and `If-Range`.
    List<String> requests() {
        return List.copyOf(requests);
    }

    /// Sends all of it.
    static Answer whole(byte[] content, String entityTag) {
        return cut(content, entityTag, content.length);
    }

    /// Says it sends all of it, but breaks the connection after so many bytes.
    static Answer cut(byte[] content, String entityTag, int bytes) {
        return exchange -> {
            if (!entityTag.isEmpty()) {
                exchange.getResponseHeaders().set("ETag", entityTag);
            }
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
            if (bytes < content.length) {
                pause(); // what the client has not read when the connection breaks, it loses
            }
        };
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Honours `Range` and `If-Range` as a good server does.
    static Answer ranged(byte[] content, String entityTag) {
        return exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            if (range == null || !entityTag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
                whole(content, entityTag).to(exchange);
                return;
            }
            exchange.getResponseHeaders().set("ETag", entityTag);
            int begin = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
            if (begin >= content.length) {
                exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + begin + "-" + (content.length - 1) + "/" + content.length);
            byte[] rest = Arrays.copyOfRange(content, begin, content.length);
            exchange.sendResponseHeaders(206, rest.length);
            exchange.getResponseBody().write(rest);
        };
    }

    /// Answers with a status alone, and a header if its name is not empty.
    static Answer status(int status, String header, String value) {
        return exchange -> {
            if (!header.isEmpty()) {
                exchange.getResponseHeaders().set(header, value);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
