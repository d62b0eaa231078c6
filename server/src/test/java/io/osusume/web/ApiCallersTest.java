package io.osusume.web;

import static io.osusume.web.TestServer.assertProblem;
import static io.osusume.web.TestServer.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.profiles.NewApiKey;
import io.osusume.profiles.Scope;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who asks the API, what each may ask, and how often.
class ApiCallersTest {
    private static final String MODEL = "/api/v1/model";
    private static final String COUNTS = "/api/v1/admin/counts";
    private static final String PROFILE = "/api/v1/profile";
    private static final String WRONG_KEY =
            "the API key is not valid: it is wrong, has expired, or was revoked; whoever runs this server can make"
                    + " another with ./osusume keys create";

    private static TestServer limited(int ofAddress, int ofKey) {
        return TestServer.keeping(new ApiSettings(ofAddress, ofKey, List.of()));
    }

    private static HttpResponse<String> get(TestServer server, String path, String key) throws Exception {
        return server.get(path, "Authorization", "Bearer " + key);
    }

    @Test
    void aKeyHasALimitOfItsOwnWhateverTheAddressDoes() throws Exception {
        try (TestServer server = limited(1, 3)) {
            String first = server.key(Scope.RECOMMEND);
            String second = server.key(Scope.RECOMMEND);

            assertEquals(200, server.get(MODEL).statusCode());
            assertEquals(429, server.get(MODEL).statusCode(), "nobody's");
            for (int k = 0; k < 3; k++) {
                assertEquals(200, get(server, MODEL, first).statusCode());
            }
            HttpResponse<String> fourth = get(server, MODEL, first);
            String wait = header(fourth, "Retry-After");
            assertTrue(wait.matches("1\\d|20"), wait);
            assertProblem(
                    fourth, 429, "more than 3 requests a minute came with this key; ask again in " + wait + " seconds");
            assertEquals(200, get(server, MODEL, second).statusCode(), "another key");
        }
    }

    @Test
    void whoTriesKeysOutIsStoppedLikeAnybody() throws Exception {
        try (TestServer server = limited(2, 0)) {
            String right = server.key(Scope.RECOMMEND);
            assertEquals(401, get(server, MODEL, "osu_guess").statusCode());
            assertEquals(401, get(server, MODEL, "osu_guess").statusCode());
            assertEquals(429, get(server, MODEL, "osu_guess").statusCode());
            assertEquals(429, server.get(MODEL).statusCode());
            assertEquals(200, get(server, MODEL, right).statusCode());
        }
    }

    @Test
    void aWrongAnExpiredAndARevokedKeyAreAnsweredAlike() throws Exception {
        try (TestServer server = limited(0, 0)) {
            NewApiKey revoked = server.keys().create("revoked", Set.of(Scope.ADMIN), null);
            server.keys().revoke(revoked.key().id());
            Instant soon = Instant.now().plusMillis(50);
            String expired =
                    server.keys().create("expired", Set.of(Scope.ADMIN), soon).text();
            while (!Instant.now().isAfter(soon)) {
                Thread.onSpinWait();
            }
            String right = server.key(Scope.ADMIN);
            String wrong = right.substring(0, right.length() - 4) + "AAAA";
            for (String key : List.of(revoked.text(), expired, wrong, "", "osu_", "x", "ключ")) {
                for (String path : List.of(MODEL, COUNTS, PROFILE)) {
                    HttpResponse<String> response = get(server, path, URLEncoder.encode(key, StandardCharsets.UTF_8));
                    assertProblem(response, 401, WRONG_KEY);
                    assertEquals(
                            "Bearer realm=\"osusume\", error=\"invalid_token\"", header(response, "WWW-Authenticate"));
                }
            }
            assertEquals(200, get(server, COUNTS, right).statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/v1/profile,                 profile",
        "GET,    /api/v1/profile,                 profile",
        "DELETE, /api/v1/profile,                 profile",
        "PUT,    /api/v1/profile/entries/1,       profile",
        "GET,    /api/v1/profile/recommendations, profile",
        "GET,    /api/v1/admin/counts,            admin",
        "POST,   /api/v1/admin/model/check,       admin"
    })
    void withoutTheRightKeyNothingOfOthersIsDone(String method, String path, String scope) throws Exception {
        try (TestServer server = limited(0, 0)) {
            HttpResponse<String> nobody = server.ask(method, path, "");
            assertProblem(
                    nobody,
                    401,
                    "this needs an API key with the scope " + scope
                            + ", as Authorization: Bearer KEY; whoever runs this server can make one with ./osusume"
                            + " keys create");
            assertEquals("Bearer realm=\"osusume\", scope=\"" + scope + "\"", header(nobody, "WWW-Authenticate"));

            String other = server.key(Scope.RECOMMEND, scope.equals("admin") ? Scope.PROFILE : Scope.ADMIN);
            HttpResponse<String> refused = server.ask(method, path, "", "Authorization", "Bearer " + other);
            assertProblem(
                    refused,
                    403,
                    "this needs the scope " + scope + ", the API key has recommend, "
                            + (scope.equals("admin") ? "profile" : "admin"));
            assertEquals(
                    "Bearer realm=\"osusume\", error=\"insufficient_scope\", scope=\"" + scope + "\"",
                    header(refused, "WWW-Authenticate"));
        }
    }

    @Test
    void aKeyMayAskWhatEverybodyMayOnlyWithTheScopeForIt() throws Exception {
        try (TestServer server = limited(0, 0)) {
            HttpResponse<String> response = get(server, MODEL, server.key(Scope.ADMIN));

            assertProblem(response, 403, "this needs the scope recommend, the API key has admin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic b3BlcmF0b3I6c2VjcmV0", "Digest x", "BearerX osu_1", "osu_1"})
    void otherSchemesAreNoneOfOurs(String authorization) throws Exception {
        try (TestServer server = limited(0, 0)) {
            assertEquals(200, server.get(MODEL, "Authorization", authorization).statusCode());
            assertEquals(401, server.get(COUNTS, "Authorization", authorization).statusCode());
        }
    }

    @Test
    void theSchemeIsReadInAnyCase() throws Exception {
        try (TestServer server = limited(0, 0)) {
            assertEquals(
                    200,
                    server.get(COUNTS, "Authorization", "bEARER  " + server.key(Scope.ADMIN))
                            .statusCode());
        }
    }

    @Test
    void healthNeedsNoKeyAndReadsNone() throws Exception {
        try (TestServer server = limited(0, 0)) {
            assertEquals(200, get(server, "/health/ready", "osu_wrong").statusCode());
        }
    }
}
