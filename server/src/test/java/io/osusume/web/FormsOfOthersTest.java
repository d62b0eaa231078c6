package io.osusume.web;

import static io.osusume.web.TestServer.header;
import static io.osusume.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import io.osusume.web.TestRoutes.Route;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Nobody else can act for a fan: forms of other sites, cookies of other origins, links that lead away.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsOfOthersTest {
    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final String FIELDS =
            "&pick=6&item=6&deed=save&change=1&names=english&service=AniList&user=somebody";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.keeping(new RecommendationService(SmallModel.loaded()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String state(TestFan fan) throws Exception {
        return fan.get("/data/osusume.json").body();
    }

    @Test
    void everyFormOfAnotherSiteIsRefusedAndChangesNothing() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=1:9");
        TestFan other = TestFan.keeping(server, "pick=1:9");
        String before = state(fan);
        String token = fan.formToken();
        List<Route> forms = TestRoutes.forms(server);
        assertTrue(forms.size() >= 7, forms.toString());
        for (Route form : forms) {
            assertEquals("POST", form.method(), form.toString());
            for (String site : List.of("cross-site", "same-site")) {
                assertEquals(
                        403,
                        fan.post(form.path(), token + FIELDS, "Sec-Fetch-Site", site)
                                .statusCode(),
                        form + " from " + site);
            }
            for (String origin : List.of("https://evil.example", "http://127.0.0.1:1", "http://localhost")) {
                assertEquals(
                        403,
                        fan.post(form.path(), token + FIELDS, "Origin", origin).statusCode(),
                        form + " from " + origin);
            }
            for (String wrong : List.of("x=y", "form-token=", "form-token=" + "0".repeat(64), other.formToken())) {
                assertEquals(403, fan.post(form.path(), wrong + FIELDS).statusCode(), form + " with " + wrong);
            }
            assertEquals(before, state(fan), form.toString());
        }
    }

    @Test
    void aFormWithTheHashOfOnesOwnIsTaken() throws Exception {
        for (Route form : TestRoutes.forms(server)) {
            TestFan fan = TestFan.keeping(server, "pick=1:9");

            HttpResponse<String> answer =
                    fan.post(form.path(), fan.formToken() + FIELDS, "Sec-Fetch-Site", "same-origin");

            assertNotEquals(403, answer.statusCode(), form.toString());
        }
    }

    @Test
    void everyFormOfEveryPageBringsItsHashBackAndNoAddressHoldsIt() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=1:9&pick=20");
        fan.post("/feedback", fan.formToken() + "&item=6&deed=not-interested");
        fan.post("/feedback", fan.formToken() + "&item=5114&deed=save");
        TreeSet<String> sentTo = new TreeSet<>();
        for (Route page : TestRoutes.pages(server)) {
            for (String query : List.of("", "?done=not-interested:6:2", "?pick=9253")) {
                String html = fan.get(page.path() + query).body();
                Matcher forms = FORM.matcher(html);
                while (forms.find()) {
                    boolean posts = forms.group(1).contains("method=\"post\"");
                    boolean hidden = forms.group(2).contains("<input type=\"hidden\" name=\"form-token\"");
                    assertEquals(posts, hidden, page + query + "\n" + forms.group());
                    for (String button : buttons(forms.group(2))) {
                        boolean proves = button.contains("name=\"form-token\" value=\"");
                        assertEquals(button.contains("formmethod=\"post\""), proves, button);
                    }
                    if (posts) {
                        sentTo.add(forms.group(1).replaceAll(".*action=\"([^\"?]*).*", "$1"));
                    }
                }
                assertFalse(html.matches("(?s).*(href|action|src)=\"[^\"]*form-token.*"), page + query);
            }
        }
        assertTrue(
                sentTo.containsAll(List.of("/recommendations", "/import", "/feedback", "/undo", "/data/forget")),
                sentTo.toString());
    }

    private static List<String> buttons(String form) {
        List<String> buttons = new ArrayList<>();
        Matcher button = Pattern.compile("<button[^>]*>").matcher(form);
        while (button.find()) {
            buttons.add(button.group());
        }
        return buttons;
    }

    @Test
    void noPageChangesAnythingByBeingLookedAt() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=1:9");
        String before = state(fan);
        for (Route route : TestRoutes.all(server)) {
            if (route.method().equals("GET")) {
                fan.get(route.path() + "?" + FIELDS.substring(1));
            }
        }
        for (Route form : TestRoutes.forms(server)) {
            int status = fan.get(form.path() + "?" + fan.formToken() + FIELDS).statusCode();
            assertTrue(status < 500, form + " by GET: " + status);
        }
        assertEquals(before, state(fan));
    }

    @Test
    void theApiReadsNoCookie() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=1:9");
        for (Route route : TestRoutes.all(server)) {
            if (route.path().matches("/api/v1/(profile|admin).*|/mcp")) {
                assertEquals(
                        401,
                        server.ask(route.method(), route.path(), "", "Cookie", fan.cookie())
                                .statusCode(),
                        route.toString());
            }
        }
    }

    @Test
    void noAnswerLeadsToAnotherSite() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=1:9");
        String token = fan.formToken();
        List<String> away = List.of(
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/titles/1@evil.example",
                "javascript:alert(1)",
                "/data/../..//evil.example",
                "/titles/1%0d%0aSet-Cookie:x=y");
        for (String place : away) {
            String encoded = URLEncoder.encode(place, StandardCharsets.UTF_8);
            for (Route form : TestRoutes.forms(server)) {
                if (!form.path().equals("/data/forget")) {
                    assertStays(fan.post(
                            form.path() + "?from=" + encoded,
                            token + FIELDS + "&from=" + encoded + "&next=" + encoded + "&return=" + encoded,
                            "Referer",
                            "https://evil.example/"));
                }
            }
            for (Route page : TestRoutes.pages(server)) {
                assertStays(fan.get(page.path() + "?add=6&from=" + encoded + "&next=" + encoded + "&q=" + encoded));
            }
        }
        for (String path :
                List.of("//evil.example/", "///evil.example", "/%2f%2fevil.example/..", "/%5cevil.example")) {
            String answer = RawHttp.ask(server, "GET " + path + " HTTP/1.1", "Host: x");
            assertFalse(answer.contains("Location:"), answer);
        }
    }

    private static void assertStays(HttpResponse<String> answer) {
        String location = header(answer, "Location");
        assertTrue(location.equals("none") || location.matches("/(?![/\\\\])[^\r\n]*"), location);
        assertEquals("none", header(answer, "Refresh"));
    }

    @Test
    void theNameAHostIsCalledByStandsNowhereInAnAnswer() throws Exception {
        for (Route route : TestRoutes.all(server)) {
            String answer = RawHttp.ask(
                    server,
                    route.method() + " " + route.path() + " HTTP/1.1",
                    "Host: evil.example",
                    "X-Forwarded-Host: evil.example",
                    "Content-Length: 0");
            assertTrue(answer.startsWith("HTTP/1.1 "), route.toString());
            assertFalse(answer.contains("evil.example"), route + "\n" + answer);
        }
    }

    @Test
    void aFanIsKnownOnlyByACookieThisServerMade() throws Exception {
        String chosen = "osusume-profile=" + "Q".repeat(42) + "A";
        TestFan victim = new TestFan(server);
        victim.takeCookie(chosen);
        assertTrue(victim.get("/data").body().contains("Nothing is kept of you here."));

        victim.post("/list", "pick=1:9");

        assertNotEquals(chosen, victim.cookie(), "a new token, not the one somebody put there");
        TestFan attacker = new TestFan(server);
        attacker.takeCookie(chosen);
        assertEquals(404, attacker.get("/data/osusume.json").statusCode());
        assertEquals(1, json(victim.get("/data/osusume.json")).path("list").size());
    }

    @Test
    void theCookieIsForThisHostAloneAndForNoScript() throws Exception {
        HttpResponse<String> plain = new TestFan(server).post("/list", "pick=1");
        String cookie = header(plain, "Set-Cookie");
        assertTrue(cookie.matches("osusume-profile=[A-Za-z0-9_-]{43}; Path=/; .*"), cookie);
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        assertFalse(cookie.contains("Domain") || cookie.contains("Secure"), cookie);
    }

    @Test
    void behindTlsTheCookieIsBoundToItsHost() throws Exception {
        try (TestServer behind = TestServer.keepingBehindProxy(new RecommendationService(SmallModel.loaded()))) {
            String secure =
                    header(new TestFan(behind).post("/list", "pick=1", "X-Forwarded-Proto", "https"), "Set-Cookie");
            assertTrue(secure.matches("__Host-osusume-profile=[A-Za-z0-9_-]{43}; Path=/; .*"), secure);
            assertTrue(
                    secure.contains("Secure") && secure.contains("HttpOnly") && secure.contains("SameSite=Lax"),
                    secure);
            assertFalse(secure.contains("Domain"), secure);
            String text = secure.substring(secure.indexOf('=') + 1, secure.indexOf(';'));
            assertEquals(
                    404,
                    export(behind, "osusume-profile=" + text),
                    "a cookie that anybody in the domain may have set is not read");
            assertEquals(200, export(behind, "__Host-osusume-profile=" + text));
        }
    }

    private static int export(TestServer behind, String cookie) throws Exception {
        return behind.get("/data/osusume.json", "Cookie", cookie, "X-Forwarded-Proto", "https")
                .statusCode();
    }

    @Test
    void aForgottenProfileOpensNothingAndTheBrowserForgetsIt() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=1:9");
        String cookie = fan.cookie();

        HttpResponse<String> forgotten = fan.post("/data/forget", fan.formToken());

        assertEquals("\"cache\", \"storage\"", header(forgotten, "Clear-Site-Data"));
        String cleared = header(forgotten, "Set-Cookie");
        assertTrue(cleared.startsWith("osusume-profile=; Path=/; Expires=Thu, 01 Jan 1970"), cleared);
        TestFan again = new TestFan(server);
        again.takeCookie(cookie);
        assertEquals(404, again.get("/data/osusume.json").statusCode());
    }
}
