package io.osusume.web;

import io.osusume.data.Facet;
import io.osusume.data.NameLanguage;
import io.osusume.model.taste.Habit;
import io.osusume.taste.ContrarianPick;
import io.osusume.taste.FacetTaste;
import io.osusume.taste.ScoreHabits;
import io.osusume.taste.Taste;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything on the page of a fan's taste.
///
/// @param source one sentence about what it rests on
/// @param scores null if nothing is scored
/// @param fans who is like the fan, null where the model version keeps no lists or knows none of the titles
record TasteView(
        String source,
        List<FacetView> facets,
        @Nullable ScoresView scores,
        List<PickedView> above,
        List<PickedView> below,
        @Nullable SimilarFansView fans,
        String query) {
    /// The page of somebody without a list.
    static final TasteView NONE = new TasteView("", List.of(), null, List.of(), List.of(), null, "");

    private static final double LEAST_SCALE = 2; // times as often: what fills half of a plot, at least

    /// A facet's favourites.
    record FacetView(String name, List<WordView> favourites, List<WordView> rarer) {}

    /// A word, how often the list has it, and how many times as often as all lists together.
    record WordView(String word, int entries, String lift, Bar bar, boolean rarer) {}

    /// Score habits.
    ///
    /// @param rows score 10 first
    record ScoresView(
            int scored,
            String own,
            String community,
            String verdict,
            @Nullable String agreement,
            List<ScoreRow> rows) {}

    /// How often a score is given.
    record ScoreRow(int score, int own, int community, Bar ownBar, Bar communityBar) {}

    /// A title seen otherwise than others see it.
    record PickedView(TitleView title, int rating, String community, String difference) {}

    static TasteView of(Taste taste, @Nullable SimilarFansView fans, NameLanguage names, String query) {
        return new TasteView(
                "Read from " + Sentences.counted(taste.titles(), "title") + " of your list.",
                taste.facets().stream().map(TasteView::view).toList(),
                taste.scores().map(TasteView::view).orElse(null),
                taste.above().stream().map(pick -> view(pick, names)).toList(),
                taste.below().stream().map(pick -> view(pick, names)).toList(),
                fans,
                query);
    }

    private static FacetView view(FacetTaste taste) {
        double scale = Stream.concat(taste.favourites().stream(), taste.rarer().stream())
                .mapToDouble(habit -> Math.max(habit.lift(), 1 / habit.lift()))
                .reduce(LEAST_SCALE, Math::max);
        return new FacetView(
                name(taste.facet()),
                taste.favourites().stream()
                        .map(habit -> view(habit, scale, false))
                        .toList(),
                taste.rarer().stream().map(habit -> view(habit, scale, true)).toList());
    }

    private static WordView view(Habit habit, double scale, boolean rarer) {
        return new WordView(
                habit.word(),
                habit.entries(),
                String.format(Locale.ROOT, "%.1f×", habit.lift()),
                Bar.ofRatio(habit.lift(), scale),
                rarer);
    }

    private static String name(Facet facet) {
        return switch (facet) {
            case GENRE -> "Genres";
            case STUDIO -> "Studios";
            case ERA -> "Eras";
            case TYPE -> "Forms";
            case SOURCE -> "Made from";
            case LENGTH -> "Length";
            case AGE_RATING -> "Ages";
        };
    }

    private static ScoresView view(ScoreHabits habits) {
        int longest = Math.max(Collections.max(habits.own()), Collections.max(habits.community()));
        List<ScoreRow> rows = new ArrayList<>();
        for (int score = habits.own().size(); score >= 1; score--) {
            int own = habits.own().get(score - 1);
            int community = habits.community().get(score - 1);
            rows.add(new ScoreRow(score, own, community, Bar.of(own, longest), Bar.of(community, longest)));
        }
        double difference = habits.ownMean() - habits.communityMean();
        return new ScoresView(
                habits.scored(),
                String.format(Locale.ROOT, "%.2f", habits.ownMean()),
                String.format(Locale.ROOT, "%.2f", habits.communityMean()),
                Math.abs(difference) < .25
                        ? "You score much like the community."
                        : String.format(
                                Locale.ROOT,
                                "You score %.1f points %s than the community.",
                                Math.abs(difference),
                                difference > 0 ? "higher" : "lower"),
                habits.agreement().isPresent() ? agreement(habits.agreement().getAsDouble()) : null,
                rows);
    }

    private static String agreement(double correlation) {
        String word = correlation > .6
                ? "You mostly like what others like"
                : correlation > .3
                        ? "You often like what others like"
                        : correlation > -.1 ? "You go your own way" : "You like what others do not";
        return String.format(Locale.ROOT, "%s (correlation %.2f).", word, correlation);
    }

    private static PickedView view(ContrarianPick pick, NameLanguage names) {
        return new PickedView(
                new TitleView(pick.title(), names),
                pick.rating(),
                String.format(Locale.ROOT, "%.2f", pick.title().score()),
                String.format(
                        Locale.ROOT, "%s%.1f", pick.difference() < 0 ? "\u2212" : "+", Math.abs(pick.difference())));
    }
}
