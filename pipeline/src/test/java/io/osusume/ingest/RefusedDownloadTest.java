package io.osusume.ingest;

import static io.osusume.ingest.FaultyServer.cut;
import static io.osusume.ingest.FaultyServer.ranged;
import static io.osusume.ingest.FaultyServer.status;
import static io.osusume.ingest.FaultyServer.whole;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Manifest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Answers that are no file, not the whole file or too large a file, and what is asked again.
class RefusedDownloadTest extends DownloadFixture {
    @Test
    void aBodyThatEndsEarlyIsNoticedEveryTime() throws IOException {
        try (FaultyServer server = new FaultyServer(cut(CONTENT, "", 1_000))) {
            String message = messageOf(server, "/animelist.csv", settings(2));
            URI address = URI.create(server.address("/animelist.csv"));
            long kept = PartialFile.of(address, place.resolve("artifacts")).sizeBytes();
            assertTrue(kept <= 1_000, "kept " + kept);
            assertEquals(
                    address + " could not be read in 3 attempts, the last one: the connection broke after " + kept
                            + " of " + CONTENT.length + " bytes; " + kept
                            + " bytes are kept, the next run goes on from there",
                    message);
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
                                + " ingest.max-file-bytes",
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

    @Test
    void aServerThatIsNotThereIsSaidSo() throws IOException {
        FaultyServer gone = new FaultyServer(whole(CONTENT, "\"a\""));
        gone.close();
        String host = URI.create(gone.address("/")).getAuthority();
        assertEquals(
                "http://" + host + "/animelist.csv could not be read in 2 attempts, the last one: there is no"
                        + " connection to " + host + "; 0 bytes are kept, the next run goes on from there",
                messageOf(gone, "/animelist.csv", settings(1)));
    }
}
