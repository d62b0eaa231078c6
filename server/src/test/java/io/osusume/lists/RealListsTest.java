package io.osusume.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.SharedData;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real exports of 2021 to 2026. The expected counts are what each file's own `<myinfo>` says.
@Tag("shared")
class RealListsTest {
    @ParameterizedTest
    @CsvSource({
        // file, watching, completed, on hold, dropped, plan to watch
        "mal-2021-a, 1, 242, 0, 0, 2",
        "mal-2024-a, 13, 454, 1, 23, 15",
        "mal-2025-a, 96, 64, 0, 0, 16",
        "mal-2026-b, 2, 174, 33, 17, 43",
        "mal-small, 1, 64, 0, 0, 4",
        // its <myinfo> says 316 completed of 403, but 317 of 404 stand in the file
        "mal-2021-b, 5, 317, 0, 48, 34",
    })
    void theCountsAreThoseTheFileGives(
            String file, int watching, int completed, int onHold, int dropped, int planToWatch) throws IOException {
        FanList list = MalExport.read(SharedData.file("data/lists/" + file + ".xml.gz"));

        assertEquals(
                List.of(watching, completed, onHold, dropped, planToWatch),
                List.copyOf(list.countByStatus().values()));
        assertEquals(
                watching + completed + onHold + dropped + planToWatch,
                list.entries().size());
        assertEquals(0, list.repeated());
        assertEquals(List.of(), list.adjustments());
        assertEquals(List.of(), list.named());
        assertTrue(list.entries().stream().noneMatch(entry -> entry.title().isEmpty()));
    }
}
