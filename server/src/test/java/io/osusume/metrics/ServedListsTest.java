package io.osusume.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.osusume.drift.Feature;
import io.osusume.drift.ServedTallies;
import io.osusume.drift.Tally;
import io.osusume.recommend.Admission;
import io.osusume.recommend.Ask;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.TwoWorlds;
import io.osusume.registry.LoadedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedListsTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-29T04:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    @TempDir
    Path folder;

    @Test
    void everyFirstPageIsCountedOnceTwentyAtATimeAndTheFileHoldsNoIdOfATitle() throws IOException {
        Path file = ServedTallies.file(folder.resolve("monitor"), "8080");
        LoadedModel loaded = TwoWorlds.loaded();
        for (int start = 1; start <= 2; start++) {
            try (ServedLists lists = new ServedLists(file, 14, Duration.ofHours(1), NOW)) {
                RecommendationService service = new RecommendationService(loaded, NOW, Admission.open(), lists);
                Ask ask = Ask.of(List.of(new RatedItem(5, 9), new RatedItem(6, 0), new RatedItem(987_654, 9)), 5);
                for (int page = 0; page < ServedTallies.TOGETHER + 5; page++) {
                    service.recommend(ask);
                    service.recommend(ask.page(5, 5));
                }
            }
            long counted = 20L * start; // what an earlier start counted is kept; five of each have waited in vain
            Tally tally = ServedTallies.read(file).of(loaded.id(), DAY);
            assertEquals(counted, tally.lists());
            assertEquals(counted, tally.unknown());
            assertArrayEquals(new long[] {0, 0, 0, 0, 0, 0, 0, 0, 2 * counted, 0}, tally.counts(Feature.SCORES));
            assertArrayEquals(new long[] {0, 0, 0, counted, 0, 0}, tally.counts(Feature.SCORED));
            assertArrayEquals(new long[] {0, 2 * counted, 0, 0, 0, 0, 0, 0}, tally.counts(Feature.POPULARITY));
        }
        assertFalse(Files.readString(file).contains("987654"), Files.readString(file));
    }

    @Test
    void aDamagedFileIsBegunAnew() throws IOException {
        Path file = Files.writeString(ServedTallies.file(folder, "8080"), "{");
        try (ServedLists _ = new ServedLists(file, 14, Duration.ofHours(1), NOW)) {
            assertEquals("{", Files.readString(file), "until there is something to write");
        }
    }
}
