package io.osusume.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.evaluation.PairedBootstrap;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuccessiveHalvingTest {
    @TempDir
    Path folder;

    private final Peak peak = new Peak();
    private final List<String> notes = new ArrayList<>();

    private SearchResult run(Path log, Search search, int trials, int parallel, Objective objective)
            throws IOException {
        TrainingListener listener = new TrainingListener() {
            @Override
            public void note(String sentence) {
                synchronized (notes) {
                    notes.add(sentence.replace(folder.toString(), "FOLDER"));
                }
            }
        };
        try (TrialLog open = TrialLog.open(log, search)) {
            return new SuccessiveHalving(search, trials, parallel, () -> 0)
                    .run(Peak.DATA, objective, open, new Threads(4), listener);
        }
    }

    private SearchResult run(Path log, int trials) throws IOException {
        return run(log, Peak.SEARCH, trials, 1, peak);
    }

    /// The cells of all rows but the header.
    private static List<String[]> rows(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static List<String[]> rows(Path log, String rung) throws IOException {
        return rows(log).stream().filter(cells -> cells[1].equals(rung)).toList();
    }

    private static Set<Integer> numbers(Path log, String rung) throws IOException {
        return rows(log, rung).stream()
                .map(cells -> Integer.valueOf(cells[0]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theConfigurationNearestToTheOptimumWins() throws IOException {
        SearchResult result = run(folder.resolve("log.csv"), 27);
        int nearest = IntStream.range(0, 27)
                .boxed()
                .min(Comparator.comparingDouble(number -> Peak.distance(Peak.SPACE.configuration(7, number))))
                .orElseThrow();
        assertNotEquals(0, nearest);
        assertEquals(nearest, result.best().number());
        assertTrue(Peak.distance(result.best().values()) < 15, result.best().toString());
        PairedBootstrap.Comparison gain = Objects.requireNonNull(result.gain());
        assertTrue(gain.low() > 0, "65 is clearly worse than what is found: " + gain);
        assertTrue(gain.low() < gain.difference() && gain.difference() < gain.high());
    }

    @Test
    void theBestThirdOfEachRungGoesOnAndThePresentSettingsBesideThem() throws IOException {
        Path log = folder.resolve("log.csv");
        SearchResult result = run(log, 27);
        // 90 users: 10, 30, 90
        assertEquals(List.of("1 on 10", "2 on 30", "3 on 90"), ladder(log));
        assertEquals(27, rows(log, "1").size());
        for (int rung = 1; rung < 3; rung++) {
            Set<Integer> best = rows(log, Integer.toString(rung)).stream()
                    .filter(cells -> cells[8].equals("done"))
                    .sorted(Comparator.comparingDouble((String[] cells) -> -Double.parseDouble(cells[5]))
                            .thenComparingInt(cells -> Integer.parseInt(cells[0])))
                    .limit(rung == 1 ? 9 : 3)
                    .map(cells -> Integer.valueOf(cells[0]))
                    .collect(Collectors.toCollection(TreeSet::new));
            best.add(0);
            assertEquals(best, numbers(log, Integer.toString(rung + 1)));
        }
        assertEquals(
                numbers(log, "3"), result.lastRung().stream().map(Trial::number).collect(Collectors.toSet()));
    }

    /// Which rungs there are, with how many users.
    private static List<String> ladder(Path log) throws IOException {
        return rows(log).stream()
                .map(cells -> cells[1] + " on " + cells[2])
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void trialsAtOnceGiveTheSameFiguresAsTrialsOneByOne() throws IOException {
        Path serial = folder.resolve("serial.csv");
        SearchResult expected = run(serial, 27);
        assertEquals(Set.of(4), peak.calls.stream().map(call -> call.get(1)).collect(Collectors.toSet()));
        for (int parallel : new int[] {2, 3, 4}) {
            peak.calls.clear();
            Path log = folder.resolve("parallel-" + parallel + ".csv");
            SearchResult result = run(log, Peak.SEARCH, 27, parallel, peak);
            assertEquals(sorted(serial), sorted(log));
            assertEquals(expected, result);
            assertEquals(
                    Set.of(4 / parallel),
                    peak.calls.stream().map(call -> call.get(1)).collect(Collectors.toSet()),
                    "4 threads shared by " + parallel);
        }
    }

    /// The lines in no order; all trials took 0 seconds by the clock used here.
    private static List<String> sorted(Path log) throws IOException {
        return Files.readAllLines(log).stream().sorted().toList();
    }

    @Test
    void aSearchKilledAfterAnyRowGoesOnAsIfNothingHadHappened() throws IOException {
        Path whole = folder.resolve("whole.csv");
        SearchResult expected = run(whole, 9);
        List<String> lines = Files.readAllLines(whole);
        assertEquals(1 + 9 + 3 + 1 + 1 + 1, lines.size(), "9, then 3 and trial 0, then 1 and trial 0");
        for (int kept = 0; kept < lines.size(); kept++) {
            Path log = folder.resolve("killed-" + kept + ".csv");
            String next = lines.get(kept);
            String half = next.substring(0, next.length() / 2);
            Files.writeString(
                    log,
                    lines.subList(0, kept).stream().map(line -> line + "\n").collect(Collectors.joining()) + half);
            Files.copy(folder.resolve("whole.csv.search"), folder.resolve("killed-" + kept + ".csv.search"));
            peak.calls.clear();
            assertEquals(expected, run(log, 9));
            assertEquals(lines, Files.readAllLines(log));
            // the two that are compared user by user are trained again if the log alone knew them
            long again = lines.subList(0, kept).stream()
                    .filter(line -> line.split(",", -1)[1].equals("3"))
                    .count();
            assertEquals(lines.size() - Math.max(1, kept) + again, peak.calls.size(), "after " + kept + " lines");
        }
    }

    @Test
    void moreTrialsMakeASearchLonger() throws IOException {
        Path log = folder.resolve("log.csv");
        Path whole = folder.resolve("whole.csv");
        run(log, 9);
        SearchResult longer = run(log, 27);
        assertEquals(run(whole, 27), longer);
        assertTrue(rows(log).size() < rows(whole).size() + 5, "27 of the first rung, not 36");
        assertEquals(
                27, rows(log).stream().filter(cells -> cells[1].equals("1")).count());
    }

    @Test
    void ofEqualsTheLowerNumberGoesOnAndNothingIsGained() throws IOException {
        Path log = folder.resolve("log.csv");
        SearchResult result = run(
                log,
                Peak.SEARCH,
                9,
                1,
                (values, training, threads) ->
                        peak.evaluate(Map.of(Peak.PLACE, "70", Peak.SIDE, "here"), training, threads));
        assertEquals(Set.of(0, 1, 2), numbers(log, "2"));
        assertEquals(Set.of(0), numbers(log, "3"));
        assertEquals(0, result.best().number());
        assertNull(result.gain());
    }

    @Test
    void whatCannotBeTrainedIsLoggedAndDropped() throws IOException {
        SearchSpace space = new SearchSpace(
                List.of(new Range.OneOf(Peak.PLACE, List.of("5", "95")), new Range.OneOf(Peak.SIDE, List.of("a", "b"))),
                Map.of(Peak.PLACE, "5", Peak.SIDE, "a"));
        Path log = folder.resolve("log.csv");
        SearchResult result = run(log, new Search(space, 7, Map.of()), 9, 1, peak);
        assertEquals(
                ",,0.00,failed", String.join(",", List.of(rows(log).getFirst()).subList(5, 9)));
        assertTrue(notes.contains("trial 0 failed: around: there is nothing at 5.0"), notes.toString());
        assertEquals("95", result.best().values().get(Peak.PLACE));
        assertNull(result.gain(), "there is nothing to compare with");
        assertTrue(rows(log).stream().noneMatch(cells -> !cells[1].equals("1") && cells[3].equals("5")));

        TrainingException none = assertThrows(
                TrainingException.class,
                () -> run(folder.resolve("none.csv"), Peak.SEARCH, 2, 1, (_, _, _) -> {
                    throw new TrainingException("never");
                }));
        assertEquals(
                "none of 2 configurations could be trained; " + folder.resolve("none.csv") + " has them all",
                none.getMessage());
    }

    @Test
    void otherFiguresThanInTheLogAreSaid() throws IOException {
        Path log = folder.resolve("log.csv");
        run(log, 9);
        notes.clear();
        Map<String, String> moved = new ConcurrentHashMap<>();
        run(log, Peak.SEARCH, 9, 1, (values, training, threads) -> {
            moved.putAll(values);
            moved.put(Peak.PLACE, "85");
            return peak.evaluate(new HashMap<>(moved), training, threads);
        });
        assertEquals(
                2,
                notes.stream()
                        .filter(note -> note.contains("the code or the machine has changed"))
                        .count());
        assertTrue(
                notes.getLast()
                        .matches("trial \\d+ has NDCG@10 0\\.\\d{6} in FOLDER/log\\.csv and has 0\\.\\d{6} now:"
                                + " the code or the machine has changed; remove the log to begin anew"),
                notes.getLast());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals(
                "trials must be at least 2, was 1",
                assertThrows(IllegalArgumentException.class, () -> new SuccessiveHalving(Peak.SEARCH, 1, 1, () -> 0))
                        .getMessage());
        assertEquals(
                "parallel must be at least 1, was 0",
                assertThrows(IllegalArgumentException.class, () -> new SuccessiveHalving(Peak.SEARCH, 2, 0, () -> 0))
                        .getMessage());
    }
}
