package io.osusume.franchise;

import io.osusume.data.TitleType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of one franchise as far as names, types, dates, audiences and synopses tell it.
final class NameOrder {
    /// A series whose episodes are shorter than this is a trifle beside one of full length.
    private static final double FULL_MINUTES = 17.5;

    private static final double FINALE_MINUTES = 60;
    private static final double FINALE_YEARS = 4;
    private static final double SAME_TIME = 0.01;

    private final List<Clues> entries;
    private final FilmChains chains;
    private final Part[] parts;
    private final int[] prequels;
    private final List<Line> lines = new ArrayList<>();

    /// @param entries of one franchise in the order they were shown
    /// @param parts by item index, filled in
    /// @param prequels by item index, filled in
    NameOrder(List<Clues> entries, Part[] parts, int[] prequels) {
        this.entries = entries;
        this.chains = new FilmChains(entries);
        this.parts = parts;
        this.prequels = prequels;
    }

    void find() {
        for (Clues entry : entries) {
            prequels[entry.item()] = -1;
            parts[entry.item()] = roughly(entry);
        }
        for (Clues step : steps()) {
            parts[step.item()] = Part.MAIN;
            place(step);
        }
        for (Clues entry : entries) {
            if (parts[entry.item()] != Part.MAIN) {
                hang(entry);
            }
        }
    }

    private Part roughly(Clues entry) {
        boolean first = entry.is(entries.getFirst());
        if (chains.has(entry)) {
            return Part.SIDE;
        }
        if (Cues.promotionByName(entry)) {
            return Part.PROMOTION;
        }
        if (!first && (Cues.recapByName(entry) || chains.isCompilation(entry))) {
            return Part.RECAP;
        }
        if (entry.isSeries()) {
            return Part.SIDE;
        }
        if (!first && entry.says(Cue.RECAP)) {
            return Part.RECAP;
        }
        return entry.says(Cue.RETELLING) || isOtherCut(entry) ? Part.ALTERNATIVE : Part.SIDE;
    }

    /// A film with the very name of a series made for discs or the net: "Macross Plus Movie Edition".
    private boolean isOtherCut(Clues entry) {
        return entry.isFilm()
                && entries.stream()
                        .anyMatch(other -> (other.isType(TitleType.OVA) || other.isType(TitleType.ONA))
                                && other.title().episodes() > 1
                                && other.aired() <= entry.aired()
                                && other.sameStem(entry));
    }

    /// The steps of the stories, in the order they were shown: series and chains of films; where there is no series,
    /// films; where there is none, whatever there is.
    private List<Clues> steps() {
        List<Clues> open = entries.stream()
                .filter(entry -> parts[entry.item()] == Part.SIDE)
                .toList();
        double full = open.stream()
                .filter(Clues::isSeries)
                .mapToDouble(series -> series.title().durationMinutes())
                .max()
                .orElse(0);
        List<Clues> series = open.stream()
                .filter(entry -> entry.isSeries() && !Cues.sideByName(entry) && !isTrifleBeside(full, entry))
                .toList();
        if (!series.isEmpty()) {
            double first = series.getFirst().aired();
            return open.stream()
                    .filter(entry -> series.contains(entry)
                            || chains.has(entry)
                            || (entry.isFilm() && entry.aired() < first - 1))
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

    private static boolean isTrifleBeside(double full, Clues entry) {
        double minutes = entry.title().durationMinutes();
        return minutes > 0 && minutes < FULL_MINUTES && full >= FULL_MINUTES;
    }

    private void place(Clues step) {
        Clues before = chains.before(step);
        Line line = before == null ? lineOf(step) : lineWith(before);
        if (line == null) {
            lines.add(new Line(step));
        } else {
            prequels[step.item()] = before == null ? line.before(step).item() : before.item();
            line.add(step);
        }
    }

    private @Nullable Line lineWith(Clues step) {
        return lines.stream()
                .filter(line -> line.steps().stream().anyMatch(step::is))
                .findFirst()
                .orElse(null);
    }

    /// The line a step goes on with, null if it begins one.
    private @Nullable Line lineOf(Clues step) {
        Line best = null;
        int most = 1;
        for (Line line : lines) {
            int closeness = line.closeness(step);
            if (closeness >= most) {
                best = line;
                most = closeness;
            }
        }
        return best == null || best.isToldAgainBy(step) ? null : best;
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
            } else if (entry.aired() >= step.ended() && (entry.says(Cue.SEQUEL) || isFinale(entry, step))) {
                parts[entry.item()] = Part.MAIN;
            }
        }
    }

    /// A long film without a number, made soon after its series had ended.
    private static boolean isFinale(Clues film, Clues series) {
        return film.number() == 0 && film.minutes() >= FINALE_MINUTES && film.aired() - series.ended() <= FINALE_YEARS;
    }

    /// The step with the most of an entry's name; the one that shares the most people, if the name says
    /// nothing; of several the last that was shown before it. Where the name is but that of the whole line,
    /// the last step of the line that was shown before it.
    private @Nullable Clues stepOf(Clues entry) {
        Line line = null;
        Clues best = null;
        int most = -1;
        for (Line candidate : lines) {
            for (Clues step : candidate.steps()) {
                int common = entry.continues(step) ? 100 * step.stem() : 0;
                int nearness = common > 0 ? common : Math.min(99, entry.people().shared(step.people()));
                if (nearness > most || (nearness == most && best != null && isLaterBefore(entry, step, best))) {
                    line = candidate;
                    best = step;
                    most = nearness;
                }
            }
        }
        if (line != null
                && best != null
                && best.stem() == line.steps().getFirst().stem()) {
            for (Clues step : line.steps()) {
                best = isLaterBefore(entry, step, best) ? step : best;
            }
        }
        return best;
    }

    /// Whether a step was shown after another and still before an entry.
    private static boolean isLaterBefore(Clues entry, Clues step, Clues other) {
        return shownBefore(step, entry) && (step.aired() >= other.aired() || !shownBefore(other, entry));
    }

    private static boolean shownBefore(Clues step, Clues entry) {
        return step.aired() <= entry.aired() + SAME_TIME;
    }
}
