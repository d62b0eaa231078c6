package io.osusume.web;

import static io.osusume.web.TestServer.assertProblem;
import static io.osusume.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Recommendations and why-not for a list in the request, on the hybrid over the shipped sample.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiListsTest {
    private static final String RECOMMENDATIONS = "/api/v1/recommendations";
    private static final String LIST =
            "[{\"itemId\":1,\"score\":9},{\"itemId\":5114,\"score\":10},{\"itemId\":9253,\"score\":8},{\"itemId\":20}]";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.startSample();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonNode recommend(String query, String body) throws Exception {
        HttpResponse<String> response = server.post(RECOMMENDATIONS + query, "application/json", body);
        assertEquals(200, response.statusCode(), response.body());
        return json(response);
    }

    private static List<Long> ids(JsonNode answer) {
        return answer.path("recommendations")
                .valueStream()
                .map(card -> card.at("/title/itemId").asLong())
                .toList();
    }

    @Test
    void twentyTitlesComeWithoutReasonsUnlessSaidOtherwise() throws Exception {
        JsonNode answer = recommend("", LIST);

        assertEquals(20, answer.path("recommendations").size());
        assertFalse(answer.toString().contains("reasons"), answer.toString());
        assertEquals(4, answer.path("matched").asInt());
        assertEquals("thin", answer.at("/confidence/level").asString());
        assertEquals(
                "add one more title you liked, at best not from one franchise",
                answer.at("/confidence/advice").asString());
        double probability = answer.at("/recommendations/0/probability").asDouble();
        assertTrue(probability > 0 && probability < 1, answer.toString());
    }

    @Test
    void sharesSumToTheScore() throws Exception {
        String excluded = "{\"list\":" + LIST + ",\"excluded\":[{\"itemId\":269,\"why\":\"not-interested\"}]}";
        for (int titles : new int[] {0, 1, 10}) {
            JsonNode answer = recommend("?n=5&reasons=3&popularity=-0.5&reason-titles=" + titles, excluded);
            for (int rank = 0; rank < 5; rank++) {
                JsonNode card = answer.path("recommendations").get(rank);
                assertEquals(rank < 3, card.has("reasons"), card.toString());
                if (rank < 3) {
                    JsonNode reasons = card.path("reasons");
                    assertTrue(reasons.path("titles").size() <= titles, reasons.toString());
                    double sum = reasons.path("base").asDouble()
                            + reasons.path("others").asDouble()
                            + shares(reasons.path("titles"))
                            + shares(reasons.path("traits"))
                            + shares(reasons.path("wishes"));
                    assertEquals(card.path("score").asDouble(), sum, 1e-3, card.toString());
                    assertEquals(reasons.path("sum").asDouble(), sum, 1e-9, card.toString());
                    assertEquals(
                            "you asked for hidden gems",
                            reasons.at("/wishes/0/what").asString());
                }
            }
        }
    }

    private static double shares(JsonNode shares) {
        return shares.valueStream()
                .mapToDouble(each -> each.path("share").asDouble())
                .sum();
    }

    @Test
    void moreReasonsThanTitlesAreReasonsForAll() throws Exception {
        JsonNode answer = recommend("?n=2&reasons=50", LIST);

        assertTrue(
                answer.path("recommendations").valueStream().allMatch(card -> card.has("reasons")), answer.toString());
    }

    @Test
    void pagesTogetherAreTheWholeListInOrder() throws Exception {
        List<Long> whole = ids(recommend("?n=100&type=movie", LIST));
        List<Long> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = recommend("?n=7&type=movie" + cursor, LIST);
            assertEquals(paged.size() + 1, page.at("/recommendations/0/rank").asInt(), page.toString());
            paged.addAll(ids(page));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty() && paged.size() < 100);

        assertEquals(whole, paged.subList(0, whole.size()));
        assertEquals(whole.size(), whole.stream().distinct().count());
    }

    @Test
    void theLastPageHasNoNext() throws Exception {
        JsonNode last = recommend("?n=10&cursor=" + new Cursor(999_999, "hybrid-sample").text(), LIST);

        assertEquals(0, last.path("recommendations").size());
        assertFalse(last.has("next"), last.toString());
    }

    @Test
    void aCursorOfAnotherModelIsGone() throws Exception {
        assertProblem(
                server.post(
                        RECOMMENDATIONS + "?cursor=" + new Cursor(20, "hybrid-older").text(), "application/json", LIST),
                410,
                "the cursor goes on with a list of another model than the one that answers now (hybrid-sample); ask"
                        + " again without cursor");
    }

    @ParameterizedTest
    @CsvSource({"next", "!", "0:hybrid-sample", "-5:hybrid-sample", "20:", "1234567:hybrid-sample"})
    void whatIsNoCursorIsRefused(String text) throws Exception {
        String cursor = text.contains(":")
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                : text;

        assertProblem(
                server.post(RECOMMENDATIONS + "?cursor=" + cursor, "application/json", LIST),
                400,
                "cursor must be the next of an earlier answer, was '" + cursor + "'");
    }

    @Test
    void excludedTitlesDoNotComeUnlessPlannedOnesMay() throws Exception {
        List<Long> usual = ids(recommend("?n=3&franchises=every-part", LIST));
        String body =
                "{\"excluded\":[{\"itemId\":%d,\"why\":\"planned\"},{\"itemId\":%d,\"why\":\"saved\"},{\"itemId\":%d}],"
                                .formatted(usual.get(0), usual.get(1), usual.get(2))
                        + "\"list\":" + LIST + "}";

        List<Long> without = ids(recommend("?n=100&franchises=every-part", body));
        assertEquals(List.of(), usual.stream().filter(without::contains).toList());
        List<Long> planned = ids(recommend("?n=100&franchises=every-part&planned=true", body));
        assertEquals(
                List.of(usual.getFirst()),
                usual.stream().filter(planned::contains).toList());
        List<Long> excluded = ids(recommend("?n=100&franchises=every-part&exclude=" + usual.get(1), LIST));
        assertFalse(excluded.contains(usual.get(1)), excluded.toString());
    }

    @Test
    void filtersRefillAndNamesComeInTheLanguageAskedFor() throws Exception {
        JsonNode answer =
                recommend("?n=10&type=MOVIE&genre=Drama&not-genre=Music&from=1990&min-score=6.5&names=english", LIST);

        assertEquals(10, answer.path("recommendations").size());
        for (JsonNode card : answer.path("recommendations")) {
            JsonNode title = card.path("title");
            assertEquals("Movie", title.path("type").asString());
            assertTrue(title.path("genres").toString().contains("\"Drama\""), title.toString());
            assertTrue(title.path("year").asInt() >= 1990, title.toString());
            assertEquals(
                    title.path("englishName").asString(title.path("name").asString()),
                    title.path("displayName").asString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "genre=Westerly          | ^genre must be one of .*, was 'Westerly'$",
                "genre=                  | ^genre must not be empty, was ''$",
                "from=2020&to=1990       | ^from must not be above to, were 2020 and 1990$",
                "popularity=2            | ^popularity must be a number in \\[-1, 1], was '2'$",
                "unaired=perhaps         | ^unaired must be true or false, was 'perhaps'$",
                "reasons=101             | ^reasons must be a whole number in \\[0, 100], was '101'$",
                "pick=5114               | ^there is no parameter 'pick' here; expected n, reasons, .*$",
                "page=2                  | ^there is no parameter 'page' here; expected n, reasons, .*$",
                "exclude=x               | ^exclude must be a whole number in \\[0, 9999999999], was 'x'$",
            })
    void whatIsWrongInTheParametersIsSaid(String query, String detail) throws Exception {
        HttpResponse<String> response = server.post(RECOMMENDATIONS + "?" + query, "application/json", LIST);

        assertEquals(400, response.statusCode(), response.body());
        String said = json(response).path("detail").asString();
        assertTrue(said.matches(detail), said);
    }

    @Test
    void whyNotSaysWhereATitleStands() throws Exception {
        long second = ids(recommend("?n=2&franchises=every-part", LIST)).get(1);
        String path = "/api/v1/titles/" + second + "/why-not";

        JsonNode ranked = json(server.post(path + "?franchises=every-part", "application/json", LIST));
        assertEquals("ranked", ranked.path("place").asString());
        assertEquals(2, ranked.path("rank").asInt());
        assertEquals(second, ranked.at("/title/itemId").asLong());
        assertTrue(ranked.path("reasons").has("base"), ranked.toString());

        JsonNode filtered = json(server.post(path + "?to=1910", "application/json", LIST));
        assertEquals("filtered", filtered.path("place").asString());
        assertFalse(filtered.has("rank"), filtered.toString());
        assertEquals(
                "[{\"rule\":\"year\",\"why\":\"its year is out of the chosen ones, or not known\"}]",
                filtered.path("removedBy").toString());
        assertEquals("year", filtered.at("/lifts/0/rule").asString());

        JsonNode excluded = json(server.post(path + "?exclude=" + second, "application/json", LIST));
        assertEquals("saved", excluded.path("place").asString());
        JsonNode watched = json(server.post("/api/v1/titles/1/why-not", "application/json", LIST));
        assertEquals("watched", watched.path("place").asString());
        assertProblem(
                server.post("/api/v1/titles/999999/why-not", "application/json", LIST),
                404,
                "the catalogue has no title with the id 999999");
    }

    @Test
    void aListOverTheLimitIsRefusedAndCounted() throws Exception {
        String entries = "{\"itemId\":1},".repeat(ListBodyParser.MAX_ITEMS) + "{\"itemId\":1}";
        String detail = "the list is too long: at most 20000 titles are read, found 20001";

        assertProblem(server.post(RECOMMENDATIONS, "application/json", "[" + entries + "]"), 413, detail);
        assertProblem(
                server.post(RECOMMENDATIONS, "application/json", "{\"list\":[],\"excluded\":[" + entries + "]}"),
                413,
                detail);
    }
}
