package io.osusume.web;

import static io.osusume.web.TestServer.assertProblem;
import static io.osusume.web.TestServer.header;
import static io.osusume.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.profiles.Scope;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// A profile as programs see it: made, read, changed, recommended for, taken along, forgotten.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiProfilesTest {
    private static final String NO_PROFILE =
            "there is no such profile: it was forgotten, or unused for too long; start a new one";

    private TestServer server;
    private String key = "";

    @BeforeAll
    void start() {
        server = TestServer.keeping(new RecommendationService(SmallModel.loaded()));
        key = "Bearer " + server.key(Scope.PROFILE);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// A profile and the requests about it.
    private record Profile(TestServer server, String key, String token) {
        HttpResponse<String> ask(String method, String path, String body, String... more) throws Exception {
            String[] headers = new String[more.length + 4];
            List<String> all = List.of("Authorization", key, "Osusume-Profile", token);
            for (int k = 0; k < headers.length; k++) {
                headers[k] = k < 4 ? all.get(k) : more[k - 4];
            }
            return server.ask(method, "/api/v1/profile" + path, body, headers);
        }

        JsonNode done(String method, String path, String body, String... more) throws Exception {
            HttpResponse<String> response = ask(method, path, body, more);
            assertEquals(200, response.statusCode(), response.body());
            return json(response);
        }

        String tag() throws Exception {
            return header(ask("GET", "", ""), "ETag");
        }
    }

    private Profile made() throws Exception {
        HttpResponse<String> response = server.ask("POST", "/api/v1/profile", "", "Authorization", key);
        assertEquals(201, response.statusCode(), response.body());
        assertEquals("/api/v1/profile", header(response, "Location"));
        assertEquals("no-store", header(response, "Cache-Control"));
        String token = json(response).path("token").asString();
        assertTrue(token.matches("[A-Za-z0-9_-]{43}"), response.body());
        return new Profile(server, key, token);
    }

    @Test
    void aNewProfileIsEmpty() throws Exception {
        Profile profile = made();
        HttpResponse<String> response = profile.ask("GET", "", "");
        JsonNode contents = json(response);

        assertEquals(0, contents.path("version").asInt());
        assertEquals("[]", contents.path("entries").toString());
        assertEquals(
                "{\"names\":\"romaji\",\"adult\":false,\"planned\":false}",
                contents.path("settings").toString());
        assertEquals("no-store", header(response, "Cache-Control"));
        assertFalse(response.body().contains(profile.token()), "the token is shown once");
        assertProblem(
                profile.ask("GET", "/recommendations", ""), 422, "the list has no watched title; add at least one");
    }

    @Test
    void entriesArePutChangedAndTakenOff() throws Exception {
        Profile profile = made();

        assertEquals(
                "{\"version\":1,\"changed\":1,\"change\":1}",
                profile.done("PUT", "/entries/1", "{\"status\":\"on-hold\",\"score\":7}")
                        .toString());
        assertEquals(
                "{\"version\":1,\"changed\":0}",
                profile.done("PUT", "/entries/1", "{\"status\":\"on-hold\",\"score\":7}")
                        .toString(),
                "it was so before");
        profile.done("PUT", "/entries/6", "{}");
        profile.done("PATCH", "/entries/1", "{\"score\":null}");
        profile.done("PATCH", "/entries/6", "{\"score\":1.0e1}"); // a whole number too, as JSON schema has it
        profile.done(
                "PATCH", "/entries/6", "{\"status\":\"watching\"}", "Content-Type", "application/merge-patch+json");
        assertEquals("1 on-hold 0, 6 watching 10", entries(profile));
        profile.done("DELETE", "/entries/1", "");
        assertEquals(0, profile.done("DELETE", "/entries/1", "").path("changed").asInt());
        assertEquals("6 watching 10", entries(profile));
        assertProblem(
                profile.ask("PATCH", "/entries/1", "{\"score\":1}"),
                404,
                "the list has no title with the id 1; PUT puts one on it");
    }

    private static String entries(Profile profile) throws Exception {
        return String.join(
                ", ",
                profile.done("GET", "", "")
                        .path("entries")
                        .valueStream()
                        .map(entry -> entry.path("itemId").asLong() + " "
                                + entry.path("status").asString() + " "
                                + entry.path("score").asInt(0))
                        .toList());
    }

    @Test
    void aListIsMergedOrReplaced() throws Exception {
        Profile profile = made();
        profile.done("PATCH", "/entries", "[{\"itemId\":1,\"score\":9},{\"itemId\":6},{\"itemId\":1,\"score\":8}]");
        assertEquals("1 watched 8, 6 watched 0", entries(profile));
        profile.done("PATCH", "/entries", "[{\"itemId\":20,\"status\":\"planned\"}]");
        assertEquals("1 watched 8, 6 watched 0, 20 planned 0", entries(profile));
        JsonNode done = profile.done("PUT", "/entries", "[{\"itemId\":20}]");
        assertEquals(3, done.path("changed").asInt());
        assertEquals("20 watched 0", entries(profile));
        profile.done("POST", "/changes/" + done.path("change").asLong() + "/undo", "");
        assertEquals("1 watched 8, 6 watched 0, 20 planned 0", entries(profile));
        profile.done("PUT", "/entries", "[]");
        assertEquals("", entries(profile));
    }

    @Test
    void feedbackCountsAndCanBeUndone() throws Exception {
        Profile profile = made();
        profile.done("PUT", "/entries/1", "{\"score\":10}");
        assertEquals(6, best(profile));

        long change = profile.done("POST", "/feedback", "{\"itemId\":6,\"deed\":\"not-interested\"}")
                .path("change")
                .asLong();
        assertNotEquals(6, best(profile));
        assertEquals(
                6, profile.done("GET", "", "").at("/notInterested/0/itemId").asLong());
        JsonNode undone = profile.done("POST", "/changes/" + change + "/undo", "");
        assertEquals("{\"done\":{\"version\":3,\"changed\":1,\"change\":3},\"kept\":0}", undone.toString());
        assertEquals(6, best(profile));
        assertProblem(
                profile.ask("POST", "/changes/" + change + "/undo", ""),
                409,
                "the change " + change + " is undone already");
        assertProblem(
                profile.ask("POST", "/changes/99/undo", ""),
                404,
                "there is no change 99, or it is too long ago to be undone");

        profile.done("POST", "/feedback", "{\"itemId\":6,\"deed\":\"save\"}");
        assertEquals(6, profile.done("GET", "", "").at("/saved/0/itemId").asLong());
        profile.done("POST", "/feedback", "{\"itemId\":6,\"deed\":\"seen\",\"score\":8}");
        assertEquals("1 watched 10, 6 watched 8", entries(profile));
        assertEquals("[]", profile.done("GET", "", "").path("saved").toString());
        assertProblem(
                profile.ask("POST", "/feedback", "{\"itemId\":4,\"deed\":\"save\"}"),
                422,
                "no title here has the id 4");
    }

    private static long best(Profile profile) throws Exception {
        return profile.done("GET", "/recommendations?n=1", "")
                .at("/recommendations/0/title/itemId")
                .asLong();
    }

    @Test
    void whatIsChosenForGoodCountsWhereNothingIsSaid() throws Exception {
        Profile profile = made();
        profile.done("PUT", "/entries", "[{\"itemId\":1,\"score\":9},{\"itemId\":6,\"status\":\"planned\"}]");
        assertFalse(all(profile, "").contains("\"itemId\":6,"), "planned");
        assertFalse(all(profile, "").contains("\"itemId\":777,"), "adult");

        JsonNode done = profile.done("PATCH", "", "{\"names\":\"japanese\",\"adult\":true,\"planned\":true}");

        assertEquals(3, done.path("changed").asInt());
        assertTrue(all(profile, "").contains("\"itemId\":777,"));
        assertTrue(all(profile, "").contains("\"displayName\":\"トライガン\""));
        assertFalse(all(profile, "?age=teens").contains("\"itemId\":777,"), "the address counts more");
        assertFalse(all(profile, "?planned=false").contains("\"itemId\":6,"));
        assertTrue(all(profile, "?names=romaji").contains("\"displayName\":\"Trigun\""));
        assertEquals(
                "{\"names\":\"japanese\",\"adult\":true,\"planned\":false}",
                done(profile, "{\"planned\":false}").path("settings").toString());
    }

    private static JsonNode done(Profile profile, String settings) throws Exception {
        profile.done("PATCH", "", settings);
        return profile.done("GET", "", "");
    }

    private static String all(Profile profile, String query) throws Exception {
        return profile.done("GET", "/recommendations" + query, "").toString();
    }

    @Test
    void whyNotAnswersForTheProfile() throws Exception {
        Profile profile = made();
        profile.done("PUT", "/entries/1", "{\"score\":10}");

        assertEquals(
                "watched",
                profile.done("GET", "/titles/1/why-not", "").path("place").asString());
        assertEquals(
                1, profile.done("GET", "/titles/6/why-not", "").path("rank").asInt());
    }

    @Test
    void aListIsImportedByFileAndByUserName() throws Exception {
        Profile profile = made();
        profile.done("PUT", "/entries/20", "{}");

        HttpResponse<String> response =
                profile.ask("POST", "/import", TestServer.LIST, "Content-Type", "application/xml");
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(
                "{\"done\":{\"version\":2,\"changed\":2,\"change\":2},\"read\":2,\"matched\":2,\"notMatched\":[],"
                        + "\"byStatus\":{\"Completed\":1,\"Plan to Watch\":1},\"adjustments\":[]}",
                response.body());
        assertEquals(profile.tag(), header(response, "ETag"));
        assertEquals("1 watched 9, 6 planned 0, 20 watched 0", entries(profile));

        JsonNode fetched =
                profile.done("POST", "/fetch?how=replace", "{\"service\":\"AniList\",\"user\":\"somebody\"}");
        assertEquals(2, fetched.path("matched").asInt());
        assertEquals("1 watched 9, 6 planned 0", entries(profile));
        assertProblem(
                profile.ask("POST", "/fetch", "{\"service\":\"Myspace\",\"user\":\"somebody\"}"),
                400,
                "service must be one of AniList, Kitsu");
    }

    @Test
    void aProfileIsTakenAlongAndBroughtBack() throws Exception {
        Profile profile = made();
        profile.done("PUT", "/entries", "[{\"itemId\":1,\"score\":9},{\"itemId\":20,\"status\":\"on-hold\"}]");
        profile.done("POST", "/feedback", "{\"itemId\":6,\"deed\":\"save\"}");

        JsonNode export = profile.done("GET", "/export", "");
        assertEquals("on hold", export.at("/list/1/status").asString());
        assertTrue(export.path("saved").has("6"), export.toString());
        HttpResponse<String> xml = profile.ask("GET", "/animelist.xml", "", "Accept", "application/xml");
        assertEquals(
                "application/xml; charset=utf-8", header(xml, "Content-Type").toLowerCase(java.util.Locale.ROOT));
        assertEquals("attachment; filename=\"animelist.xml\"", header(xml, "Content-Disposition"));

        Profile other = made();
        assertEquals(
                200,
                other.ask("POST", "/import", xml.body(), "Content-Type", "application/xml")
                        .statusCode());
        assertEquals(entries(profile), entries(other));
    }

    @Test
    void onlyTheTokenOpensAProfileAndAWrongOneLearnsNothing() throws Exception {
        Profile profile = made();
        profile.done("PUT", "/entries/1", "{}");
        Profile forgotten = made();
        assertEquals(204, forgotten.ask("DELETE", "", "").statusCode());
        for (String token :
                List.of(forgotten.token(), "A".repeat(43), "x", profile.token().substring(1), profile.token() + "A")) {
            Profile wrong = new Profile(server, key, token);
            for (String path : List.of("", "/export", "/recommendations", "/animelist.xml")) {
                assertProblem(wrong.ask("GET", path, ""), 404, NO_PROFILE);
            }
            assertProblem(wrong.ask("PUT", "/entries/1", "{}"), 404, NO_PROFILE);
            assertProblem(wrong.ask("DELETE", "", ""), 404, NO_PROFILE);
            assertProblem(wrong.ask("DELETE", "", "", "If-Match", "\"1-0\""), 404, NO_PROFILE);
            assertProblem(wrong.ask("POST", "/changes/1/undo", ""), 404, NO_PROFILE);
            assertProblem(
                    wrong.ask("POST", "/import", TestServer.LIST, "Content-Type", "application/xml"), 404, NO_PROFILE);
        }
        assertProblem(
                server.ask("GET", "/api/v1/profile", "", "Authorization", key),
                400,
                "the header Osusume-Profile is missing: expected the token of a profile, as POST /api/v1/profile gave"
                        + " it");
        assertEquals("1 watched 0", entries(profile), "untouched");
    }

    @Test
    void aCookieOpensNothingHere() throws Exception {
        Profile profile = made();

        HttpResponse<String> response = server.ask(
                "GET", "/api/v1/profile", "", "Authorization", key, "Cookie", "osusume-profile=" + profile.token());

        assertEquals(400, response.statusCode());
    }

    @Test
    void whatHasChangedMeanwhileIsNotOverwritten() throws Exception {
        Profile profile = made();
        String first = profile.tag();
        profile.done("PUT", "/entries/1", "{}", "If-Match", first);
        String second = profile.tag();
        assertNotEquals(first, second);
        for (String method : List.of(
                "PUT /entries/6",
                "PATCH /entries/1",
                "DELETE /entries/1",
                "PUT /entries",
                "PATCH ",
                "DELETE ",
                "POST /changes/1/undo")) {
            String[] words = method.split(" ", -1);
            String body = words[1].equals("/entries") ? "[]" : words[0].startsWith("P") ? "{}" : "";
            assertProblem(
                    profile.ask(words[0], words[1], words[1].contains("undo") ? "" : body, "If-Match", first),
                    412,
                    "the profile has changed since it was read (its version is 1 now); read it again");
        }
        assertEquals("1 watched 0", entries(profile));
        assertEquals(
                412,
                profile.ask("PUT", "/entries/6", "{}", "If-Match", "W/" + second)
                        .statusCode());
        assertEquals(
                412,
                profile.ask("PUT", "/entries/6", "{}", "If-Match", made().tag()).statusCode());
        profile.done("PUT", "/entries/6", "{}", "If-Match", "\"other\", " + second);
        profile.done("PUT", "/entries/20", "{}", "If-Match", "*");
        assertEquals("1 watched 0, 6 watched 0, 20 watched 0", entries(profile));
    }

    @Test
    void aProfileThatIsKnownIsNotSentAgain() throws Exception {
        Profile profile = made();
        String tag = profile.tag();
        HttpResponse<String> again = profile.ask("GET", "", "", "If-None-Match", tag);

        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(
                200, profile.ask("GET", "", "", "If-None-Match", made().tag()).statusCode(), "another's tag");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "PUT    | /entries/1   | {\"status\": \"seen\"}   | 400 | /status | status must be one of watched, watching, dropped, on-hold, planned, was \"seen\"",
                "PUT    | /entries/1   | {\"score\": 10.5}        | 400 | /score  | score must be a whole number in [0, 10], was 10.5",
                "PUT    | /entries/1   | {\"rating\": 1}          | 400 | /rating | there is no field 'rating' here; expected score, status",
                "PUT    | /entries/0   | {}                       | 400 |         | the id of a title must be a whole number from 1 on, was '0'",
                "PUT    | /entries/x   | {}                       | 400 |         | the id of a title must be a whole number, was 'x'",
                "PUT    | /entries/1   | []                       | 400 | ~~      | the body must be an object with score, status, was []",
                "PUT    | /entries/1   | {\"score\": 1, \"score\": 2} | 400 |      | the body is not JSON: it breaks at line 1, column 21",
                "PUT    | /entries/1   | {} {}                    | 400 |         | the body is not JSON: it breaks at line 1, column 4",
                "PATCH  | /entries     | {}                       | 400 | ~~      | the body must be a list of entries, was {}",
                "PATCH  | /entries     | [{\"itemId\": 1}, 7]     | 400 | /1      | an entry must be an object with itemId, score, status, was 7",
                "PATCH  | /entries     | [{}]                     | 400 | /0/itemId | itemId must be a whole number in [1, 9999999999], was absent",
                "PATCH  | /entries     | [{\"itemId\": 99999999999999999999}] | 400 | /0/itemId | itemId must be a whole number in [1, 9999999999], was 99999999999999999999",
                "PATCH  |              | {\"adult\": \"yes\"}     | 400 | /adult  | adult must be true or false, was \"yes\"",
                "PATCH  |              | {\"names\": null}        | 400 | /names  | names must be one of romaji, english, japanese, was null",
                "POST   | /feedback    | {\"itemId\": 1}          | 400 | /deed   | deed must be one of seen, not-interested, save, free, was absent",
                "POST   | /fetch       | {\"service\": \"AniList\", \"user\": \" \"} | 400 | /user | user must be a text of 1 to 200 characters, was \" \"",
                "POST   | /changes/x/undo | {}                    | 400 |         | the number of a change must be a whole number, was 'x'",
                "GET    | ?full=true   | ~~                       | 400 |         | there is no parameter 'full' here; there is none at all",
                "POST   | /import      | {}                       | 415 |         | the body must be application/xml, application/gzip or multipart/form-data, was application/json",
            })
    void whatIsWrongIsSaidWithThePlace(
            String method, String path, String body, int status, String pointer, String detail) throws Exception {
        HttpResponse<String> response = made().ask(method, path == null ? "" : path, body == null ? "" : body);

        assertProblem(response, status, detail);
        assertEquals(pointer, json(response).path("pointer").asString(null));
    }

    @Test
    void aBodyOfAnotherTypeOrSizeIsRefused() throws Exception {
        Profile profile = made();
        assertProblem(
                profile.ask("PUT", "/entries/1", "status=watched", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "the body must be application/json, was application/x-www-form-urlencoded");
        assertProblem(
                profile.ask("PUT", "/entries/1", "{\"status\":\"" + "x".repeat(RequestReader.MAX_JSON_BYTES) + "\"}"),
                413,
                "the body is too large: at most 1048576 bytes are read");
        String many = "{\"itemId\":1},".repeat(ListBodyParser.MAX_ITEMS) + "{\"itemId\":1}";
        assertProblem(
                profile.ask("PUT", "/entries", "[" + many + "]"),
                413,
                "the list is too long: at most 20000 entries are read, found 20001");
    }
}
