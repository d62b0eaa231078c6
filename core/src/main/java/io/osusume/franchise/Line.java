package io.osusume.franchise;

import io.osusume.data.TitleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A story as it is put together: its steps so far in the order they were shown, and the people it tells of.
final class Line {
    /// Years without a new step after which the bare old name means a new telling.
    private static final double REST_YEARS = 5;

    /// Years after which a step that names the same people as the first one tells it again.
    private static final double LONG_REST_YEARS = 8;

    /// People in common with the first step that make a late one a new telling.
    private static final int SAME_CAST = 5;

    /// A later series seen by this many times more people than the first did not need it.
    static final double STANDS_ALONE = 1.5;

    /// Fewer names than these in a synopsis say nothing about whom it leaves out.
    private static final int ENOUGH_NAMES = 3;

    /// Sources that are one story for many series; an original or a game is often the name of many stories.
    private static final Set<String> STORIES =
            Set.of("Manga", "Light novel", "Novel", "Visual novel", "Web manga", "4-koma manga", "Digital manga");

    private final List<Clues> steps = new ArrayList<>();
    private final int[] firstNames;
    private int[] names;

    Line(Clues first, int[] names) {
        steps.add(first);
        firstNames = names;
        this.names = names;
    }

    List<Clues> steps() {
        return steps;
    }

    Clues last() {
        return steps.getLast();
    }

    void add(Clues step, int[] stepNames) {
        steps.add(step);
        names = Characters.union(names, stepNames);
    }

    int shared(int[] others) {
        return Characters.shared(names, others);
    }

    /// How many words of an entry's name are those of a step, 0 if it goes on with none.
    int common(Clues entry) {
        return steps.stream()
                .filter(entry::continues)
                .mapToInt(Clues::stem)
                .max()
                .orElse(0);
    }

    /// Whether an entry that bears the name of this line tells of others: "Mobile Suit Gundam Wing" after "Mobile
    /// Suit Gundam".
    boolean isOnlyNamesake(Clues entry, int[] entryNames) {
        boolean numbered = steps.stream().anyMatch(entry::sameStem);
        return !numbered
                && !STORIES.contains(String.valueOf(entry.title().source()))
                && shared(entryNames) == 0
                && entryNames.length >= ENOUGH_NAMES
                && names.length >= ENOUGH_NAMES;
    }

    /// Whether an entry begins the story of this line anew.
    boolean isToldAgainBy(Clues entry, int[] entryNames) {
        if (entry.has("1st")) {
            return true;
        }
        if (entry.number() >= 2) {
            return false;
        }
        Clues first = steps.getFirst();
        double rest = entry.aired() - last().ended();
        double restOfStem = steps.stream()
                .filter(entry::sameStem)
                .mapToDouble(step -> entry.aired() - step.ended())
                .min()
                .orElse(0);
        return Cues.retellingBySynopsis(entry.title())
                || restOfStem >= REST_YEARS
                || rest >= 0.5
                        && entry.title().members()
                                >= STANDS_ALONE * first.title().members()
                || rest >= LONG_REST_YEARS && Characters.shared(firstNames, entryNames) >= SAME_CAST
                || first.isType(TitleType.MOVIE) && entry.isSeries() && rest < 1 && entry.continues(first);
    }
}
