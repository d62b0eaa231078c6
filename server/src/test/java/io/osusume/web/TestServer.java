package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.assistant.Assistant;
import io.osusume.data.SharedData;
import io.osusume.gate.GateSettings;
import io.osusume.gate.TrustedProxies;
import io.osusume.profiles.ApiKeys;
import io.osusume.profiles.Database;
import io.osusume.profiles.DatabaseSettings;
import io.osusume.profiles.ProfileLimits;
import io.osusume.profiles.ProfileStore;
import io.osusume.profiles.Scope;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SampleModel;
import io.osusume.recommend.SmallModel;
import io.osusume.registry.VersionCard;
import io.osusume.serving.ChampionWatch;
import io.osusume.serving.ModelSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real server on a free loopback port, and a client for it.
final class TestServer implements AutoCloseable {
    static final String LIST = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <myanimelist>
              <anime>
                <series_animedb_id>1</series_animedb_id><series_title>Cowboy Bebop</series_title>
                <my_watched_episodes>26</my_watched_episodes><my_score>9</my_score><my_status>Completed</my_status>
              </anime>
              <anime>
                <series_animedb_id>6</series_animedb_id><series_title>Trigun</series_title>
                <my_watched_episodes>0</my_watched_episodes><my_score>0</my_score><my_status>Plan to Watch</my_status>
              </anime>
            </myanimelist>
            """;
    /// What `evaluate` writes, much shortened.
    static final String REPORT = """
            {"models": [
               {"name": "hybrid", "users": 844, "metrics": {
                  "ndcg@10": {"mean": 0.6313, "low": 0.612, "high": 0.6503}, "recall@20": {"mean": 0.5639}}},
               {"name": "popularity", "users": 844, "metrics": {
                  "ndcg@10": {"mean": 0.3141, "low": 0.2957, "high": 0.3322}}}],
             "part": "test", "data": {"name": "mal-5000"}}
            """;

    private static final String BOUNDARY = "----osusume-test";

    private final WebServer server;
    private final Optional<Database> database;
    private final Runnable after;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(WebServer server, Optional<Database> database, Runnable after) {
        this.server = server;
        this.database = database;
        this.after = after;
    }

    static TestServer start() {
        return start(ModelSource.fixed(new RecommendationService(SmallModel.loaded())));
    }

    /// With the hybrid over the shipped sample: pages are full.
    static TestServer startSample() {
        ModelSource source = ModelSource.fixed(new RecommendationService(SampleModel.loaded()));
        return keeping(source, ApiSettings.OPEN, Operation.USUAL, TestServer::wholeReport);
    }

    /// The report of real users that is committed: the page about the model is full.
    static String wholeReport() {
        try {
            return Files.readString(SharedData.projectRoot().resolve("docs/results/mal-5000-test.json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// NDCG@10 of a model in [#wholeReport], with its 95% interval, as pages show them.
    static List<String> reportedQuality(String model) {
        for (JsonNode each : JsonMapper.shared().readTree(wholeReport()).path("models")) {
            if (each.path("name").asString("").equals(model)) {
                JsonNode ndcg = each.path("metrics").path("ndcg@10");
                return List.of(
                        String.format(Locale.ROOT, "%.4f", ndcg.path("mean").doubleValue()),
                        String.format(
                                Locale.ROOT,
                                "%.3f to %.3f",
                                ndcg.path("low").doubleValue(),
                                ndcg.path("high").doubleValue()));
            }
        }
        throw new IllegalStateException("the report has no " + model);
    }

    /// With a store of profiles in a folder of its own, and one service with the lists of [StubSource].
    static TestServer keeping(RecommendationService service) {
        return keeping(ModelSource.fixed(service), Operation.USUAL);
    }

    /// The same with settings for the API.
    static TestServer keeping(ApiSettings settings) {
        return keeping(
                ModelSource.fixed(new RecommendationService(SmallModel.loaded())),
                settings,
                Operation.USUAL,
                () -> REPORT);
    }

    /// The same behind a proxy on this computer whose word counts.
    static TestServer keepingBehindProxy(RecommendationService service) {
        GateSettings usual = GateSettings.DEFAULT;
        GateSettings gate = new GateSettings(
                usual.telemetry(),
                TrustedProxies.of(List.of("127.0.0.0/8")),
                usual.lines(),
                usual.clientTimeout(),
                usual.connections(),
                usual.drainDelay(),
                usual.drainLimit());
        return keeping(ModelSource.fixed(service), new Operation(gate, Optional.empty()));
    }

    /// The same as an operator wishes.
    static TestServer keeping(ModelSource source, Operation operation) {
        return keeping(source, ApiSettings.OPEN, operation, () -> REPORT);
    }

    /// With a store of profiles and an assistant.
    static TestServer talking(RecommendationService service, Assistant assistant) {
        return keeping(
                ModelSource.fixed(service), ApiSettings.OPEN, Operation.USUAL, TestServer::wholeReport, assistant);
    }

    /// A card of any version but those of earlier programs.
    private static Optional<VersionCard> card(String id) {
        return id.startsWith("old-")
                ? Optional.empty()
                : Optional.of(new VersionCard(
                        "<!doctype html>\n<html lang='en'><head><title>Card</title><style>\np { color: red }\n</style></head>"
                                + "<body><main>\n<p>Model card: " + id + "</p></main></body></html>\n",
                        "# Model card: " + id + "\n"));
    }

    /// The profiles; the server must be one that keeps them.
    ProfileStore profiles() {
        return new ProfileStore(database.orElseThrow(), ProfileLimits.DEFAULT, InstantSource.system());
    }

    private static TestServer keeping(
            ModelSource source, ApiSettings settings, Operation operation, Supplier<String> report) {
        return keeping(source, settings, operation, report, Assistant.ofRules());
    }

    private static TestServer keeping(
            ModelSource source,
            ApiSettings settings,
            Operation operation,
            Supplier<String> report,
            Assistant assistant) {
        try {
            Path folder = Files.createTempDirectory("osusume-profiles");
            Database database = Database.open(DatabaseSettings.sqlite(folder.resolve("profiles.db")));
            ProfileStore store = new ProfileStore(database, ProfileLimits.DEFAULT, InstantSource.system());
            PageServices pages = new PageServices(
                            Optional.of(store),
                            List.of(new StubSource("AniList", true), new StubSource("Kitsu", false)),
                            () -> Optional.of(report.get()))
                    .talking(assistant)
                    .with(TestServer::card);
            ApiServices api = new ApiServices(
                    settings,
                    Optional.of(new ApiKeys(database, InstantSource.system())),
                    Optional.of(database::counts),
                    source instanceof ChampionWatch champion ? Optional.of(champion) : Optional.empty());
            return new TestServer(
                    WebServer.start(0, "127.0.0.1", source, api, pages, operation), Optional.of(database), () -> {
                        database.close();
                        delete(folder);
                    });
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// The keys of programs; the server must be one that keeps profiles.
    ApiKeys keys() {
        return new ApiKeys(database.orElseThrow(), InstantSource.system());
    }

    /// The text of a new key.
    String key(Scope... scopes) {
        return keys().create("a test", Set.of(scopes), null).text();
    }

    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }

    /// With settings for the API.
    static TestServer start(ApiSettings settings) {
        return start(
                ModelSource.fixed(new RecommendationService(SmallModel.loaded())),
                settings,
                PageServices.NONE,
                Operation.USUAL);
    }

    /// With everything as it is given, but for keys.
    static TestServer start(ModelSource source, ApiSettings settings, PageServices pages, Operation operation) {
        return start(source, ApiServices.keyless(settings), pages, operation);
    }

    /// With everything as it is given.
    static TestServer start(ModelSource source, ApiServices api, PageServices pages, Operation operation) {
        return new TestServer(
                WebServer.start(0, "127.0.0.1", source, api, pages, operation), Optional.empty(), () -> {});
    }

    static TestServer start(ModelSource source) {
        return new TestServer(WebServer.start(0, "127.0.0.1", source), Optional.empty(), () -> {});
    }

    WebServer server() {
        return server;
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /// Any request.
    ///
    /// @param body JSON; empty for none
    /// @param headers names and values in turn
    HttpResponse<String> ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int k = 0; k < headers.length; k += 2) {
            request.setHeader(headers[k], headers[k + 1]);
        }
        return send(request);
    }

    HttpResponse<String> upload(String path, String part, String content) throws IOException, InterruptedException {
        return post(
                path,
                "multipart/form-data; boundary=" + BOUNDARY,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"list.xml\"\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(BOUNDARY, part, content, BOUNDARY));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// Fails unless the answer is a problem with exactly this to say.
    static void assertProblem(HttpResponse<String> response, int status, String detail) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("application/problem+json", type(response));
        JsonNode problem = json(response);
        assertEquals(detail, problem.path("detail").asString());
        assertEquals(status, problem.path("status").asInt());
        assertEquals("about:blank", problem.path("type").asString());
        assertTrue(problem.path("title").asString().length() > 3, response.body());
    }

    /// The media type without its parameters.
    static String type(HttpResponse<String> response) {
        return header(response, "Content-Type").split(";", -1)[0];
    }

    /// A header, or `none`.
    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
        server.close();
        after.run();
    }
}
