package io.osusume.web;

import static io.osusume.web.TestServer.assertProblem;
import static io.osusume.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the API says to requests that are not as they must be.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiErrorsTest {
    private static final String RECOMMENDATIONS = "/api/v1/recommendations";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // body | pointer | detail
                "[{]          |            | the body is not JSON: it breaks at line 1, column 3; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "[1] [2]      |            | the body is not JSON: it breaks at line 1, column 5; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "{}           | /list      | the body has no list; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "~~           | ~~         | the body is empty; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "7            | ~~         | the body is a number; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "{\"list\": 1}  | /list   | list must be a list, was a number; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "{\"list\": [], \"lists\": []} | /lists | the body has list and excluded, found 'lists'",
                "{\"list\": [{\"itemId\": 0}]}  | /list/0/itemId | itemId must be a whole number from 1 on, was 0",
                "{\"list\": [], \"excluded\": 1}  | /excluded | excluded must be a list, was a number; expected a list such as [{\"itemId\": 5114, \"why\": \"planned\"}]",
                "{\"list\": [], \"excluded\": [{\"itemId\": 1, \"why\": \"bored\"}]} | /excluded/0/why | why must be one of planned, saved, not-interested, was \"bored\"",
                "{\"list\": [], \"excluded\": [{\"a/b~\": 1}]} | /excluded/0/a~1b~0 | an excluded title has itemId and why, found 'a/b~'",
                "[{\"itemId\": 1, \"itemId\": 2}] | | the body is not JSON: it breaks at line 1, column 24; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "[{\"itemId\": 1, \"score\": {\"a\": 1}}] | /0/score | score must be a whole number in [0, 10], was {\"a\":1}",
                "[5]          | /0         | an entry must be an object, was a number; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "[{\"itemId\": 1}, {\"itemId\": 1.5}]            | /1/itemId | itemId must be a whole number from 1 on, was 1.5",
                "[{\"score\": 9}]                               | /0/itemId | itemId must be a whole number from 1 on, was absent",
                "[{\"itemId\": 1, \"score\": 11}]               | /0/score  | score must be a whole number in [0, 10], was 11",
                "[{\"itemId\": 1, \"score\": \"good\"}]         | /0/score  | score must be a whole number in [0, 10], was \"good\"",
                "[{\"itemId\": 1, \"rating\": 9}]               | /0/rating | an entry has itemId and score, found 'rating'",
            })
    void whatIsWrongInABodyIsSaidWithThePlace(String body, String pointer, String detail) throws Exception {
        HttpResponse<String> response = server.post(RECOMMENDATIONS, "application/json", body.equals("~~") ? "" : body);

        assertProblem(response, 400, detail);
        assertEquals(pointer, json(response).path("pointer").asString(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | /api/v1/search                    | the parameter q is missing: What to search for: a name or a part of it in romaji, English or Japanese, a short name, typing errors.",
                "400 | /api/v1/search?q=a&n=0            | n must be a whole number in [1, 100], was '0'",
                "400 | /api/v1/search?q=a&n=many         | n must be a whole number in [1, 100], was 'many'",
                "400 | /api/v1/search?q=a&n=5&n=6        | n must stand once, stands 2 times",
                "400 | /api/v1/search?q=a&m=5            | there is no parameter 'm' here; expected q, n, names",
                "400 | /api/v1/model?n=5                 | there is no parameter 'n' here; there is none at all",
                "400 | /api/v1/search?q=a&names=latin    | names must be one of romaji, english, japanese, was 'latin'",
                "400 | /api/v1/users/x/recommendations   | the id of a user must be a whole number, was 'x'",
                "404 | /api/v1/users/7/recommendations   | user 7 is not among the 3 users of the training data; give a list instead",
                "404 | /api/v1/titles/4                  | no title here has the id 4",
                "400 | /api/v1/titles/x/similar          | the id of a title must be a whole number, was 'x'",
                "404 | /api/v1/titles/4/similar          | the model does not know a title (id 4): nobody in its training data watched it",
                "404 | /api/v1/nothing                   | there is nothing at /api/v1/nothing",
                "405 | /api/v1/recommendations           | GET is not possible at /api/v1/recommendations",
            })
    void whatIsWrongInAnAddressIsSaid(int status, String path, String detail) throws Exception {
        assertProblem(server.get(path), status, detail);
    }

    @Test
    void aListNobodyKnowsIsRefused() throws Exception {
        assertProblem(
                server.post(RECOMMENDATIONS, "application/json", "[{\"itemId\": 4}]"),
                422,
                "the model knows none of the 1 titles of the list; add one it knows");
    }

    @Test
    void bodiesOfOtherTypesAreRefused() throws Exception {
        assertProblem(
                server.post(RECOMMENDATIONS, "text/plain", "hello"),
                415,
                "the body must be application/json, application/xml, application/gzip or multipart/form-data, was "
                        + "text/plain");
    }

    @Test
    void aBrokenExportIsRefusedWithItsReason() throws Exception {
        assertProblem(
                server.post(RECOMMENDATIONS, "application/xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><myanimelist/>"),
                400,
                "the file has a DOCTYPE, which no list export has; it was not read");
        assertProblem(
                server.upload(RECOMMENDATIONS, "file", TestServer.LIST),
                400,
                "the form has no file 'list'; choose the export of your list");
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws Exception {
        String message = "the request is too large: at most 8388608 bytes are read";
        byte[] large = new byte[9 << 20];

        assertProblem(
                server.post(RECOMMENDATIONS, "application/json", new byte[RequestReader.MAX_JSON_BYTES + 1]),
                413,
                "the body is too large: at most 1048576 bytes are read");
        assertProblem(server.upload(RECOMMENDATIONS, "list", "x".repeat(9 << 20)), 413, message);
        // without a length in advance
        HttpResponse<String> response = server.send(HttpRequest.newBuilder(URI.create(server.address(RECOMMENDATIONS)))
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces(large)))));
        assertProblem(response, 413, "the file is too large: at most 8388608 bytes are read");
    }

    private static byte[] spaces(byte[] bytes) {
        java.util.Arrays.fill(bytes, (byte) ' ');
        bytes[0] = '<';
        bytes[1] = 'm';
        return bytes;
    }

    @Test
    void aFailureInsideIsToldWithoutItsTrace() throws Exception {
        try (TestServer failing = TestServer.start(() -> {
            throw new IllegalStateException("secret of the house");
        })) {
            assertProblem(
                    failing.get("/api/v1/model"), 500, "something went wrong here; the operator finds it in the log");
            HttpResponse<String> page = failing.get("/");
            assertEquals(500, page.statusCode());
            assertFalse(page.body().contains("secret"), page.body());
            assertFalse(page.body().contains("io.osusume"), page.body());
        }
    }
}
