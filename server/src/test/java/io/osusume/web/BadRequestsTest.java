package io.osusume.web;

import static io.osusume.web.FaultLoad.Use.ASK;
import static io.osusume.web.FaultLoad.Use.LOOK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.SharedData;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.TwoWorlds;
import io.osusume.serving.ModelSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bodies that are too large, broken or made to explode, again and again, while others use the server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestsTest {
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=b";
    private static final String PART = "--b\r\nContent-Disposition: form-data; name=\"list\"; filename=\"a\"\r\n\r\n";
    private static final int MEGABYTE = 1 << 20;

    private TestServer server;
    private FaultLoad load;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start(ModelSource.fixed(new RecommendationService(TwoWorlds.loaded())));
        load = FaultLoad.on(server, 0);
    }

    @AfterAll
    void stop() throws Exception {
        load.close();
        server.close();
    }

    /// A bad body, how it is announced, and what it gets.
    @SuppressWarnings("ImmutableEnumChecker") // a text made when it is needed
    enum Bad {
        TOO_MUCH_JSON(413, JSON, () -> " ".repeat(2 * MEGABYTE)),
        TOO_LARGE_AN_EXPORT(413, "application/xml", () -> "<myanimelist>" + " ".repeat(9 * MEGABYTE)),
        TOO_LARGE_A_FORM(413, FORM, () -> PART + "x".repeat(10 * MEGABYTE) + "\r\n--b--\r\n"),
        HALF_JSON(400, JSON, () -> "[{\"itemId\": 1"),
        JSON_OF_DEPTH(400, JSON, () -> "[".repeat(500_000)),
        A_NUMBER_WITHOUT_END(400, JSON, () -> "[{\"itemId\": " + "9".repeat(500_000) + "}]"),
        NO_UTF_8(400, JSON, () -> "[{\"itemId\": \u00ff\u00fe}]"),
        NOTHING(400, JSON, () -> ""),
        HALF_A_FORM(400, FORM, () -> PART + "<myanimelist>"),
        A_FORM_WITHOUT_THE_FILE(
                400, FORM, () -> "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n--b--\r\n"),
        NO_XML(400, "application/xml", () -> "not xml"),
        XML_WITH_ENTITIES(
                400,
                "application/xml",
                () -> "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><myanimelist>&b;"),
        NO_GZIP(400, "application/gzip", () -> "not gzip"),
        HALF_A_GZIP(400, "application/gzip", () -> gzip("<myanimelist>", 1_000).substring(0, 30)),
        A_GZIP_THAT_EXPLODES(413, "application/gzip", () -> gzip("<myanimelist>", 400 * MEGABYTE)),
        OF_NO_KNOWN_TYPE(415, "text/csv", () -> "1,9");

        private final int status;
        private final String type;
        private final Supplier<String> body;

        Bad(int status, String type, Supplier<String> body) {
            this.status = status;
            this.type = type;
            this.body = body;
        }

        /// As docs/operations.md calls it.
        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// Bytes as Latin-1.
    private static String gzip(String start, int spaces) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(start.getBytes(StandardCharsets.ISO_8859_1));
            byte[] block = " ".repeat(1_000).getBytes(StandardCharsets.ISO_8859_1);
            for (int k = 0; k < spaces; k += block.length) {
                gzip.write(block);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toString(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @EnumSource
    void aBadBodyIsRefusedAndNobodyElseNotices(Bad bad) throws Exception {
        byte[] body = bad.body.get().getBytes(StandardCharsets.ISO_8859_1);
        load.mark();
        for (int k = 0; k < 3; k++) {
            HttpResponse<String> answer = server.post("/api/v1/recommendations", bad.type, body);
            assertEquals(bad.status, answer.statusCode(), answer.body());
            assertTrue(
                    answer.headers().firstValue("Content-Type").orElse("none").startsWith("application/problem+json"));
        }
        load.awaitMore(5);
        assertEquals("200", load.answers(ASK));
        assertEquals("200", load.answers(LOOK));
        String row = "| %s | %d |".formatted(bad.words(), bad.status);
        String page = Files.readString(SharedData.projectRoot().resolve("docs/operations.md"));
        assertTrue(page.contains("\n" + row), () -> "docs/operations.md lacks the row\n" + row);
    }
}
