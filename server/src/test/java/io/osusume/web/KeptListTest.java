package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Lists that are kept here, over HTTP as a browser speaks it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptListTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.keeping(new RecommendationService(SmallModel.loaded()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// A fan with a cookie.
    private final class Browser {
        private String cookie = "";

        HttpResponse<String> get(String path) throws Exception {
            return cookie.isEmpty() ? server.get(path) : server.get(path, "Cookie", cookie);
        }

        HttpResponse<String> post(String path, String form, String... headers) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address(path)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form));
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<String> answer = server.send(request);
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
            return answer;
        }

        /// The hash forms bring back.
        String token() throws Exception {
            Matcher field = Pattern.compile("name=\"form-token\" value=\"([0-9a-f]{64})\"")
                    .matcher(get("/data").body());
            assertTrue(field.find(), get("/data").body());
            return "form-token=" + field.group(1);
        }
    }

    private Browser withPicks(String query) throws Exception {
        Browser fan = new Browser();
        HttpResponse<String> kept = fan.post("/list", query);
        assertEquals(303, kept.statusCode());
        assertEquals("/recommendations?done=kept:0:0", location(kept));
        return fan;
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("none");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        HttpResponse<String> kept = new Browser().post("/list", "pick=1:9");
        String plain = kept.headers().firstValue("Set-Cookie").orElse("none");
        assertTrue(plain.matches("osusume-profile=[A-Za-z0-9_-]{43}; Path=/; .*"), plain);
        assertTrue(plain.contains("HttpOnly"), plain);
        assertTrue(plain.contains("SameSite=Lax"), plain);
        assertFalse(plain.contains("Secure"), plain);

        String pretended = new Browser()
                .post("/list", "pick=1:9", "X-Forwarded-Proto", "https")
                .headers()
                .firstValue("Set-Cookie")
                .orElse("none");
        assertFalse(pretended.contains("Secure"), "anybody can say so: " + pretended);
    }

    @Test
    void aKeptListNeedsNoAddress() throws Exception {
        Browser fan = withPicks("pick=1:10&pick=9253:8");

        String html = fan.get("/recommendations?done=kept:0:0").body();
        assertTrue(html.contains("Your titles are kept here now."), html);
        assertTrue(html.contains("Based on 2 titles of your list."), html);
        assertTrue(html.contains("href=\"/titles/6\""), "links need no picks: " + html);
        assertTrue(fan.get("/taste").body().contains("Read from 2 titles of your list."));
        assertTrue(fan.get("/").body().contains("Your list of 2 titles is kept here."));
        assertTrue(server.get("/recommendations").statusCode() == 422, "nobody else sees it");
    }

    @Test
    void anImportEndsWithASummaryAndIsKept() throws Exception {
        Browser fan = new Browser();

        HttpResponse<String> page = fan.post("/import", "service=AniList&user=somebody");

        assertEquals(200, page.statusCode());
        assertTrue(
                page.body().contains("2 titles read (1 completed, 1 plan to watch), 2 matched, 0 not matched."),
                page.body());
        String html = fan.get("/recommendations").body();
        assertFalse(html.contains("href=\"/titles/6\""), "planned: " + html);
        assertTrue(fan.get("/recommendations?planned=true").body().contains("href=\"/titles/6?planned=true\""));
        assertEquals(
                400,
                fan.post("/import", fan.token() + "&service=Nowhere&user=x").statusCode());
        assertTrue(fan.get("/").body().contains("<option value=\"Kitsu\" disabled>Kitsu (not set up here)</option>"));
    }

    @Test
    void notInterestedTakesATitleOutAndCanBeUndone() throws Exception {
        Browser fan = withPicks("pick=1:10");

        HttpResponse<String> done = fan.post("/feedback?from=1990", fan.token() + "&item=6&deed=not-interested");
        assertEquals(303, done.statusCode());
        assertEquals("/recommendations?from=1990&done=not-interested:6:2", location(done));
        String html = fan.get(location(done)).body();
        assertTrue(html.contains("Trigun does not come again, and what is like it stands lower."), html);
        assertFalse(html.contains("data-item-id=\"6\""), html);
        assertTrue(fan.get("/data").body().contains("Let Trigun come again"));

        HttpResponse<String> undone = fan.post("/undo?from=1990", fan.token() + "&change=2");
        assertEquals("/recommendations?from=1990&done=undone:0:0", location(undone));
        assertTrue(fan.get("/recommendations").body().contains("data-item-id=\"6\""));
        assertEquals(
                "/recommendations?done=not-undone:0:0",
                location(fan.post("/undo", fan.token() + "&change=2")),
                "only once");
    }

    @Test
    void feedbackOfSomebodyNewKeepsTheTitlesOfTheAddress() throws Exception {
        Browser fan = new Browser();

        HttpResponse<String> done = fan.post("/feedback?pick=1:10", "item=6&deed=seen&score=8");

        assertEquals("/recommendations?done=seen:6:2", location(done));
        String html = fan.get("/recommendations").body();
        assertTrue(html.contains("Based on 2 titles of your list."), html);
        JsonNode data = TestServer.json(fan.get("/data/osusume.json"));
        assertEquals(2, data.get("list").size());
        assertEquals(8, data.get("list").get(1).get("score").asInt());
    }

    @Test
    void savedTitlesDoNotComeUntilTheyAreFreed() throws Exception {
        Browser fan = withPicks("pick=1:10");
        fan.post("/feedback", fan.token() + "&item=6&deed=save");
        assertFalse(fan.get("/recommendations").body().contains("data-item-id=\"6\""));

        assertEquals(
                "/data?done=free:6:3", location(fan.post("/feedback", fan.token() + "&item=6&deed=free&from=/data")));
        assertTrue(fan.get("/recommendations").body().contains("data-item-id=\"6\""));
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        Browser fan = withPicks("pick=1:10");
        String token = fan.token();

        assertEquals(403, fan.post("/feedback", "item=6&deed=save").statusCode(), "without the hash");
        assertEquals(
                403, fan.post("/feedback", "form-token=0000&item=6&deed=save").statusCode());
        assertEquals(
                403,
                fan.post("/feedback", token + "&item=6&deed=save", "Sec-Fetch-Site", "cross-site")
                        .statusCode());
        assertEquals(
                403,
                fan.post("/feedback", token + "&item=6&deed=save", "Origin", "https://elsewhere.example")
                        .statusCode());
        assertEquals(
                303,
                fan.post("/feedback", token + "&item=6&deed=save", "Origin", "null", "Sec-Fetch-Site", "same-origin")
                        .statusCode());
        for (String path : new String[] {"/undo", "/data/forget", "/data/settings", "/list", "/import"}) {
            assertEquals(403, fan.post(path, "pick=6&change=1&names=english").statusCode(), path);
        }
        Browser other = withPicks("pick=6");
        assertEquals(403, fan.post("/data/forget", other.token()).statusCode(), "another fan's hash");
    }

    @Test
    void settingsHoldWhereTheAddressSaysNothing() throws Exception {
        Browser fan = withPicks("pick=1:10");

        HttpResponse<String> set = fan.post("/data/settings", fan.token() + "&names=japanese&adult=true");

        assertEquals("/data?done=set:0:0", location(set));
        assertTrue(fan.get("/recommendations").body().contains("lang=\"ja\">トライガン</a>"));
        assertTrue(fan.get("/recommendations").body().contains("data-item-id=\"777\""), "adult");
        assertFalse(
                fan.get("/recommendations?age=mild-nudity").body().contains("data-item-id=\"777\""),
                "the address counts more");
        assertTrue(fan.get("/recommendations?names=romaji").body().contains(">Trigun</a>"));
    }

    @Test
    void aFanTakesTheDataAlongAndIsForgotten() throws Exception {
        Browser fan = withPicks("pick=1:10&pick=20");

        HttpResponse<String> xml = fan.get("/data/animelist.xml");
        assertEquals("attachment; filename=\"animelist.xml\"", header(xml, "Content-Disposition"));
        assertTrue(xml.body().contains("<series_animedb_id>1</series_animedb_id>"), xml.body());
        assertTrue(xml.body().contains("<my_score>10</my_score>"), xml.body());
        assertEquals(
                "attachment; filename=\"osusume.json\"", header(fan.get("/data/osusume.json"), "Content-Disposition"));

        HttpResponse<String> forgotten = fan.post("/data/forget", fan.token());
        assertEquals("/data", location(forgotten));
        assertTrue(
                header(forgotten, "Set-Cookie").startsWith("osusume-profile=; Path=/; Expires=Thu, 01 Jan 1970"),
                header(forgotten, "Set-Cookie"));
        assertTrue(fan.get("/data").body().contains("Nothing is kept of you here."));
        assertEquals(404, fan.get("/data/osusume.json").statusCode());
    }

    @Test
    void theTitlesOfALinkAreShownBesideAKeptList() throws Exception {
        Browser fan = withPicks("pick=1:10");

        String html = fan.get("/recommendations?pick=9253:9").body();

        assertTrue(html.contains("Based on 1 title you picked."), html);
        assertFalse(html.contains("action=\"/feedback"), "what is said about another list is not about the own one");
    }

    @Test
    void aWrongCookieIsNobody() throws Exception {
        for (String cookie :
                new String[] {"osusume-profile=", "osusume-profile=x", "osusume-profile=" + "A".repeat(43)}) {
            assertTrue(server.get("/data", "Cookie", cookie).body().contains("Nothing is kept of you here."), cookie);
        }
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }
}
