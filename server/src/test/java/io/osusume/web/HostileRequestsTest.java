package io.osusume.web;

import static io.osusume.web.TestServer.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.osusume.profiles.Scope;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Paths that lead out, bodies that are too much, files that attack their reader: each is refused, costs little, and
/// learns nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {
    private static final String DOCTYPE = "the file has a DOCTYPE, which no list export has; it was not read";

    private TestServer server;
    private String key = "";
    private String token = "";

    @BeforeAll
    void start() throws Exception {
        server = TestServer.keeping(new RecommendationService(SmallModel.loaded()));
        key = "Bearer " + server.key(Scope.PROFILE);
        token = TestServer.json(server.ask("POST", ApiProfiles.PATH, "", "Authorization", key))
                .path("token")
                .asString();
    }

    @AfterAll
    void theServerStillAnswersAfterAllThat() throws Exception {
        try (TestServer ending = server) {
            assertEquals(200, ending.get("/health/ready").statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/../WebServer.class",
                "/static/..%2f..%2fio/osusume/web/WebServer.class",
                "/static/%2e%2e/%2e%2e/etc/passwd",
                "/static/....//....//etc/passwd",
                "/static/..;/..;/etc/passwd",
                "/static/..%5c..%5cetc%5cpasswd",
                "/static/%252e%252e/etc/passwd",
                "/static//etc/passwd",
                "/static/osusume.css/../../db/migration/common/V1__profiles.sql",
                "/static/osusume.css%00.html",
                "/static/",
                "/static",
                "/.git/config",
                "/.git/HEAD",
                "/WEB-INF/web.xml",
                "/db/migration/common/V1__profiles.sql",
                "/layout.jte",
                "/jte/layout.jte",
                "/titles/..%2f..%2flayout",
                "/titles/../data",
                "/api/v1/titles/..%2f..%2fadmin%2fcounts",
                "/api/v1/../v1/admin/counts",
                "/config/osusume.yaml",
                "/profiles/profiles.db"
            })
    void noPathLeadsToAFileThatIsNotMeantForBrowsers(String path) throws Exception {
        String answer = RawHttp.ask(server, "GET " + path + " HTTP/1.1", "Host: x");

        assertTrue(answer.matches("(?s)HTTP/1.1 40[0-4] .*"), answer);
        for (String inside : List.of("root:", "CREATE TABLE", "@param", "\u00ca\u00fe", "[core]", "SQLite format")) {
            assertFalse(answer.contains(inside), answer);
        }
    }

    @Test
    void nothingButStyleScriptsAndIconIsAFile() {
        assertEquals(
                List.of(
                        "/static/chat.js",
                        "/static/icon.svg",
                        "/static/map.js",
                        "/static/osusume.css",
                        "/static/osusume.js"),
                TestRoutes.all(server).stream()
                        .map(TestRoutes.Route::path)
                        .filter(path -> path.startsWith("/static"))
                        .sorted()
                        .toList());
    }

    /// Sends a file in every way that takes one: the page's form, the list of a question, the import of a profile.
    private List<HttpResponse<String>> everyWay(byte[] file) throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String path : List.of("/api/v1/recommendations", ApiProfiles.PATH + "/import", "/recommendations")) {
            answers.add(server.send(HttpRequest.newBuilder(URI.create(server.address(path)))
                    .header("Content-Type", "application/xml")
                    .header("Authorization", path.contains("profile") ? key : "None")
                    .header("Osusume-Profile", token)
                    .POST(BodyPublishers.ofByteArray(file))));
        }
        return answers;
    }

    @Test
    void aListThatNamesAnotherFileOrAddressReadsNeither() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            String address = "http://127.0.0.1:" + other.getAddress().getPort() + "/x";
            for (String head : List.of(
                    "<!DOCTYPE myanimelist SYSTEM \"" + address + "\">",
                    "<!DOCTYPE myanimelist PUBLIC \"-//x\" \"" + address + "\">",
                    "<!DOCTYPE myanimelist [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                    "<!DOCTYPE myanimelist [<!ENTITY % x SYSTEM \"" + address + "\"> %x;]>",
                    "<!DOCTYPE myanimelist [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")) {
                for (HttpResponse<String> answer :
                        everyWay((head + "<myanimelist>&x;&b;</myanimelist>").getBytes(StandardCharsets.UTF_8))) {
                    assertEquals(400, answer.statusCode(), head);
                    assertTrue(answer.body().contains(DOCTYPE.substring(1)), answer.body());
                }
            }
            String include = TestServer.LIST.replace(
                    "<myanimelist>",
                    "<?xml-stylesheet href=\"" + address
                            + "\"?><myanimelist xmlns:xi=\"http://www.w3.org/2001/XInclude\""
                            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\""
                            + address + "\"><xi:include href=\"" + address + "\" parse=\"text\"/>");
            everyWay(include.getBytes(StandardCharsets.UTF_8));
            assertEquals(0, asked.get(), "requests that reached the address");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aFileThatGrowsWhenItIsUnpackedIsRefusedAtTheLimit() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            out.write("<myanimelist>".getBytes(StandardCharsets.UTF_8));
            for (int k = 0; k < 300; k++) {
                out.write(spaces);
            }
        }
        assertTrue(bomb.size() < 1 << 20, "small as it comes");
        for (HttpResponse<String> answer : everyWay(bomb.toByteArray())) {
            assertEquals(413, answer.statusCode(), answer.body());
        }
    }

    @Test
    void aFormOverItsLimitsIsRefused() throws Exception {
        String form = "application/x-www-form-urlencoded";
        for (String path : List.of("/list", "/import", "/feedback")) {
            HttpResponse<String> answer = server.post(path, form, "pick=" + "1".repeat(9 << 20));
            assertEquals(413, answer.statusCode(), path + ": " + answer.body());
        }
        String boundary = "x";
        String parts = IntStream.range(0, 5_000)
                .mapToObj(k -> "--x\r\nContent-Disposition: form-data; name=\"f" + k + "\"\r\n\r\nv\r\n")
                .collect(Collectors.joining("", "", "--x--\r\n"));
        int status = server.post("/recommendations", "multipart/form-data; boundary=" + boundary, parts)
                .statusCode();
        assertTrue(status == 400 || status == 413, "many parts: " + status);
        String fields = IntStream.range(0, 5_000).mapToObj(k -> "f" + k + "=v").collect(Collectors.joining("&"));
        status = server.post("/list", form, fields).statusCode();
        assertTrue(status >= 400 && status < 500, "many fields: " + status);
    }

    @Test
    void aBodyOfJsonThatNestsOrGrowsIsRefused() throws Exception {
        for (String body : List.of(
                "[".repeat(400_000),
                "{\"a\":".repeat(100_000),
                "[{\"itemId\":" + "9".repeat(100_000) + "}]",
                "[{\"" + "k".repeat(200_000) + "\":1}]",
                "[{\"itemId\":1e999999999}]")) {
            HttpResponse<String> stateless = server.post("/api/v1/recommendations", "application/json", body);
            assertEquals(400, stateless.statusCode(), stateless.body());
            HttpResponse<String> stored = server.ask(
                    "PUT", ApiProfiles.PATH + "/entries", body, "Authorization", key, "Osusume-Profile", token);
            assertEquals(400, stored.statusCode(), stored.body());
            assertTrue(stateless.body().length() < 600 && stored.body().length() < 600, "it is not sent back whole");
        }
    }

    @Test
    void headersAndAddressesOverTheLimitAreRefused() throws Exception {
        String header = RawHttp.ask(server, "GET / HTTP/1.1", "Host: x", "X-Long: " + "a".repeat(20_000));
        assertTrue(header.startsWith("HTTP/1.1 431 "), header);
        String address = RawHttp.ask(server, "GET /search?q=" + "a".repeat(20_000) + " HTTP/1.1", "Host: x");
        assertTrue(address.startsWith("HTTP/1.1 414 ") || address.startsWith("HTTP/1.1 431 "), address);
    }

    @Test
    void noErrorSaysAnythingOfTheInside() throws Exception {
        List<String> answers = new ArrayList<>();
        for (String path : List.of("/nothing", "/titles/x", "/api/v1/nothing", "/api/v1/titles/x", "/static/x")) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "TRACE", "PROPFIND", "OPTIONS")) {
                if (!method.equals("TRACE")) {
                    answers.add(server.ask(method, path, "{").body());
                }
                answers.add(RawHttp.ask(server, method + " " + path + " HTTP/1.1", "Host: x", "Content-Length: 0"));
            }
        }
        answers.add(server.upload("/recommendations", "list", "<broken").body());
        answers.add(server.post("/recommendations", "multipart/form-data", "no boundary")
                .body());
        answers.add(server.post("/recommendations", "multipart/form-data; boundary=x", "--x\r\nbroken")
                .body());
        for (String answer : answers) {
            for (String inside : List.of(
                    "Exception",
                    "\tat ",
                    "io.osusume",
                    "java.",
                    "javalin",
                    "Javalin",
                    "jetty",
                    "Jetty",
                    "/tmp/",
                    "SQL",
                    "sqlite",
                    "jte")) {
                assertFalse(answer.contains(inside), inside + " in " + answer);
            }
        }
    }

    @Test
    void aMethodNobodyUsesIsRefused() throws Exception {
        for (String method : List.of("TRACE", "CONNECT", "PROPFIND", "BREW")) {
            String answer = RawHttp.ask(server, method + " / HTTP/1.1", "Host: x");
            assertTrue(answer.matches("(?s)HTTP/1.1 4\\d\\d .*"), answer);
        }
        assertProblem(server.ask("PUT", "/api/v1/model", ""), 405, "PUT is not possible at /api/v1/model");
    }
}
