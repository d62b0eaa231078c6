package io.osusume.web;

import static io.osusume.web.TestServer.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiGuardTest {
    private static final String SITE = "https://example.org";

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
        try (TestServer server = TestServer.start(new ApiSettings(2, 0, List.of()))) {
            assertEquals(200, server.get("/api/v1/model").statusCode());
            assertEquals(404, server.get("/api/v1/nothing").statusCode());
            HttpResponse<String> third = server.get("/api/v1/model");
            String wait = third.headers().firstValue("Retry-After").orElseThrow();

            assertTrue(wait.matches("[1-9]|[12]\\d|30"), wait);
            assertProblem(
                    third,
                    429,
                    "more than 2 requests a minute came from this address; ask again in " + wait
                            + (wait.equals("1") ? " second" : " seconds"));
            assertEquals(200, server.get("/health/ready").statusCode());
            assertEquals(200, server.get("/").statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | application/json",
                "200 | text/html, application/*;q=0.5",
                "200 | */*",
                "200 | APPLICATION/JSON; charset=utf-8",
                "406 | text/html",
                "406 | application/json;q=0, text/html",
                "406 | application/xml",
            })
    void aClientThatTakesNoJsonIsToldSo(int status, String accept) throws Exception {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> response = server.get("/api/v1/model", "Accept", accept);

            assertEquals(status, response.statusCode());
            if (status == 406) {
                assertProblem(
                        response, 406, "the API answers in application/json, which the header Accept does not take");
            }
        }
    }

    @Test
    void aMethodThatIsNotPossibleComesWithThoseThatAre() throws Exception {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> response =
                    server.send(HttpRequest.newBuilder(URI.create(server.address("/api/v1/model")))
                            .DELETE());

            assertProblem(response, 405, "DELETE is not possible at /api/v1/model");
            assertEquals("GET, HEAD", response.headers().firstValue("Allow").orElseThrow());
        }
    }

    @Test
    void pagesOfAnAllowedSiteMayAsk() throws Exception {
        try (TestServer server = TestServer.start(new ApiSettings(0, 0, List.of(SITE, "https://other.example")))) {
            HttpResponse<String> allowed = server.get("/api/v1/model", "Origin", SITE);
            assertEquals(SITE, header(allowed, "Access-Control-Allow-Origin"));
            assertEquals("Accept-Encoding, Origin", header(allowed, "Vary"));
            assertEquals("ETag, Retry-After, WWW-Authenticate", header(allowed, "Access-Control-Expose-Headers"));

            HttpResponse<String> preflight = preflight(server, SITE);
            assertEquals(204, preflight.statusCode());
            assertEquals(SITE, header(preflight, "Access-Control-Allow-Origin"));
            assertEquals("GET, HEAD, POST, PUT, PATCH, DELETE", header(preflight, "Access-Control-Allow-Methods"));
            assertEquals(
                    "Authorization, Content-Type, If-Match, If-None-Match, Osusume-Profile",
                    header(preflight, "Access-Control-Allow-Headers"));

            HttpResponse<String> refused = server.get("/api/v1/titles/4", "Origin", SITE);
            assertEquals(404, refused.statusCode());
            assertEquals(SITE, header(refused, "Access-Control-Allow-Origin"));
        }
    }

    @Test
    void pagesOfOtherSitesMayNotAsk() throws Exception {
        for (ApiSettings settings : List.of(ApiSettings.OPEN, new ApiSettings(0, 0, List.of(SITE)))) {
            try (TestServer server = TestServer.start(settings)) {
                HttpResponse<String> response = server.get("/api/v1/model", "Origin", "https://evil.example");
                assertEquals("none", header(response, "Access-Control-Allow-Origin"));
                HttpResponse<String> preflight = preflight(server, "https://evil.example");
                assertEquals("none", header(preflight, "Access-Control-Allow-Origin"));
                assertEquals(405, preflight.statusCode());
            }
        }
    }

    @Test
    void administrationIsOpenedToNoPage() throws Exception {
        try (TestServer server = TestServer.start(new ApiSettings(0, 0, List.of("*")))) {
            HttpResponse<String> response = server.get("/api/v1/admin/counts", "Origin", SITE);
            assertEquals(401, response.statusCode());
            assertEquals("none", header(response, "Access-Control-Allow-Origin"));
            HttpResponse<String> preflight = server.ask(
                    "OPTIONS",
                    "/api/v1/admin/counts",
                    "",
                    "Origin",
                    SITE,
                    "Access-Control-Request-Method",
                    "GET",
                    "Access-Control-Request-Headers",
                    "authorization");
            assertEquals(405, preflight.statusCode());
            assertEquals("none", header(preflight, "Access-Control-Allow-Origin"));
        }
    }

    @Test
    void everySiteMayAskIfTheSettingSaysSo() throws Exception {
        try (TestServer server = TestServer.start(new ApiSettings(0, 0, List.of("*")))) {
            assertEquals("*", header(server.get("/api/v1/model", "Origin", SITE), "Access-Control-Allow-Origin"));
        }
    }

    @Test
    void anOriginHasNoPath() {
        assertEquals(
                "an origin must be like https://example.org, or * for all, was 'https://example.org/'",
                assertThrows(IllegalArgumentException.class, () -> new ApiSettings(0, 0, List.of(SITE + "/")))
                        .getMessage());
    }

    private static HttpResponse<String> preflight(TestServer server, String origin) throws Exception {
        return server.send(HttpRequest.newBuilder(URI.create(server.address("/api/v1/recommendations")))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }
}
