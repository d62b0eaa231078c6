package io.osusume.franchise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The order of one franchise as far as names, types, dates, audiences and synopses tell it.
final class NameOrder {
    private static final int CHAIN = 3;
    private static final double WORTH_MINUTES = 0.8;
    private static final int SAME_PEOPLE = 2;

    private final List<Clues> entries;
    private final Characters characters;
    private final Part[] parts;
    private final int[] prequels;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Clues, int[]> names = new HashMap<>();

    /// @param entries of one franchise in the order they were shown
    /// @param parts by item index, filled in
    /// @param prequels by item index, filled in
    NameOrder(List<Clues> entries, Characters characters, Part[] parts, int[] prequels) {
        this.entries = entries;
        this.characters = characters;
        this.parts = parts;
        this.prequels = prequels;
    }

    void find() {
        Map<Clues, @Nullable Clues> chained = filmChains();
        for (Clues entry : entries) {
            prequels[entry.item()] = -1;
            parts[entry.item()] = roughly(entry, chained.containsKey(entry));
        }
        steps(chained).forEach(step -> place(step, chained.get(step)));
        for (Clues entry : entries) {
            if (parts[entry.item()] != Part.MAIN) {
                hang(entry);
            }
        }
    }

    private Part roughly(Clues entry, boolean chained) {
        boolean first = entry == entries.getFirst();
        if (chained) {
            return Part.SIDE;
        }
        if (Cues.promotionByName(entry)) {
            return Part.PROMOTION;
        }
        if (Cues.recapByName(entry) && !first) {
            return Part.RECAP;
        }
        if (!entry.isSeries() && Cues.recapBySynopsis(entry.title()) && !first) {
            return Part.RECAP;
        }
        if (!entry.isSeries() && Cues.retellingBySynopsis(entry.title())) {
            return Part.ALTERNATIVE;
        }
        return Part.SIDE;
    }

    /// Three numbered films or more with a name of their own, each with the one before it: "Heaven's Feel".
    private Map<Clues, @Nullable Clues> filmChains() {
        Map<List<String>, List<Clues>> byHead = new HashMap<>();
        for (Clues entry : entries) {
            boolean ofSeries = entries.stream()
                    .anyMatch(other -> other.isSeries()
                            && other.stem() == entry.head()
                            && entry.startsWith(other.words(), other.stem()));
            if (entry.number() > 0 && entry.isFilm() && !ofSeries) {
                byHead.computeIfAbsent(entry.words().subList(0, entry.head()), _ -> new ArrayList<>())
                        .add(entry);
            }
        }
        Map<Clues, @Nullable Clues> before = new HashMap<>();
        for (List<Clues> chain : byHead.values()) {
            if (chain.size() >= CHAIN) {
                Clues last = null;
                for (Clues film : chain) {
                    before.put(film, last);
                    last = film;
                }
            }
        }
        return before;
    }

    /// The steps of the stories, in the order they were shown: series and chains of films; where there is no series,
    /// films; where there is none, whatever there is.
    private List<Clues> steps(Map<Clues, @Nullable Clues> chained) {
        List<Clues> open = entries.stream()
                .filter(entry -> parts[entry.item()] == Part.SIDE)
                .toList();
        List<Clues> series = open.stream()
                .filter(entry -> entry.isSeries() && !Cues.sideByName(entry))
                .toList();
        if (!series.isEmpty()) {
            Clues first = series.getFirst();
            return open.stream()
                    .filter(entry -> series.contains(entry) && !isShorter(entry, first)
                            || chained.containsKey(entry)
                            || entry.isFilm() && entry.aired() < first.aired() - 1)
                    .toList();
        }
        List<Clues> films = open.stream().filter(Clues::isFilm).toList();
        if (!films.isEmpty()) {
            return films;
        }
        double longest = open.stream().mapToDouble(Clues::minutes).max().orElse(0);
        List<Clues> rest =
                open.stream().filter(entry -> entry.minutes() >= longest / 2).toList();
        return rest.isEmpty() ? entries.subList(0, 1) : rest;
    }

    private static boolean isShorter(Clues entry, Clues first) {
        double minutes = entry.title().durationMinutes();
        return minutes > 0 && minutes < WORTH_MINUTES * first.title().durationMinutes();
    }

    private void place(Clues step, @Nullable Clues before) {
        int[] people = characters.of(step.title());
        parts[step.item()] = Part.MAIN;
        Line line = before == null ? lineOf(step, people) : lineWith(before);
        if (line == null) {
            lines.add(new Line(step, people));
        } else {
            prequels[step.item()] = before == null ? line.last().item() : before.item();
            line.add(step, people);
        }
        names.put(step, people);
    }

    private @Nullable Line lineWith(Clues step) {
        return lines.stream()
                .filter(line -> line.steps().contains(step))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Line lineOf(Clues step, int[] people) {
        Line best = null;
        int most = 0;
        for (Line line : lines) {
            int common = line.common(step);
            int shared = line.shared(people);
            boolean sameStory = common > 0 ? !line.isOnlyNamesake(step, people) : shared >= SAME_PEOPLE;
            int closeness = 100 * common + Math.min(shared, 99);
            if (sameStory && closeness >= most) {
                best = line;
                most = closeness;
            }
        }
        return best == null || best.isToldAgainBy(step, people) ? null : best;
    }

    /// Hangs an entry that is no step on the step it goes with.
    private void hang(Clues entry) {
        Clues step = stepOf(entry);
        if (step == null) {
            return;
        }
        prequels[entry.item()] = step.item();
        if (parts[entry.item()] == Part.SIDE && entry.isFilm()) {
            if (entry.title().members() >= Line.STANDS_ALONE * step.title().members()) {
                parts[entry.item()] = Part.MAIN;
                prequels[entry.item()] = -1;
            } else if (Cues.sequelBySynopsis(entry.title()) && entry.aired() >= step.ended()) {
                parts[entry.item()] = Part.MAIN;
            }
        }
    }

    private @Nullable Clues stepOf(Clues entry) {
        int[] people = characters.of(entry.title());
        return lines.stream()
                .flatMap(line -> line.steps().stream())
                .filter(step -> step != entry)
                .max(Comparator.comparingInt((Clues step) -> entry.continues(step) ? step.stem() : 0)
                        .thenComparingInt(step -> entry.continues(step)
                                ? 0
                                : Characters.shared(people, names.getOrDefault(step, new int[0])))
                        .thenComparingDouble(
                                step -> step.aired() <= entry.aired() + 0.01 ? step.aired() : -step.aired()))
                .orElse(null);
    }
}
