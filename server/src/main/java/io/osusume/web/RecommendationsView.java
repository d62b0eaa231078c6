package io.osusume.web;

import io.osusume.recommend.Confidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything on the page of recommendations.
///
/// @param form the controls, null for a list that came as a file and is not in the address
/// @param source one sentence about what they rest on
/// @param editAddress where the picked titles can be changed, null if there are none to change
/// @param fewer what to drop for more cards, none while there are enough
/// @param query what links to titles carry along
/// @param feedback what the forms of a card need, null where nothing is kept
/// @param notice what the step before did, null if there was none
record RecommendationsView(
        @Nullable ControlsForm form,
        List<Chip> chips,
        String allUsual,
        String source,
        Confidence confidence,
        @Nullable String editAddress,
        List<CardView> cards,
        List<Relief> fewer,
        int page,
        @Nullable String previous,
        @Nullable String next,
        String query,
        @Nullable Feedback feedback,
        @Nullable Notice notice) {
    /// How many steps of three the list's word stands for.
    int confidenceSteps() {
        return switch (confidence.level()) {
            case THIN -> 1;
            case FAIR -> 2;
            case GOOD -> 3;
        };
    }

    String confidenceWord() {
        return switch (confidence.level()) {
            case THIN -> "a thin list";
            case FAIR -> "a fair list";
            case GOOD -> "a list that says a lot";
        };
    }

    /// One sentence for the live region.
    String announcement() {
        return cards.isEmpty()
                ? "No title passes"
                : "Page " + page + ": " + Sentences.counted(cards.size(), "title") + ", first "
                        + cards.getFirst().title().name();
    }
}
