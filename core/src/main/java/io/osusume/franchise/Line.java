package io.osusume.franchise;

import io.osusume.data.TitleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A story as it is put together: its steps so far in the order they were shown, and the people it tells of.
final class Line {
    /// A later series seen by this many times more people than the first did not need it.
    static final double STANDS_ALONE = 1.4;

    /// Years without a new step after which the bare old name means a new telling.
    private static final double REST_YEARS = 5;

    /// Years after which a step that names many of the people of the first one tells it again.
    private static final double LONG_REST_YEARS = 8;

    private static final int SAME_CAST = 5;

    /// The same for more people.
    private static final double SHORT_REST_YEARS = 3.5;

    private static final int WHOLE_CAST = 6;

    /// Fewer names than these in a synopsis say nothing about whom it leaves out.
    private static final int ENOUGH_NAMES = 3;

    /// Names that stories under one name have in common by chance.
    private static final int CHANCE = 1;

    private static final int SAME_PEOPLE = 2;

    /// Sources that are one story for many series; an original or a game is often the name of many stories.
    private static final Set<String> STORIES =
            Set.of("Manga", "Light novel", "Novel", "Visual novel", "Web manga", "4-koma manga", "Digital manga");

    private final List<Clues> steps = new ArrayList<>();
    private People people;

    Line(Clues first) {
        steps.add(first);
        people = first.people();
    }

    List<Clues> steps() {
        return steps;
    }

    void add(Clues step) {
        steps.add(step);
        people = people.and(step.people());
    }

    /// How near an entry is to this line: one more than the words of its name that are those of a step; 0 if it
    /// belongs to another story.
    int closeness(Clues entry) {
        int common = 0;
        for (Clues step : steps) {
            common = Math.max(common, common(entry, step));
        }
        int shared = people.shared(entry.people());
        boolean sameStory = common > 0 ? !isOnlyNamesake(entry, shared) : shared >= SAME_PEOPLE && sharesStudio(entry);
        return sameStory ? common + 1 : 0;
    }

    /// The words a name has in common with that of a step: all of its stem, or most.
    static int common(Clues entry, Clues step) {
        int alike = entry.alike(step);
        return alike >= step.stem() ? step.stem() : alike >= 2 && 2 * alike > step.stem() ? alike : 0;
    }

    private boolean sharesStudio(Clues entry) {
        return steps.stream()
                .anyMatch(step ->
                        step.title().studios().stream().anyMatch(entry.title().studios()::contains));
    }

    /// Whether an entry that bears the name of this line tells of others: "Mobile Suit Gundam Wing" after "Mobile
    /// Suit Gundam".
    private boolean isOnlyNamesake(Clues entry, int shared) {
        return shared <= CHANCE
                && entry.people().count() >= ENOUGH_NAMES
                && people.count() >= ENOUGH_NAMES
                && !STORIES.contains(String.valueOf(entry.title().source()))
                && steps.stream().noneMatch(entry::sameStem);
    }

    /// The step an entry of this line follows: the last with the most of its name, or the last at all where that is
    /// but the name of the whole line.
    Clues before(Clues entry) {
        Clues before = steps.getFirst();
        for (Clues step : steps) {
            if (common(entry, step) >= common(entry, before)) {
                before = step;
            }
        }
        return common(entry, before) <= steps.getFirst().stem() ? steps.getLast() : before;
    }

    /// Whether an entry begins the story of this line anew.
    boolean isToldAgainBy(Clues entry) {
        if (entry.has("1st")) {
            return true;
        }
        Clues first = steps.getFirst();
        if (entry.number() >= 2 && entry.number() != first.number()) {
            return false;
        }
        double rest = entry.aired() - steps.getLast().ended();
        double restOfStem = steps.stream()
                .filter(entry::sameStem)
                .mapToDouble(step -> entry.aired() - step.ended())
                .min()
                .orElse(0);
        int cast = first.people().shared(entry.people());
        return entry.says(Cue.RETELLING)
                || restOfStem >= REST_YEARS
                || (rest >= 0.5
                        && entry.title().members()
                                >= STANDS_ALONE * first.title().members())
                || (rest >= SHORT_REST_YEARS && cast >= WHOLE_CAST)
                || (rest >= LONG_REST_YEARS && cast >= SAME_CAST)
                || (first.isType(TitleType.MOVIE) && entry.isSeries() && rest < 1 && entry.continues(first));
    }
}
