package io.osusume.ingest;

import static io.osusume.ingest.FaultyServer.cut;
import static io.osusume.ingest.FaultyServer.ranged;
import static io.osusume.ingest.FaultyServer.status;
import static io.osusume.ingest.FaultyServer.whole;
import static io.osusume.ingest.SampleFiles.bytes;
import static io.osusume.ingest.SampleFiles.gzip;
import static io.osusume.ingest.SampleFiles.zip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Manifest;
import io.osusume.model.TrainingListener;
import io.osusume.ratings.BadRowPolicy;
import io.osusume.ratings.RatingFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] CONTENT = SampleFiles.manyRatings(40_000);
    private static final byte[] OTHER = SampleFiles.manyRatings(30_000);
    private static final int HALF = CONTENT.length / 2;

    @TempDir
    Path place;

    private Path raw;

    @BeforeEach
    void chooseFolder() {
        raw = place.resolve("artifacts/raw");
    }

    @Test
    void aFileIsReadFromItsAddress() throws IOException {
        try (FaultyServer server = new FaultyServer(whole(CONTENT, "\"a\""))) {
            IngestReport report = ingest(server, "/files/animelist.csv?key=secret", settings());
            assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
            assertEquals(
                    server.address("/files/animelist.csv"),
                    report.files().getFirst().source());
            assertEquals(
                    server.address("/files/animelist.csv"),
                    Manifest.read(raw).inputs().get("animelist.csv"));
            assertNothingBesideTheRawFolder();
        }
    }

    @Test
    void packedFilesAreUnpackedWhateverTheAddressCallsThem() throws IOException {
        try (FaultyServer server = new FaultyServer(whole(gzip(CONTENT), "\"a\""))) {
            ingest(server, "/download", settings());
            assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
        }
        byte[] archive = zip(Map.of("anime.csv", bytes(SampleFiles.ANIME)));
        try (FaultyServer server = new FaultyServer(whole(archive, "\"a\""))) {
            IngestReport report = ingest(server, "/download", settings());
            assertEquals(SampleFiles.ANIME, Files.readString(raw.resolve("anime.csv")));
            assertEquals(40_000, report.files().getFirst().rowsKept());
        }
    }

    @Test
    void aBrokenConnectionIsTakenUpWhereItBroke() throws IOException {
        try (FaultyServer server = new FaultyServer(cut(CONTENT, "\"a\"", HALF), ranged(CONTENT, "\"a\""))) {
            ingest(server, "/animelist.csv", settings());
            assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
            assertEquals(
                    List.of(
                            "/animelist.csv range=null if-range=null",
                            "/animelist.csv range=bytes=" + HALF + "- if-range=\"a\""),
                    server.requests());
        }
    }

    @Test
    void aKilledRunIsTakenUpByTheNext() throws IOException {
        try (FaultyServer server = new FaultyServer(cut(CONTENT, "\"a\"", HALF), ranged(CONTENT, "\"a\""))) {
            String address = server.address("/animelist.csv");
            assertEquals(
                    address + " could not be read in 1 attempt, the last one: the connection broke after " + HALF
                            + " of " + CONTENT.length + " bytes; " + HALF
                            + " bytes are kept, the next run goes on from there",
                    messageOf(server, "/animelist.csv", settings(0)));
            ingest(server, "/animelist.csv", settings(0));
            assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
            assertEquals(
                    "/animelist.csv range=bytes=" + HALF + "- if-range=\"a\"",
                    server.requests().get(1));
            assertNothingBesideTheRawFolder();
        }
    }

    @Test
    void otherContentUnderTheAddressStartsAnew() throws IOException {
        try (FaultyServer server = new FaultyServer(cut(CONTENT, "\"a\"", HALF), ranged(OTHER, "\"b\""))) {
            ingest(server, "/animelist.csv", settings());
            assertArrayEquals(OTHER, Files.readAllBytes(raw.resolve("animelist.csv")));
        }
    }

    @Test
    void aServerThatIgnoresRangesStartsAnew() throws IOException {
        try (FaultyServer server = new FaultyServer(cut(CONTENT, "\"a\"", HALF), whole(CONTENT, "\"a\""))) {
            ingest(server, "/animelist.csv", settings());
            assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
        }
    }

    @Test
    void withoutAStrongValidatorNothingIsTakenUp() throws IOException {
        for (String weak : List.of("", "W/\"a\"")) {
            try (FaultyServer server = new FaultyServer(cut(CONTENT, weak, HALF), whole(CONTENT, weak))) {
                ingest(server, "/animelist.csv", settings());
                assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
                assertEquals(
                        "/animelist.csv range=null if-range=null",
                        server.requests().get(1));
            }
        }
    }

    @Test
    void aPartOfOtherContentIsThrownAway() throws IOException {
        FaultyServer.Answer wrongPart = exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"b\"");
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + HALF + "-" + (OTHER.length - 1) + "/" + OTHER.length);
            exchange.sendResponseHeaders(206, OTHER.length - HALF);
            exchange.getResponseBody().write(OTHER, HALF, OTHER.length - HALF);
        };
        try (FaultyServer server = new FaultyServer(cut(CONTENT, "\"a\"", HALF), wrongPart, ranged(OTHER, "\"b\""))) {
            ingest(server, "/animelist.csv", settings());
            assertArrayEquals(OTHER, Files.readAllBytes(raw.resolve("animelist.csv")));
            assertEquals(
                    "/animelist.csv range=null if-range=null", server.requests().get(2));
        }
    }

    @Test
    void aBodyThatEndsEarlyIsNoticedEveryTime() throws IOException {
        try (FaultyServer server = new FaultyServer(cut(CONTENT, "", 1_000))) {
            assertEquals(
                    server.address("/animelist.csv")
                            + " could not be read in 3 attempts, the last one: the connection broke after 1000 of "
                            + CONTENT.length + " bytes; 1000 bytes are kept, the next run goes on from there",
                    messageOf(server, "/animelist.csv", settings(2)));
            assertFalse(Files.exists(raw));
            assertEquals(3, server.requests().size());
        }
    }

    @Test
    void aBusyServerIsAskedAgain() throws IOException {
        try (FaultyServer server =
                new FaultyServer(status(503, "", ""), status(429, "Retry-After", "0"), ranged(CONTENT, "\"a\""))) {
            ingest(server, "/animelist.csv", settings());
            assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
            assertEquals(3, server.requests().size());
        }
        try (FaultyServer server = new FaultyServer(status(503, "Retry-After", "3600"))) {
            assertEquals(
                    server.address("/animelist.csv")
                            + " could not be read in 3 attempts, the last one: the server answered 503; 0 bytes are"
                            + " kept, the next run goes on from there",
                    messageOf(server, "/animelist.csv", settings(2)));
        }
    }

    @Test
    void aRefusalIsNotRepeated() throws IOException {
        try (FaultyServer server = new FaultyServer(status(404, "", ""))) {
            assertEquals(
                    server.address("/animelist.csv") + " answered 404; expected 200: check the address",
                    messageOf(server, "/animelist.csv", settings()));
            assertEquals(1, server.requests().size());
        }
        try (FaultyServer server = new FaultyServer(status(403, "", ""))) {
            assertEquals(
                    server.address("/animelist.csv")
                            + " answered 403: it wants a login; download it yourself and name the file",
                    messageOf(server, "/animelist.csv", settings()));
        }
    }

    @Test
    void aServerThatFallsSilentIsLeft() throws IOException {
        FaultyServer.Answer silent = exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"a\"");
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT, 0, HALF);
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        };
        try (FaultyServer server = new FaultyServer(silent, ranged(CONTENT, "\"a\""))) {
            ingest(server, "/animelist.csv", settings(1, Duration.ofMillis(500), Long.MAX_VALUE));
            assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
            assertEquals(
                    "/animelist.csv range=bytes=" + HALF + "- if-range=\"a\"",
                    server.requests().get(1));
        }
    }

    @Test
    void aFileLargerThanAllowedIsRefusedAndDropped() throws IOException {
        FaultyServer.Answer unsaid = exchange -> {
            exchange.sendResponseHeaders(200, 0); // in chunks, the length is not told
            exchange.getResponseBody().write(CONTENT);
        };
        for (FaultyServer.Answer answer : List.of(whole(CONTENT, "\"a\""), unsaid)) {
            try (FaultyServer server = new FaultyServer(answer)) {
                assertEquals(
                        server.address("/animelist.csv")
                                + " must be at most 1000 bytes, and is more; if it is right, raise"
                                + " ingest.max-download-bytes",
                        messageOf(server, "/animelist.csv", settings(0, Duration.ofSeconds(30), 1_000)));
                assertNothingBesideTheRawFolder();
            }
        }
    }

    @Test
    void redirectsAreFollowedButNotForEver() throws IOException {
        try (FaultyServer server =
                new FaultyServer(status(302, "Location", "/moved/animelist.csv"), ranged(CONTENT, "\"a\""))) {
            ingest(server, "/animelist.csv", settings());
            assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
            assertEquals(
                    "/moved/animelist.csv range=null if-range=null",
                    server.requests().get(1));
        }
        try (FaultyServer server = new FaultyServer(status(302, "Location", "/again"))) {
            assertEquals(
                    server.address("/animelist.csv") + " redirects more than 5 times; give the address it leads to",
                    messageOf(server, "/animelist.csv", settings()));
            assertEquals(6, server.requests().size());
        }
        try (FaultyServer server = new FaultyServer(status(301, "Location", "http://example.org/animelist.csv"))) {
            assertEquals(
                    "'http://example.org/animelist.csv' must begin with https://, for anybody on the way can change"
                            + " what comes over http://; to allow it all the same set ingest.plain-http = true",
                    messageOf(server, "/animelist.csv", settings()));
        }
    }

    @Test
    void aDamagedDownloadIsReadAnewNextTime() throws IOException {
        byte[] packed = gzip(CONTENT);
        byte[] damaged = Arrays.copyOf(packed, packed.length - 10);
        try (FaultyServer server = new FaultyServer(whole(damaged, "\"a\""), ranged(packed, "\"a\""))) {
            String message = messageOf(server, "/animelist.csv.gz", settings());
            assertTrue(
                    message.matches(".*/animelist.csv.gz is cut off: it ends after \\d+ unpacked bytes without its end"
                            + " mark; get it again"),
                    message);
            ingest(server, "/animelist.csv.gz", settings());
            assertEquals(
                    "/animelist.csv.gz range=null if-range=null",
                    server.requests().get(1));
            assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
        }
    }

    @Test
    void aWholeDownloadWithBadRowsIsNotReadTwice() throws IOException {
        byte[] content = bytes("user_id,anime_id,rating\n1,2,11\n1,3,9\n");
        try (FaultyServer server = new FaultyServer(ranged(content, "\"a\""))) {
            assertThrows(RatingFormatException.class, () -> ingest(server, "/animelist.csv", settings()));
            ingest(server, "/animelist.csv", settings().withBadRows(new BadRowPolicy(1)));
            assertEquals("user_id,anime_id,rating\n1,3,9\n", Files.readString(raw.resolve("animelist.csv")));
            assertEquals(
                    "/animelist.csv range=bytes=" + content.length + "- if-range=\"a\"",
                    server.requests().get(1));
        }
    }

    @Test
    void earlierDataStaysWhenADownloadFails() throws IOException {
        try (FaultyServer server = new FaultyServer(whole(CONTENT, "\"a\""), status(404, "", ""))) {
            ingest(server, "/animelist.csv", settings());
            messageOf(server, "/animelist.csv", settings());
            Manifest.read(raw).verify(raw);
            assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
        }
    }

    @Test
    void oneDownloadOfAnAddressAtATime() throws IOException {
        try (FaultyServer server = new FaultyServer(whole(CONTENT, "\"a\""))) {
            String address = server.address("/animelist.csv");
            PartialFile same = PartialFile.of(Address.of(address, false).uri(), place.resolve("artifacts"));
            try (PartialFile.Lock _ = same.lock("x")) {
                assertEquals(
                        "another ingest is reading " + address + " at this moment; wait for it",
                        messageOf(server, "/animelist.csv", settings()));
            }
            ingest(server, "/animelist.csv", settings());
        }
    }

    private IngestReport ingest(FaultyServer server, String path, IngestSettings settings) throws IOException {
        return Ingest.run(settings, server.address(path), raw, TrainingListener.SILENT, NOW);
    }

    private String messageOf(FaultyServer server, String path, IngestSettings settings) {
        return String.valueOf(assertThrows(IngestException.class, () -> ingest(server, path, settings))
                .getMessage());
    }

    private static IngestSettings settings() {
        return settings(3);
    }

    private static IngestSettings settings(int retries) {
        return settings(retries, Duration.ofSeconds(30), Long.MAX_VALUE);
    }

    private static IngestSettings settings(int retries, Duration readTimeout, long maxBytes) {
        return IngestSettings.DEFAULTS.withDownload(new DownloadSettings(
                Duration.ofSeconds(10),
                readTimeout,
                retries,
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                maxBytes,
                5,
                false));
    }

    private void assertNothingBesideTheRawFolder() throws IOException {
        try (Stream<Path> left = Files.list(raw.getParent())) {
            assertEquals(List.of(), left.filter(path -> !path.equals(raw)).toList());
        }
    }
}
