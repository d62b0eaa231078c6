package io.osusume.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Work;
import io.osusume.tracing.FakeCollector.Span;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final int SERVER = 2;
    private static final int CLIENT = 3;
    private static final int ERROR = 2;

    private static Tracing tracing(FakeCollector collector, double share) {
        return new Tracing(new TracingSettings(collector.endpoint(), share, Map.of("x-key", "a key"), "1.2.3"));
    }

    private static Span named(FakeCollector collector, String name) {
        return collector.spans().stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + collector.spans()));
    }

    @Test
    void whatHappensWithinARequestIsPartOfIt() throws IOException {
        try (FakeCollector collector = new FakeCollector()) {
            try (Tracing tracing = tracing(collector, 1)) {
                Running request = tracing.begins(new Work.Request("POST", ""));
                tracing.begins(new Work.StoreUse(Work.Access.READ, "sqlite")).ended(Outcome.DONE);
                Running scoring = tracing.begins(new Work.Scoring("recommend", "hybrid-1"));
                scoring.ended(Outcome.DONE);
                tracing.begins(new Work.ListImport("AniList")).ended(new Outcome.Failed("busy"));
                request.ended(new Outcome.Answered("/import", 503));
            }
            Span request = named(collector, "POST /import");
            assertEquals("", request.parent());
            assertEquals(SERVER, request.kind());
            assertEquals(ERROR, request.status());
            assertEquals(
                    Map.of(
                            "error.type", "503",
                            "http.request.method", "POST",
                            "http.response.status_code", "503",
                            "http.route", "/import"),
                    request.attributes());
            Span store = named(collector, "store read");
            assertEquals(request.id(), store.parent());
            assertEquals(CLIENT, store.kind());
            assertEquals(Map.of("db.system.name", "sqlite"), store.attributes());
            Span scoring = named(collector, "recommend");
            assertEquals(request.id(), scoring.parent());
            assertEquals(Map.of("osusume.model", "hybrid-1"), scoring.attributes());
            Span imported = named(collector, "import");
            assertEquals(request.trace(), imported.trace());
            assertEquals(Map.of("error.type", "busy", "osusume.list.service", "AniList"), imported.attributes());
            assertTrue(collector.all().contains("service.name"), "the resource says who");
            assertTrue(collector.keys().contains("a key"), "what the collector asks for");
        }
    }

    @Test
    void twoRequestsOfOneThreadAreTwoTraces() throws IOException {
        try (FakeCollector collector = new FakeCollector()) {
            try (Tracing tracing = tracing(collector, 1)) {
                tracing.begins(new Work.Request("GET", "")).ended(new Outcome.Answered("/", 200));
                tracing.begins(new Work.Request("GET", "")).ended(new Outcome.Answered("/taste", 200));
            }
            assertNotEquals(
                    named(collector, "GET /").trace(),
                    named(collector, "GET /taste").trace());
        }
    }

    @Test
    void aProxysTraceGoesOnAndItsWishIsObeyed() throws IOException {
        try (FakeCollector collector = new FakeCollector()) {
            try (Tracing tracing = tracing(collector, 0)) {
                tracing.begins(new Work.Request("GET", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                        .ended(new Outcome.Answered("/wished", 200));
                tracing.begins(new Work.Request("GET", "00-0af7651916cd43dd8448eb211c80319d-b7ad6b7169203331-00"))
                        .ended(new Outcome.Answered("/unwished", 200));
                tracing.begins(new Work.Request("GET", "nonsense")).ended(new Outcome.Answered("/nonsense", 200));
            }
            assertEquals(
                    List.of("GET /wished"),
                    collector.spans().stream().map(Span::name).toList());
            Span span = collector.spans().getFirst();
            assertEquals("0af7651916cd43dd8448eb211c80319c", span.trace());
            assertEquals("b7ad6b7169203331", span.parent());
        }
    }

    @Test
    void aCollectorThatIsAwayOrRefusesKeepsNobodyWaiting() throws IOException {
        TracingSettings nowhere = new TracingSettings(URI.create("http://127.0.0.1:1/v1/traces"), 1, Map.of(), "1.2.3");
        try (FakeCollector collector = new FakeCollector();
                Tracing refused = tracing(collector, 1);
                Tracing away = new Tracing(nowhere)) {
            collector.answerWith(500);
            for (int k = 0; k < 10_000; k++) { // more than are kept
                away.begins(new Work.Request("GET", "")).ended(new Outcome.Answered("/", 200));
                refused.begins(new Work.Request("GET", "")).ended(new Outcome.Answered("/", 200));
            }
        }
    }

    @Test
    void headersAreReadAsSpecifiedAndNeverShown() {
        Map<String, String> headers = TracingSettings.headers("x-key=a=b, other = c ,nonsense,=d");
        assertEquals(Map.of("x-key", "a=b", "other", "c"), headers);
        TracingSettings settings = new TracingSettings(URI.create("http://localhost:4318"), .5, headers, "1");
        assertFalse(settings.toString().contains("a=b"), settings.toString());
        assertEquals(
                "the share of traced requests must be in [0, 1], was 1.5",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new TracingSettings(settings.endpoint(), 1.5, headers, "1"))
                        .getMessage());
    }
}
