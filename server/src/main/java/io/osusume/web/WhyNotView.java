package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.recommend.FilterRule;
import io.osusume.recommend.WhyNot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a title stands for the fan's list, and why, in words.
///
/// @param answer one sentence
/// @param because what speaks for it
/// @param against what speaks against it
/// @param breakdown all of it, null where the model cannot say
/// @param instead the part of its franchise that comes in its place
record WhyNotView(
        String answer,
        List<CardView.Point> because,
        List<CardView.Point> against,
        @Nullable Breakdown breakdown,
        @Nullable TitleView instead,
        List<LiftView> lifts) {
    private static final int POINTS = 4;

    /// Something that would bring it up, and where to look.
    record LiftView(String what, String address) {}

    static WhyNotView of(Visit visit, WhyNot answer) {
        NameLanguage names = visit.controls().names();
        return new WhyNotView(
                sentence(answer),
                CardView.points(answer.reasons(), names, 1, POINTS),
                CardView.points(answer.reasons(), names, -1, POINTS),
                answer.reasons().map(reasons -> Breakdown.of(reasons, names)).orElse(null),
                answer.shownInstead().map(title -> new TitleView(title, names)).orElse(null),
                answer.lifts().stream().map(lift -> view(visit, answer, lift)).toList());
    }

    private static String sentence(WhyNot answer) {
        return switch (answer.place()) {
            case WATCHED -> "It is on your list, so it does not come again.";
            case PLANNED -> "You plan to watch it, so it does not come; let planned titles in to see it.";
            case SAVED -> "You saved it for later, so it does not come.";
            case NOT_INTERESTED -> "You said you are not interested, so it does not come.";
            case UNKNOWN_TO_MODEL -> "The model has never seen it on a list, so it cannot say where it stands.";
            case FILTERED ->
                "What you set keeps it out: "
                        + Sentences.listed(answer.removedBy().stream()
                                .map(FilterRule::sentence)
                                .toList())
                        + ".";
            case RANKED ->
                String.format(
                        Locale.ROOT,
                        "It stands at %,d of the %,d titles that may come.",
                        answer.rank().orElseThrow(),
                        answer.of());
        };
    }

    private static LiftView view(Visit visit, WhyNot answer, WhyNot.Lift lift) {
        Controls controls = visit.controls();
        NameLanguage names = controls.names();
        String rank = String.format(Locale.ROOT, "%,d", lift.rank());
        long itemId = answer.title().itemId();
        Optional<FilterRule> rule = lift.rule();
        if (rule.isPresent()) {
            return new LiftView(
                    "Without that filter it stands at " + rank,
                    controls.without(rule.get()).address("/titles/" + itemId));
        }
        return lift.title()
                .map(added -> new LiftView(
                        "If you had watched and loved " + added.named(names) + ", it would stand at " + rank,
                        controls.address("/titles/" + added.itemId())))
                .orElseGet(() -> new LiftView(Sentences.begun(lift.what()), controls.address("/titles/" + itemId)));
    }
}
