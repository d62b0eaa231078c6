package io.osusume.tracking.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Comet's REST API, version 2, as its documentation describes it: what it does not describe is noted as a problem. It
/// can
/// be away, cut connections after it took a request, and answer with other statuses.
final class FakeComet implements AutoCloseable {
    static final String KEY = "a-secret-key";

    private static final String API = "/api/rest/v2/";
    private static final JsonMapper JSON = JsonMapper.shared();
    /// Fields of each body: required, then optional.
    private static final Map<String, List<Set<String>>> BODIES = Map.of(
            "create", List.of(Set.of("workspaceName", "projectName"), Set.of("experimentName")),
            "parameter",
                    List.of(Set.of("experimentKey", "parameterName", "parameterValue"), Set.of("step", "timestamp")),
            "metric",
                    List.of(
                            Set.of("experimentKey", "metricName", "metricValue"),
                            Set.of("context", "epoch", "step", "timestamp")),
            "log-other", List.of(Set.of("experimentKey", "key", "value"), Set.of("timestamp")),
            "tags", List.of(Set.of("experimentKey", "addedTags"), Set.of()),
            "git/metadata", List.of(Set.of("experimentKey", "user", "root", "branch", "parent", "origin"), Set.of()),
            "set-start-end-time", List.of(Set.of("experimentKey", "startTimeMillis", "endTimeMillis"), Set.of()),
            "update-status", List.of(Set.of("experimentKey", "isAlive", "error", "hasCrashed"), Set.of()));

    /// What happens to a request instead of the usual.
    sealed interface Fault {
        /// The connection is closed before the request counts.
        record Away() implements Fault {}

        /// The request counts, then the connection is closed without an answer.
        record Cut() implements Fault {}

        /// An answer of that status, and the request does not count.
        record Status(int status, String retryAfter) implements Fault {}
    }

    /// An experiment as it is there.
    static final class Experiment {
        final String name;
        final Map<String, String> parameters = new TreeMap<>();
        final List<ObjectNode> metrics = new ArrayList<>();
        final Map<String, String> others = new TreeMap<>();
        final List<String> tags = new ArrayList<>();
        final Map<String, Integer> assets = new TreeMap<>();
        String commit = "";
        String status = "alive";

        Experiment(String name) {
            this.name = name;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Experiment> experiments = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private boolean away;
    private @Nullable Fault late;
    private int lateAfter;

    FakeComet() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized Map<String, Experiment> experiments() {
        return new LinkedHashMap<>(experiments);
    }

    synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /// What happens to the next requests, one each.
    synchronized void next(Fault... some) {
        faults.addAll(List.of(some));
    }

    /// What happens to one request, after so many others.
    synchronized void after(int others, Fault fault) {
        late = fault;
        lateAfter = others;
    }

    synchronized void away(boolean now) {
        away = now;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Fault fault;
        String answer;
        synchronized (this) {
            fault = away ? new Fault.Away() : late != null && requests.size() == lateAfter ? late : faults.poll();
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            boolean counts = fault == null || fault instanceof Fault.Cut;
            answer = counts ? answer(exchange, body) : "";
        }
        if (fault instanceof Fault.Status status) {
            if (!status.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", status.retryAfter());
            }
            exchange.sendResponseHeaders(status.status(), -1);
        } else if (fault == null) {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.startsWith("{\"code\":400") ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private String answer(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        if (!KEY.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return problem("no API key: " + path);
        }
        if (!path.startsWith(API)) {
            return problem("not of the API: " + path);
        }
        String what = path.substring(API.length());
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        if (exchange.getRequestMethod().equals("GET")) {
            return read(what, query);
        }
        if (what.equals("write/experiment/upload-asset")) {
            return upload(exchange, query, body);
        }
        if (!String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
                .startsWith("application/json")) {
            return problem("no JSON: " + path);
        }
        String name = what.replaceFirst("^write/experiment/", "");
        List<Set<String>> fields = BODIES.get(name);
        if (fields == null) {
            return problem("unknown: " + path);
        }
        JsonNode json = JSON.readTree(body);
        for (String field : fields.getFirst()) {
            if (!json.has(field)) {
                return problem(name + " needs " + field);
            }
        }
        for (String field : json.propertyNames()) {
            if (!fields.getFirst().contains(field) && !fields.getLast().contains(field)) {
                return problem(name + " has no " + field);
            }
        }
        return write(name, (ObjectNode) json);
    }

    private String read(String what, Map<String, String> query) {
        ObjectNode answer = JSON.createObjectNode();
        if (what.equals("experiments") && query.keySet().equals(Set.of("workspaceName", "projectName"))) {
            ArrayNode all = answer.putArray("experiments");
            experiments.forEach((key, experiment) ->
                    all.addObject().put("experimentKey", key).put("experimentName", experiment.name));
            return answer.toString();
        }
        Experiment experiment = experiments.get(query.getOrDefault("experimentKey", ""));
        if (what.equals("experiment/metrics/get-metric") && experiment != null && query.containsKey("metricName")) {
            ArrayNode all = answer.putArray("metrics");
            experiment.metrics.stream()
                    .filter(each -> each.path("metricName").asString().equals(query.get("metricName")))
                    .forEach(all::add);
            return answer.toString();
        }
        return problem("unknown: GET " + what + " " + query);
    }

    private String write(String name, ObjectNode json) {
        if (name.equals("create")) {
            String key = "%032x".formatted(experiments.size() + 1);
            experiments.put(key, new Experiment(json.path("experimentName").asString("")));
            return JSON.createObjectNode()
                    .put("experimentKey", key)
                    .put("workspaceName", json.path("workspaceName").asString())
                    .put("projectName", json.path("projectName").asString())
                    .put("link", address() + "/" + key)
                    .toString();
        }
        Experiment experiment = experiments.get(json.path("experimentKey").asString());
        if (experiment == null) {
            return problem("no such experiment: " + json);
        }
        switch (name) {
            case "parameter" ->
                experiment.parameters.put(
                        json.path("parameterName").asString(),
                        json.path("parameterValue").asString());
            case "metric" -> {
                if (!json.path("metricValue").isNumber()
                        || !json.path("timestamp").isIntegralNumber()) {
                    return problem("metric: not a number or no milliseconds: " + json);
                }
                experiment.metrics.add(json);
            }
            case "log-other" ->
                experiment.others.put(
                        json.path("key").asString(), json.path("value").asString());
            case "tags" -> json.path("addedTags").forEach(tag -> experiment.tags.add(tag.asString()));
            case "git/metadata" -> experiment.commit = json.path("parent").asString();
            case "update-status" ->
                experiment.status = json.path("isAlive").asBoolean()
                        ? "alive"
                        : json.path("hasCrashed").asBoolean()
                                ? "crashed: " + json.path("error").asString()
                                : "finished";
            default -> {
                if (json.path("startTimeMillis").asLong()
                        > json.path("endTimeMillis").asLong()) {
                    return problem("ends before it starts: " + json);
                }
            }
        }
        return "{\"msg\":\"Saved\"}";
    }

    private String upload(HttpExchange exchange, Map<String, String> query, byte[] body) {
        Experiment experiment = experiments.get(query.getOrDefault("experimentKey", ""));
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (experiment == null || !type.startsWith("multipart/form-data; boundary=")) {
            return problem("upload-asset: " + query + " " + type);
        }
        if (!query.keySet().equals(Set.of("experimentKey", "fileName", "type", "overwrite"))) {
            return problem("upload-asset: " + query);
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String boundary = "--" + type.substring(type.indexOf('=') + 1);
        int start = text.indexOf("\r\n\r\n") + 4;
        int end = text.indexOf("\r\n" + boundary + "--\r\n", start);
        if (!text.startsWith(boundary + "\r\nContent-Disposition: form-data; name=\"file\"") || end < 0) {
            return problem("upload-asset: not a form with a file");
        }
        experiment.assets.put(query.get("fileName"), end - start);
        return "{\"assetId\":\"1\"}";
    }

    private String problem(String what) {
        problems.add(what);
        return "{\"code\":400,\"msg\":\"" + what.replace('"', '\'') + "\"}";
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                query.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
