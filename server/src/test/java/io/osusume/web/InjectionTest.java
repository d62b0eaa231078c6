package io.osusume.web;

import static io.osusume.web.HostileTitles.COMPUTED;
import static io.osusume.web.HostileTitles.HOSTILE;
import static io.osusume.web.TestServer.header;
import static io.osusume.web.TestServer.json;
import static io.osusume.web.TestServer.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.lists.ListLimits;
import io.osusume.lists.MalExport;
import io.osusume.web.TestRoutes.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Texts stay texts: titles, genres, studios, names of lists and what a fan types, on every page and in every answer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectionTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.keeping(HostileTitles.service());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertTame(String html, String what) {
        for (String loose : List.of("<img src=x", "<script>", "<svg onload", "\"><img", COMPUTED)) {
            assertFalse(html.contains(loose), what + " holds " + loose + "\n" + html);
        }
    }

    @Test
    void noTextOfTheCatalogueBecomesMoreOnAnyPage() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=1:9&pick=9253:8");
        fan.post("/feedback", fan.formToken() + "&item=6&deed=not-interested");
        fan.post("/feedback", fan.formToken() + "&item=20&deed=save");
        int shown = 0;
        for (Route page : TestRoutes.pages(server)) {
            for (String query : List.of(
                    "",
                    "?pick=1:9&q=steins",
                    "?names=english&pick=1",
                    "?names=japanese&pick=1&genre=" + encoded("Genre " + HOSTILE),
                    "?done=not-interested:6:2",
                    "?pick=1:9&source=" + encoded("Source " + HOSTILE) + "&from=2050")) {
                for (HttpResponse<String> answer :
                        List.of(server.get(page.path() + query), fan.get(page.path() + query))) {
                    if (type(answer).equals("text/html")) {
                        assertTame(answer.body(), page + query);
                        shown += answer.body().contains("&lt;img src=x") ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(shown > 30, "the texts stand on the pages, found them on " + shown);
        HttpResponse<String> picture = server.get("/map/picture.svg?title=1");
        assertEquals(200, picture.statusCode());
        assertTame(picture.body(), "the picture of the map");
        assertEquals("text/plain", type(server.get("/map/names")));
        String title = server.get("/titles/1").body();
        assertTrue(title.contains("${7*191919}@raw!{alert(4)}&amp;lt;b&amp;gt;"), title);
    }

    @Test
    void whatAFanTypesStaysTextWhereverItIsShown() throws Exception {
        String typed = encoded(HOSTILE);
        for (Route page : TestRoutes.pages(server)) {
            for (String name : List.of("q", "pick", "names", "genre", "from", "page", "done", "add", "x")) {
                HttpResponse<String> answer = server.get(page.path() + "?" + name + "=" + typed);
                if (type(answer).equals("text/html")) {
                    assertTame(answer.body(), page + " " + name);
                }
            }
        }
        for (String path : List.of("/" + typed, "/titles/" + typed, "/static/" + typed)) {
            assertTame(server.get(path.replace("+", "%20")).body(), path);
        }
    }

    @Test
    void theNamesOfAListStayTextOnThePageThatSumsItUp() throws Exception {
        String escaped = HOSTILE.replace("&", "&amp;").replace("<", "&lt;");
        String list = TestServer.LIST
                .replace("Cowboy Bebop", escaped)
                .replace("<series_animedb_id>1</series_animedb_id>", "<series_animedb_id>77</series_animedb_id>");

        HttpResponse<String> page = server.upload("/recommendations", "list", list);

        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("&lt;img src=x"), page.body());
        assertTame(page.body(), "import");
        String wrong = server.upload("/recommendations", "list", "<" + "x".repeat(20) + " a=\"" + escaped + "\"/>")
                .body();
        assertTame(wrong, "refused import");
    }

    @Test
    void answersOfTheApiAreJsonWhateverTheyHold() throws Exception {
        for (String path : List.of(
                "/api/v1/search?q=" + encoded(HOSTILE),
                "/api/v1/titles/1",
                "/api/v1/controls",
                "/api/v1/search?q=a&n=" + encoded(HOSTILE),
                "/api/v1/" + encoded(HOSTILE).replace("+", "%20"))) {
            HttpResponse<String> answer = server.get(path);
            assertTrue(type(answer).matches("application/(problem[+])?json"), path);
            assertEquals("nosniff", header(answer, "X-Content-Type-Options"), path);
            assertTrue(json(answer).isObject(), answer.body());
        }
        assertEquals(
                HOSTILE,
                json(server.get("/api/v1/search?q=" + encoded(HOSTILE)))
                        .path("query")
                        .asString());
    }

    @Test
    void theExportOfAListIsXmlWhateverItHolds() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=1:9");
        String xml = fan.get("/data/animelist.xml").body();

        assertEquals(
                "Cowboy Bebop" + HOSTILE,
                MalExport.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), ListLimits.DEFAULT)
                        .entries()
                        .getFirst()
                        .title());
    }

    @Test
    void theScriptWritesTextsAsTextsAndRunsNone() throws IOException {
        try (InputStream in = InjectionTest.class.getResourceAsStream("/static/osusume.js")) {
            String script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(script.contains("textContent"), script);
            for (String dangerous : List.of(
                    "innerHTML",
                    "outerHTML",
                    "insertAdjacentHTML",
                    "document.write",
                    "eval(",
                    "Function(",
                    "srcdoc",
                    "localStorage",
                    "sessionStorage",
                    "indexedDB",
                    "document.cookie")) {
                assertFalse(script.contains(dangerous), dangerous);
            }
        }
    }
}
