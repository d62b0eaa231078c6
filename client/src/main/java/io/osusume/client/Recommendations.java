package io.osusume.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a fan should watch.
///
/// @param model the id of the model that answered
/// @param matched how many of the watched titles it knows
/// @param notMatched the ids of those it does not know
/// @param recommendations best first
/// @param next for [Query#after]; null at the end
public record Recommendations(
        String model,
        int matched,
        List<Long> notMatched,
        Confidence confidence,
        List<Card> recommendations,
        @Nullable String next) {
    public Recommendations {
        notMatched = List.copyOf(notMatched);
        recommendations = List.copyOf(recommendations);
    }

    /// How much the list says.
    ///
    /// @param level such as `thin`
    /// @param advice what would make it say more, null if it says enough
    public record Confidence(String level, @Nullable String advice) {}

    /// A recommended title.
    ///
    /// @param rank from 1, over all pages
    /// @param score log-odds where there is a probability
    /// @param probability that it belongs on the list, null where the model gives none
    /// @param franchise null for a title that is alone
    /// @param reasons null for titles beyond those that come with reasons
    public record Card(
            int rank,
            double score,
            @Nullable Double probability,
            Title title,
            @Nullable Franchise franchise,
            @Nullable Reasons reasons) {}

    /// A title's place in its franchise.
    ///
    /// @param kind what it is to the fan, such as `start-here`
    /// @param label what it is in the franchise, such as `Season 2`
    public record Franchise(
            int parts, int seen, String kind, @Nullable String label) {}

    /// Why a title comes: the shares sum to its score.
    ///
    /// @param sum base + others + all shares
    /// @param base the score of a title of which nothing is known
    /// @param others what all other titles of the list add
    public record Reasons(
            double sum,
            double base,
            List<TitleShare> titles,
            double others,
            List<TraitShare> traits,
            List<WishShare> wishes) {
        public Reasons {
            titles = List.copyOf(titles);
            traits = List.copyOf(traits);
            wishes = List.copyOf(wishes);
        }
    }

    /// What a title of the list adds; negative if it speaks against.
    public record TitleShare(
            long itemId, String name, @Nullable Integer score, double share) {}

    /// What no single title accounts for.
    public record TraitShare(String trait, String what, double share) {}

    /// What the fan's wishes add.
    public record WishShare(String what, double share) {}
}
