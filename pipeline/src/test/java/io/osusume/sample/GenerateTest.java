package io.osusume.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.data.Relation;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theRowsAreExactlyAsManyAsAskedAndNoPairComesTwice() throws IOException {
        List<int[]> rows = generate(new GenerateSettings(300, 12_345, 450, 1, 2), "a");
        assertEquals(12_345, rows.size());
        Set<Long> pairs = new HashSet<>();
        Set<Integer> users = new HashSet<>();
        rows.forEach(row -> {
            users.add(row[0]);
            assertTrue(pairs.add((long) row[0] << 32 | row[1]));
        });
        assertEquals(300, users.size());
    }

    @Test
    void anyNumberOfThreadsGivesTheSameFiles() throws IOException {
        generate(new GenerateSettings(1_500, 60_000, 500, 9, 1), "one");
        generate(new GenerateSettings(1_500, 60_000, 500, 9, 3), "three");
        for (String file : List.of("animelist.csv", "anime.csv", "anime_with_synopsis.csv", "relations.csv")) {
            assertEquals(
                    Hashes.sha256(folder.resolve("one").resolve(file)),
                    Hashes.sha256(folder.resolve("three").resolve(file)),
                    file);
        }
    }

    @Test
    void anotherSeedGivesOtherUsers() throws IOException {
        generate(new GenerateSettings(100, 3_000, 450, 1, 1), "first");
        generate(new GenerateSettings(100, 3_000, 450, 2, 1), "second");
        assertTrue(Files.mismatch(folder.resolve("first/animelist.csv"), folder.resolve("second/animelist.csv")) >= 0);
    }

    @Test
    void aboutFortyFivePercentAreUnscoredAndPlannedTitlesAlwaysAre() throws IOException {
        List<int[]> rows = generate(new GenerateSettings(2_000, 120_000, 450, 3, 2), "b");
        int unscored = 0;
        int[] ratings = new int[11];
        for (int[] row : rows) {
            ratings[row[2]]++;
            unscored += row[2] == 0 ? 1 : 0;
            assertTrue(Set.of(1, 2, 3, 4, 6).contains(row[3]), () -> "status " + row[3]);
            if (row[3] == SimulatedUsers.PLANNED) {
                assertEquals(0, row[2]);
                assertEquals(0, row[4]);
            } else {
                assertTrue(row[4] >= 1);
            }
        }
        assertEquals(.45, (double) unscored / rows.size(), .03);
        double sum = 0;
        for (int rating = 1; rating <= 10; rating++) {
            sum += rating * (double) ratings[rating];
        }
        assertEquals(7.8, sum / (rows.size() - unscored), .4); // real lists: 7.6
    }

    @Test
    void aSequelIsMostlyWatchedAfterWhatItFollows() throws IOException {
        List<int[]> rows = generate(new GenerateSettings(2_000, 120_000, 450, 3, 2), "c");
        Map<Long, Integer> status = new HashMap<>();
        rows.forEach(row -> status.put((long) row[0] << 32 | row[1], row[3]));
        int sequels = 0;
        int after = 0;
        Map<Long, Long> before = new HashMap<>();
        SampleCatalogue.read().catalogue().relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.SEQUEL)
                .forEach(relation -> before.put(relation.to(), relation.from()));
        for (int[] row : rows) {
            Long first = before.get((long) row[1]);
            if (first != null && row[3] == SimulatedUsers.COMPLETED) {
                sequels++;
                Integer found = status.get((long) row[0] << 32 | first);
                after += found != null && found == SimulatedUsers.COMPLETED ? 1 : 0;
            }
        }
        assertTrue(sequels > 5_000, "sequels " + sequels);
        assertTrue(after > .85 * sequels, after + " of " + sequels);
    }

    @Test
    void theManifestSaysThatAllIsSimulated() throws IOException {
        generate(new GenerateSettings(50, 1_000, 460, 4, 1), "d");
        Manifest manifest = Manifest.read(folder.resolve("d")).verify(folder.resolve("d"));
        assertEquals("simulated", manifest.kind());
        assertEquals(Map.of("rows", 1_000L, "users", 50L, "titles", 460L, "simulated titles", 10L), manifest.counts());
        assertEquals(Map.of("users", "50", "rows", "1000", "titles", "460", "seed", "4"), manifest.settings());
        assertEquals(List.of("All users are simulated, and so is every title whose name says so."), manifest.notes());
        assertEquals(
                Set.of("anime.csv", "anime_with_synopsis.csv", "animelist.csv", "relations.csv", "watching_status.csv"),
                manifest.files().keySet());
    }

    @Test
    void anEarlierSimulationIsReplacedButNothingElse() throws IOException {
        generate(new GenerateSettings(50, 1_000, 450, 4, 1), "e");
        assertEquals(
                900, generate(new GenerateSettings(50, 900, 450, 4, 1), "e").size());
        Path foreign = Files.createDirectory(folder.resolve("home"));
        Files.writeString(foreign.resolve("letter.txt"), "dear");
        assertEquals(
                foreign + " must be a new or empty folder, or one with simulated data from an earlier run; it holds"
                        + " something else: name another folder or empty this one",
                assertThrows(ArtifactException.class, () -> generate(new GenerateSettings(50, 900, 450, 4, 1), "home"))
                        .getMessage());
        assertEquals("dear", Files.readString(foreign.resolve("letter.txt")));
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertEquals(
                "rows must be in [10, 3600] for 10 users with 1 to 360 of 450 titles each, was 3601",
                assertThrows(IllegalArgumentException.class, () -> new GenerateSettings(10, 3_601, 450, 1, 1))
                        .getMessage());
        assertEquals(
                "threads must be at least 1, was 0",
                assertThrows(IllegalArgumentException.class, () -> new GenerateSettings(10, 100, 450, 1, 0))
                        .getMessage());
    }

    private List<int[]> generate(GenerateSettings settings, String name) throws IOException {
        Path place = folder.resolve(name);
        Generate.run(settings, place, TrainingListener.SILENT, NOW);
        return Files.readAllLines(place.resolve("animelist.csv")).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toList();
    }
}
