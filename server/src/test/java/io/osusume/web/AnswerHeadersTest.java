package io.osusume.web;

import static io.osusume.web.TestServer.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.gate.BrowserRules;
import io.osusume.profiles.Scope;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import io.osusume.web.TestRoutes.Route;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every answer tells a browser, on all routes the server has.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerHeadersTest {
    private static final Pattern INLINE = Pattern.compile(
            "<style|<script(?![^>]*src=)|\\sstyle\\s*=|\\son[a-z]+\\s*=|javascript:", Pattern.CASE_INSENSITIVE);

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.keeping(HostileTitles.tame());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyRouteAnswersWithAStrictPolicyAndTheOtherHeaders() throws Exception {
        List<Route> routes = TestRoutes.all(server);
        assertTrue(routes.size() > 40, routes.toString());
        for (Route route : routes) {
            assertHeaders(server.ask(route.method(), route.path(), ""), route.toString());
        }
        assertEquals(200, server.get("/map/points").statusCode(), "the model has a map");
        for (String path : List.of("/nothing", "/api/v1/nothing", "/static/nothing", "/titles/999999")) {
            assertHeaders(server.get(path), path);
            assertHeaders(server.ask("DELETE", path, ""), "DELETE " + path);
        }
    }

    private static void assertHeaders(HttpResponse<String> response, String what) {
        String policy = header(response, "Content-Security-Policy");
        if (TestServer.type(response).equals("image/svg+xml") && policy.contains("sha256")) {
            // a picture that brings its one style along, named by its hash
            assertTrue(policy.matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'"), policy);
        } else {
            assertEquals(
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                    policy,
                    what);
        }
        assertEquals("nosniff", header(response, "X-Content-Type-Options"), what);
        assertEquals("no-referrer", header(response, "Referrer-Policy"), what);
        assertEquals("same-origin", header(response, "Cross-Origin-Opener-Policy"), what);
        assertEquals("same-origin", header(response, "Cross-Origin-Resource-Policy"), what);
        assertEquals("none", header(response, "Server"), what);
        assertEquals("none", header(response, "X-Powered-By"), what);
        if (!response.body().isEmpty()) {
            assertTyped(response, what);
        }
    }

    private static void assertTyped(HttpResponse<String> response, String what) {
        String type = header(response, "Content-Type").toLowerCase(Locale.ROOT).replace(" ", "");
        assertTrue(
                type.matches("application/(problem[+])?json(;charset=utf-8)?")
                        || type.matches("(text/\\w+|application/xml|image/svg[+]xml);charset=utf-8|image/svg[+]xml")
                        || type.equals("application/octet-stream"),
                what + ": " + type);
        String start = response.body().stripLeading();
        assertEquals(type.contains("json"), start.startsWith("{") && !type.contains("css"), what + ": " + type);
        assertEquals(type.startsWith("text/html"), start.startsWith("<") && !type.contains("xml"), what + ": " + type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "NO SUCH THING",
                "GET /%zz HTTP/1.1\r\nHost: x",
                "GET /static/..;/x HTTP/1.1\r\nHost: x",
                "GET / HTTP/1.1\r\nHost: a b",
                "GET / HTTP/3.7\r\nHost: x",
                "GET http://evil.example/ HTTP/1.1\r\nHost: x",
                "POST /list HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked"
            })
    void whatNoRouteSeesIsAnsweredTheSameWayAndInWordsOfTheStandard(String request) throws Exception {
        String answer = RawHttp.ask(server, request);

        assertTrue(answer.matches("(?s)HTTP/1.1 (400|505) .*"), answer);
        BrowserRules.ALWAYS.forEach((name, value) -> assertTrue(answer.contains(name + ": " + value), answer));
        assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
        assertTrue(answer.contains("Cache-Control: no-store"), answer);
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("jetty"), answer);
    }

    @Test
    void noPageHasScriptOrStyleInside() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=1:9&pick=9253");
        fan.post("/feedback", fan.formToken() + "&item=6&deed=not-interested");
        for (Route route : TestRoutes.pages(server)) {
            for (String query : List.of("", "?pick=1:9&q=steins", "?done=not-interested:6:2", "?from=9999")) {
                for (HttpResponse<String> answer :
                        List.of(fan.get(route.path() + query), server.get(route.path() + query))) {
                    if (TestServer.type(answer).equals("text/html")) {
                        assertFalse(INLINE.matcher(answer.body()).find(), route + query + "\n" + answer.body());
                    }
                }
            }
        }
    }

    @Test
    void aBrowserBehindTlsIsToldToStayThere() throws Exception {
        assertEquals("none", header(server.get("/"), "Strict-Transport-Security"));
        assertEquals("none", header(server.get("/", "X-Forwarded-Proto", "https"), "Strict-Transport-Security"));
        try (TestServer behind = TestServer.keepingBehindProxy(new RecommendationService(SmallModel.loaded()))) {
            for (Route route : TestRoutes.all(behind)) {
                assertEquals(
                        "max-age=31536000",
                        header(
                                behind.ask(route.method(), route.path(), "", "X-Forwarded-Proto", "https"),
                                "Strict-Transport-Security"),
                        route.toString());
            }
        }
    }

    @Test
    void whatIsMadeForOneFanIsKeptByNoCache() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=1:9&pick=6");
        for (Route route : TestRoutes.pages(server)) {
            HttpResponse<String> answer = fan.get(route.path());
            assertEquals(200, answer.statusCode(), route.toString());
            if (header(answer, "Cache-Control").startsWith("public")) {
                assertEquals(server.get(route.path()).body(), answer.body(), route + " is the same for everybody");
            } else {
                assertEquals("no-store", header(answer, "Cache-Control"), route.toString());
            }
        }
        String form = fan.formToken();
        for (Route route : TestRoutes.forms(server)) {
            HttpResponse<String> answer = fan.post(route.path(), form + "&item=1&deed=save&change=1&names=english");
            assertEquals("no-store", header(answer, "Cache-Control"), route + " " + answer.statusCode());
            if (route.path().equals("/data/forget")) {
                fan = TestFan.keeping(server, "pick=1:9&pick=6");
                form = fan.formToken();
            }
        }
        assertEquals("no-store", header(new TestFan(server).post("/list", "pick=1"), "Cache-Control"), "a new cookie");
    }

    @Test
    void whatNeedsAKeyIsKeptByNoCache() throws Exception {
        String key = "Bearer " + server.key(Scope.PROFILE, Scope.ADMIN, Scope.RECOMMEND);
        int personal = 0;
        for (Route route : TestRoutes.all(server)) {
            if (route.path().startsWith("/api/v1/profile") || route.path().startsWith("/api/v1/admin")) {
                for (HttpResponse<String> answer : List.of(
                        server.ask(route.method(), route.path(), "", "Authorization", key),
                        server.ask(route.method(), route.path(), ""))) {
                    assertEquals("no-store", header(answer, "Cache-Control"), route.toString());
                }
                personal++;
            }
        }
        assertTrue(personal >= 20, "found " + personal);
    }
}
