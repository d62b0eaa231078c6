package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.map.TitleMap;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.TwoWorlds;
import io.osusume.serving.ModelSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The page of the map and the files it is drawn from, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapPageTest {
    private final RecommendationService service = new RecommendationService(TwoWorlds.insightful());
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(ModelSource.fixed(service));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String page(String query) throws Exception {
        HttpResponse<String> answer = server.get("/map" + query);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static String data(String page, String name) {
        Matcher found = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(page);
        assertTrue(found.find(), "the page has data-" + name);
        return found.group(1).replace("&amp;", "&");
    }

    private HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address(path)));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    headers.length == 0
                            ? request.build()
                            : request.headers(headers).build(),
                    BodyHandlers.ofByteArray());
        }
    }

    @Test
    void thePointsAreTheTitlesOfTheMap() throws Exception {
        TitleMap map = TitleMap.of(service, AgeRating.MILD_NUDITY).orElseThrow();
        HttpResponse<byte[]> answer = bytes(data(page(""), "points"));

        assertEquals(4 * 79, answer.body().length);
        ByteBuffer points = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN);
        for (int place = 0; place < 79; place++) {
            assertEquals(map.x(place), (points.getShort(2 * place) & 0xffff) / 65_535f * 2 - 1, 1e-4);
            assertEquals(map.y(place), (points.getShort(2 * (79 + place)) & 0xffff) / 65_535f * 2 - 1, 1e-4);
        }
    }

    @Test
    void theNamesStandInTheSameOrderInTheLanguageOfThePage() throws Exception {
        String romaji = new String(bytes(data(page(""), "first-names")).body(), StandardCharsets.UTF_8);
        List<String> lines = romaji.lines().toList();
        assertEquals(79, lines.size());
        assertEquals("79\t" + service.title(79).orElseThrow().name(), lines.getFirst());
        assertEquals("1\t" + service.title(1).orElseThrow().name(), lines.getLast());
        String english =
                new String(bytes(data(page("?names=english"), "first-names")).body(), StandardCharsets.UTF_8);
        assertTrue(english.endsWith("1\tFirst of All\n"), english);
        assertEquals("", data(page(""), "other-names"), "there are no more names");
    }

    @Test
    void addressesWithTheHashAreKeptForAYearAndOthersAskedAgain() throws Exception {
        String points = data(page(""), "points");
        HttpResponse<byte[]> first = bytes(points);
        assertEquals(
                "public, max-age=31536000, immutable",
                first.headers().firstValue("Cache-Control").orElseThrow());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, bytes(points, "If-None-Match", tag).statusCode());
        HttpResponse<byte[]> other = bytes("/map/points");
        assertEquals(
                "public, no-cache", other.headers().firstValue("Cache-Control").orElseThrow());
        assertArrayEquals(first.body(), other.body());
        assertEquals(
                "gzip",
                bytes(points.replace("points", "picture.svg"), "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding")
                        .orElseThrow());
    }

    @Test
    void adultTitlesAreOnTheMapOfThoseWhoAskedForThem() throws Exception {
        assertEquals(4 * 80, bytes(data(page("?age=adult"), "points")).body().length);
        assertEquals(404, server.get("/map/titles/80").statusCode());
        assertEquals(200, server.get("/map/titles/80?age=adult").statusCode());
    }

    @Test
    void withoutAScriptThePageHasAreasWithTheirBestKnownTitlesAndAPicture() throws Exception {
        String page = page("");
        assertTrue(page.contains("<noscript><img class=\"still\" src=\"/map/picture.svg?age=mild-nudity"), page);
        assertTrue(page.contains("Mecha") && page.contains("href=\"/titles/79\""), page);
        String searched = page("?q=" + service.title(40).orElseThrow().name());
        assertTrue(searched.contains("href=\"/map?title=40\""), searched);
        assertTrue(page("?title=40").contains("class=\"found-title\" data-item-id=\"40\""), "the card is there");
        assertTrue(page("?q=zzzzzzzz").contains("Nothing on the map is called"), "nothing found is said");
    }

    @Test
    void aFanSeesWhereTheListLies() throws Exception {
        String page = page("?pick=1:9&pick=3:9&pick=5:8&pick=4242");
        assertEquals(3, data(page, "mine").split(" ").length);
        assertTrue(data(page, "best").split(" ").length > 10, "recommended titles are marked");
        assertTrue(List.of(data(page, "mine").split(" ")).contains(data(page, "home")), "home is of the list");
        assertTrue(page.contains("3 titles of yours are on the map."), page);
        assertTrue(page("").contains("Name some titles"), "nobody is told how to get there");
    }

    @Test
    void theCardSaysWhatTheTitlePageSays() throws Exception {
        String card = server.get("/map/titles/20?pick=1:9&pick=3:9&pick=5:8").body();
        assertTrue(card.contains("You would probably give it"), card);
        assertTrue(card.contains("href=\"/titles/20?pick=1:9&amp;pick=3:9&amp;pick=5:8\""), card);
        assertTrue(card.contains("For you it stands at"), card);
        assertTrue(server.get("/map/titles/1?pick=1:9").body().contains("On your list"), "what is seen is seen");
        assertEquals(404, server.get("/map/titles/4242").statusCode());
    }

    @Test
    void thePictureIsAllowedItsOwnStyleAndNothingElse() throws Exception {
        HttpResponse<String> answer = server.get("/map/picture.svg?title=40");
        String style = answer.body().split("<style>", 2)[1].split("</style>", 2)[0];
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'",
                answer.headers().firstValue("Content-Security-Policy").orElseThrow());
        assertEquals(79, answer.body().split("h0", -1).length - 1, "a dot a title");
        assertTrue(answer.body().contains("<circle"), "the chosen title is marked");
        assertFalse(server.get("/map/picture.svg").body().contains("<circle"), "no title is marked");
    }

    @Test
    void thePictureHasTheColoursOfTheStyleSheet() throws Exception {
        String css = new String(
                Objects.requireNonNull(MapPageTest.class.getResourceAsStream("/static/osusume.css"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        for (int area = 0; area < MapPicture.LIGHT.size(); area++) {
            String name = String.format(Locale.ROOT, "--area-%d: ", area);
            assertTrue(css.contains(name + MapPicture.LIGHT.get(area)), name + MapPicture.LIGHT.get(area));
            assertTrue(css.contains(name + MapPicture.DARK.get(area)), name + MapPicture.DARK.get(area));
        }
    }

    @Test
    void aVersionWithoutAMapSaysSoAndHowToMakeOne() throws Exception {
        try (TestServer without = TestServer.start()) {
            HttpResponse<String> answer = without.get("/map");
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("./osusume models complete champion"), answer.body());
            assertEquals(404, without.get("/map/points").statusCode());
            assertEquals(404, without.get("/map/titles/1").statusCode());
        }
    }
}
