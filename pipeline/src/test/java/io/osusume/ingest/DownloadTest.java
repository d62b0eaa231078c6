package io.osusume.ingest;

import static io.osusume.ingest.FaultyServer.cut;
import static io.osusume.ingest.FaultyServer.ranged;
import static io.osusume.ingest.FaultyServer.whole;
import static io.osusume.ingest.SampleFiles.bytes;
import static io.osusume.ingest.SampleFiles.gzip;
import static io.osusume.ingest.SampleFiles.zip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Manifest;
import io.osusume.ratings.BadRowPolicy;
import io.osusume.ratings.RatingFormatException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DownloadTest extends DownloadFixture {
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
                    "/animelist.csv range=null if-range=null", server.requests().get(0));
            assertResumed(server.requests().get(1));
        }
    }

    @Test
    void aKilledRunIsTakenUpByTheNext() throws IOException {
        try (FaultyServer server = new FaultyServer(cut(CONTENT, "\"a\"", HALF), ranged(CONTENT, "\"a\""))) {
            String message = messageOf(server, "/animelist.csv", settings(0));
            URI address = URI.create(server.address("/animelist.csv"));
            long kept = PartialFile.of(address, place.resolve("artifacts")).sizeBytes();
            assertEquals(
                    address + " could not be read in 1 attempt, the last one: the connection broke after " + kept
                            + " of " + CONTENT.length + " bytes; " + kept
                            + " bytes are kept, the next run goes on from there",
                    message);
            ingest(server, "/animelist.csv", settings(0));
            assertArrayEquals(CONTENT, Files.readAllBytes(raw.resolve("animelist.csv")));
            assertEquals(
                    "/animelist.csv range=bytes=" + kept + "- if-range=\"a\"",
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
            String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
            int begin = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
            exchange.getResponseHeaders().set("ETag", "\"b\"");
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + begin + "-" + (OTHER.length - 1) + "/" + OTHER.length);
            exchange.sendResponseHeaders(206, OTHER.length - begin);
            exchange.getResponseBody().write(OTHER, begin, OTHER.length - begin);
        };
        try (FaultyServer server = new FaultyServer(cut(CONTENT, "\"a\"", HALF), wrongPart, ranged(OTHER, "\"b\""))) {
            ingest(server, "/animelist.csv", settings());
            assertArrayEquals(OTHER, Files.readAllBytes(raw.resolve("animelist.csv")));
            assertEquals(
                    "/animelist.csv range=null if-range=null", server.requests().get(2));
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
            assertResumed(server.requests().get(1));
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

    /// The request asks for a part of the content that begins after what came before the connection broke.
    private static void assertResumed(String request) {
        Matcher asked = Pattern.compile("/animelist.csv range=bytes=(\\d+)- if-range=\"a\"")
                .matcher(request);
        assertTrue(asked.matches(), request);
        int begin = Integer.parseInt(asked.group(1));
        assertTrue(begin > 0 && begin <= HALF, request);
    }
}
