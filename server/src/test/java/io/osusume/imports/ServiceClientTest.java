package io.osusume.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.imports.FakeService.Fault;
import io.osusume.imports.FakeService.Reply;
import io.osusume.imports.ImportException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What happens when a service is slow, busy, broken or not itself. A service is called `Shelf` here.
class ServiceClientTest {
    private static final String GOOD = "{\"ok\":true}";

    private final FakeService service = new FakeService(_ -> Reply.json(200, GOOD));
    private final TestTime time = new TestTime();
    private int perMinute = 100;
    private ImportLimits limits = FakeService.limits();

    @AfterEach
    void close() {
        service.close();
    }

    private ServiceClient client() {
        return new ServiceClient("Shelf", new ImportSettings(service.url(""), perMinute, "", limits), time);
    }

    private String answer() {
        try (ServiceClient client = client()) {
            return client.visit().get(service.url("/list"), Map.of()).text();
        }
    }

    private ImportException refusal() {
        return assertThrows(ImportException.class, this::answer);
    }

    private void assertRefused(Reason reason, String message) {
        ImportException refused = refusal();
        assertEquals(message, refused.getMessage());
        assertEquals(reason, refused.reason());
    }

    private static ImportLimits limits(Duration request, Duration deadline, int maxBodyBytes) {
        ImportLimits usual = FakeService.limits();
        return new ImportLimits(usual.connectTimeout(), request, deadline, usual.maxWait(), 1, maxBodyBytes, 10, 5_000);
    }

    @Test
    void anAnswerComesAtOnceAndSaysWhoAsks() {
        assertEquals(GOOD, answer());
        assertEquals("osusume", service.requests().getFirst().headers().get("user-agent"));
        assertEquals(List.of(), time.pauses());
    }

    @Test
    void aFailureThatPassesIsTriedAgainWithGrowingPauses() {
        service.first(Reply.status(500), Reply.status(502));

        assertEquals(GOOD, answer());
        assertEquals(List.of(Duration.ofMillis(375), Duration.ofMillis(750)), time.pauses());
    }

    @Test
    void aFailureThatStaysIsGivenUp() {
        service.first(Reply.status(500), Reply.status(503), Reply.status(504));

        assertRefused(
                Reason.UNREACHABLE,
                "Shelf gave no answer in 3 attempts, the last one: it answered 504; try again later, or upload the "
                        + "export of your list instead");
        assertEquals(3, service.requests().size());
    }

    @Test
    void retryAfterInSecondsIsObeyed() {
        service.first(Reply.status(429, "Retry-After", "7"));

        assertEquals(GOOD, answer());
        assertEquals(List.of(Duration.ofSeconds(7)), time.pauses());
    }

    @Test
    void retryAfterAsADateIsObeyed() {
        service.first(Reply.status(503, "Retry-After", "Sat, 28 Nov 2026 12:00:11 GMT"));

        assertEquals(GOOD, answer());
        assertEquals(List.of(Duration.ofSeconds(11)), time.pauses());
    }

    @Test
    void aRetryAfterLongerThanAllowedIsToldInsteadOfWaited() {
        service.first(Reply.status(429, "Retry-After", "60"));

        ImportException refused = refusal();

        assertEquals(Reason.BUSY, refused.reason());
        assertEquals(Optional.of(Duration.ofSeconds(60)), refused.retryAfter());
        assertEquals(
                "Shelf takes no more requests for now; try again in 60 seconds, or upload the export of your list "
                        + "instead",
                refused.getMessage());
        assertEquals(List.of(), time.pauses());
    }

    @Test
    void whileTheServiceIsBusyOtherImportsDoNotAskIt() {
        service.first(Reply.status(429, "Retry-After", "60"));
        try (ServiceClient client = client()) {
            assertThrows(ImportException.class, () -> client.visit().get(service.url("/a"), Map.of()));
            ImportException second =
                    assertThrows(ImportException.class, () -> client.visit().get(service.url("/b"), Map.of()));

            assertEquals(Reason.BUSY, second.reason());
            assertEquals(Optional.of(Duration.ofSeconds(60)), second.retryAfter());
            assertEquals(1, service.requests().size());
        }
    }

    @Test
    void aBusyServiceThatDoesNotSayHowLongIsTriedAgainAndThenGivenUp() {
        service.first(Reply.status(429), Reply.status(429), Reply.status(429));

        assertRefused(
                Reason.BUSY,
                "Shelf takes no more requests for now; try again later, or upload the export of your list instead");
        assertEquals(3, service.requests().size());
    }

    @Test
    void theResetTimeCountsWhereRetryAfterIsMissing() {
        String reset = Long.toString(TestTime.START.getEpochSecond() + 9);
        service.first(Reply.status(429, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset));

        assertEquals(GOOD, answer());
        assertEquals(List.of(Duration.ofSeconds(9)), time.pauses());
    }

    @Test
    void whenNoRequestIsLeftTheNextOneWaitsForTheMinuteToPass() {
        service.first(Reply.json(200, GOOD).with("X-RateLimit-Remaining", "0"));
        try (ServiceClient client = client()) {
            ServiceClient.Visit visit = client.visit();
            visit.get(service.url("/1"), Map.of());
            ImportException refused = assertThrows(ImportException.class, () -> visit.get(service.url("/2"), Map.of()));
            assertEquals(Optional.of(Duration.ofMinutes(1)), refused.retryAfter());
        }
    }

    @Test
    void theRateIsThatOfTheSettingOrLowerIfTheServiceSaysSo() throws InterruptedException {
        service.first(Reply.json(200, GOOD).with("X-RateLimit-Limit", "2"));
        try (ServiceClient client = client()) {
            ServiceClient.Visit visit = client.visit();
            visit.get(service.url("/1"), Map.of());
            time.pause(Duration.ofSeconds(45));
            visit.get(service.url("/2"), Map.of());
            visit.get(service.url("/3"), Map.of());
            assertEquals(List.of(Duration.ofSeconds(45), Duration.ofSeconds(15)), time.pauses());
        }
    }

    @Test
    void aBodyThatStallsRunsIntoTheTimeOut() {
        limits = limits(Duration.ofMillis(150), Duration.ofMinutes(1), 1_000);
        service.first(
                Reply.json(200, GOOD).with(Fault.STALLED), Reply.json(200, GOOD).with(Fault.STALLED));

        assertRefused(
                Reason.UNREACHABLE,
                "Shelf gave no answer in 2 attempts, the last one: no whole answer within 150 ms; try again later, or "
                        + "upload the export of your list instead");
    }

    @Test
    void aBodyThatIsCutOffIsAskedForAgain() {
        service.first(Reply.json(200, GOOD).with(Fault.CUT));

        assertEquals(GOOD, answer());
    }

    @Test
    void aBodyThatIsCutOffEachTimeIsGivenUp() {
        limits = limits(Duration.ofSeconds(30), Duration.ofMinutes(1), 1_000);
        service.first(
                Reply.json(200, GOOD).with(Fault.CUT), Reply.json(200, GOOD).with(Fault.CUT));

        assertRefused(
                Reason.UNREACHABLE,
                "Shelf gave no answer in 2 attempts, the last one: the connection broke; try again later, or upload the "
                        + "export of your list instead");
    }

    @Test
    void aBodyThatIsTooLargeIsNotReadToItsEnd() {
        limits = limits(Duration.ofSeconds(30), Duration.ofMinutes(1), 1_000);
        service.first(Reply.json(200, "x".repeat(1_001)));
        assertRefused(
                Reason.TOO_LARGE,
                "Shelf sent an answer of more than 1000 bytes; upload the export of your list instead");
        assertEquals(1, service.requests().size());

        service.first(Reply.json(200, "x".repeat(1_000)));
        assertEquals("x".repeat(1_000), answer());
        service.first(Reply.json(200, "x".repeat(50_000_000)).with(Fault.STALLED));
        assertEquals(Reason.TOO_LARGE, refusal().reason());
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (FakeService elsewhere = new FakeService(_ -> Reply.json(200, GOOD))) {
            for (int status : List.of(301, 302, 303, 307, 308)) {
                service.first(
                        Reply.status(status, "Location", elsewhere.url("/list").toString()));
                assertRefused(
                        Reason.BAD_ANSWER,
                        "Shelf sends the request elsewhere (status " + status
                                + "), which is not followed; upload the export of your list instead");
            }
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    void anImportThatTakesTooLongAltogetherIsGivenUp() {
        limits = limits(Duration.ofSeconds(30), Duration.ofSeconds(10), 1_000);
        service.first(Reply.status(503, "Retry-After", "12"));

        assertRefused(
                Reason.UNREACHABLE,
                "Shelf did not send the whole list within 10 seconds; try again later, or upload the export of your "
                        + "list instead");
    }

    @Test
    void aPortWhereNobodyListensIsNoConnection() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port);
        try (ServiceClient client =
                new ServiceClient("Shelf", new ImportSettings(nobody, 10, "", FakeService.limits()), time)) {
            ImportException refused =
                    assertThrows(ImportException.class, () -> client.visit().get(nobody, Map.of()));
            assertEquals(
                    "Shelf gave no answer in 3 attempts, the last one: no connection; try again later, or upload the "
                            + "export of your list instead",
                    refused.getMessage());
        }
    }

    @Test
    void anInterruptedImportStopsAndStaysInterrupted() {
        service.first(Reply.status(500));
        Thread.currentThread().interrupt();
        ImportException refused = refusal();

        assertTrue(Thread.interrupted());
        assertEquals(Reason.UNREACHABLE, refused.reason());
        assertEquals("the import from Shelf was stopped; try again", refused.getMessage());
    }
}
