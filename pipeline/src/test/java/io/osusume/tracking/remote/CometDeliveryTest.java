package io.osusume.tracking.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.tracking.OpenRun;
import io.osusume.tracking.RecordingListener;
import io.osusume.tracking.RunStore;
import io.osusume.tracking.SampleRuns;
import io.osusume.tracking.remote.FakeComet.Experiment;
import io.osusume.tracking.remote.FakeComet.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs brought to a server that speaks as Comet's documentation says, whatever happens on the way.
class CometDeliveryTest {
    private static final Retries QUICK =
            new Retries(Duration.ofSeconds(5), 2, Duration.ofMillis(10), Duration.ofSeconds(2));

    @TempDir
    Path artifacts;

    private FakeComet comet;
    private CometTracker tracker;
    private RunStore store;
    private Delivery delivery;

    @BeforeEach
    void start() {
        comet = new FakeComet();
        tracker = new CometTracker(comet.address(), "team", "osusume", FakeComet.KEY, QUICK);
        store = new RunStore(artifacts);
        delivery = new Delivery(store, tracker, 1000);
    }

    @AfterEach
    void stop() {
        tracker.close();
        comet.close();
        assertEquals(List.of(), comet.problems(), "every request is as documented");
    }

    private OpenRun begin(RecordingListener listener) {
        return SampleRuns.begin(artifacts, "train", "net", listener);
    }

    private String recorded(int epochs) throws IOException {
        Path report = Files.writeString(artifacts.resolve("report.json"), "{\"a\": 1}");
        try (OpenRun run = begin(RecordingListener.SILENT)) {
            run.parameters(Map.of("embedding-size", "128"));
            run.tag("nightly");
            train(run, epochs);
            run.artifact("report", report);
            run.finish();
            return run.id();
        }
    }

    private static void train(OpenRun run, int epochs) {
        for (int epoch = 1; epoch <= epochs; epoch++) {
            run.metrics(epoch, Map.of("loss", 1. / epoch, "validation-loss", 2. / epoch, "learning-rate", .01));
        }
    }

    private Experiment only() {
        assertEquals(1, comet.experiments().size());
        return comet.experiments().values().iterator().next();
    }

    private void assertWhole(String id, int epochs) {
        Experiment experiment = only();
        assertEquals(id, experiment.name);
        List<String> expected = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            expected.add("learning-rate " + epoch);
            expected.add("loss " + epoch);
            expected.add("validation-loss " + epoch);
        }
        assertEquals(
                expected,
                experiment.metrics.stream()
                        .map(metric -> metric.path("metricName").asString() + " "
                                + metric.path("step").asInt())
                        .toList());
    }

    @Test
    void everythingOfARunArrives() throws Exception {
        String id = recorded(3);
        assertTrue(delivery.deliver(id).complete());
        assertWhole(id, 3);
        Experiment experiment = only();
        assertEquals(Map.of("embedding-size", "128"), experiment.parameters);
        assertEquals(
                List.of("net", "nightly", "train"),
                experiment.tags.stream().sorted().toList());
        assertEquals(Map.of("report/report.json", 8), experiment.assets);
        assertEquals("1a2b3c4", experiment.commit);
        assertEquals("finished", experiment.status);
        assertEquals("9f2c", experiment.others.get("data prepared"));
        assertEquals(new Delivery.Outcome(0, true), delivery.deliver(id));
    }

    @Test
    void aFailedRunIsOneThereTooAndWhatIsNoNumberIsLeftOut() throws Exception {
        String id;
        try (OpenRun run = begin(RecordingListener.SILENT)) {
            run.metrics(1, Map.of("loss", Double.NaN));
            run.metrics(2, Map.of("loss", .5));
            run.fail("epoch 3: no");
            id = run.id();
        }
        delivery.deliver(id);
        assertEquals("crashed: epoch 3: no", only().status);
        assertEquals(1, only().metrics.size());
    }

    @Test
    void aCutAfterTheServerTookSomethingMakesNothingTwiceWhereverItComes() throws Exception {
        String id = recorded(2);
        for (int before = 0; ; before++) {
            Files.deleteIfExists(DeliveryState.file(store.folder(id), "comet"));
            try (FakeComet cutting = new FakeComet();
                    CometTracker there = new CometTracker(cutting.address(), "team", "osusume", FakeComet.KEY, QUICK)) {
                Delivery cut = new Delivery(store, there, 1000);
                int served = before;
                cutting.after(served, new Fault.Cut());
                boolean whole = false;
                for (int attempt = 0; attempt < 3 && !whole; attempt++) {
                    try {
                        whole = cut.deliver(id).complete();
                    } catch (TrackerException failed) {
                        assertTrue(failed.passing(), failed.getMessage());
                    }
                }
                assertTrue(whole, "complete after a cut of request " + before);
                assertEquals(1, cutting.experiments().size(), "one experiment after a cut of request " + before);
                Experiment experiment =
                        cutting.experiments().values().iterator().next();
                assertEquals(6, experiment.metrics.size(), "each metric once after a cut of request " + before);
                assertEquals(6, experiment.metrics.stream().distinct().count());
                assertEquals(List.of(), cutting.problems());
                if (cutting.requests().size() <= before) {
                    assertTrue(before > 15, "every request was cut once, there were " + before);
                    return;
                }
            }
        }
    }

    @Test
    void anOutageOfAWholeTrainingLosesNothingAndDisturbsNobody() throws Exception {
        comet.away(true);
        List<String> troubles = new CopyOnWriteArrayList<>();
        String id;
        Courier courier = Courier.start(delivery, "comet", Duration.ofSeconds(2), troubles::add);
        try (OpenRun run = begin(new RecordingListener() {
            @Override
            public void news(String news) {
                courier.news(news);
            }
        })) {
            id = run.id();
            train(run, 20);
            run.finish();
        }
        courier.close();
        assertFalse(courier.complete());
        assertEquals(Map.of(), comet.experiments());
        assertEquals(
                List.of("comet gets run " + id + " later: " + comet.address() + " cannot be reached (IOException)"),
                troubles);
        comet.away(false);
        assertTrue(delivery.deliver(id).complete());
        assertWhole(id, 20);
        assertEquals(0, delivery.deliver(id).things());
    }

    @Test
    void metricsArriveWhileTheTrainingGoesOn() throws Exception {
        Courier courier = Courier.start(delivery, "comet", Duration.ofSeconds(20), _ -> {});
        try (OpenRun run = begin(new RecordingListener() {
            @Override
            public void news(String news) {
                courier.news(news);
            }
        })) {
            train(run, 2);
            while (comet.experiments().isEmpty() || only().metrics.size() < 6) {
                Thread.sleep(5);
            }
            assertEquals("alive", only().status);
            run.finish();
        }
        courier.close();
        assertTrue(courier.complete());
        assertEquals("finished", only().status);
    }

    @Test
    void tooManyRequestsAndFailuresOfTheServerAreWaitedFor() throws Exception {
        String id = recorded(1);
        comet.next(new Fault.Status(429, "1"), new Fault.Status(500, ""));
        TrackerException failed = assertThrows(TrackerException.class, () -> delivery.deliver(id));
        assertEquals(comet.address() + " answered with status 429", failed.getMessage());
        assertEquals(Duration.ofSeconds(1), failed.pause());
        assertTrue(delivery.deliver(id).complete(), "a read is sent again by itself");
        assertWhole(id, 1);
    }

    @Test
    void aRefusalForGoodSaysWhyAndNeverTheKey() throws IOException {
        String id = recorded(1);
        comet.next(new Fault.Status(403, ""));
        TrackerException refused = assertThrows(TrackerException.class, () -> delivery.deliver(id));
        assertFalse(refused.passing());
        assertEquals(comet.address() + " refused a new experiment with status 403: ", refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains(FakeComet.KEY));
    }

    @Test
    void aFileOverTheLimitStaysHere() throws Exception {
        String id = recorded(1);
        assertTrue(new Delivery(store, tracker, 7).deliver(id).complete());
        assertEquals(Map.of(), only().assets);
        assertTrue(String.valueOf(only().others.get("artifact report")).contains("bytes:8"));
    }
}
