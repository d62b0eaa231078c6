package io.osusume.recommend;

import io.osusume.data.Title;
import java.util.List;
import java.util.Map;

/// Why a title has its score: shares that sum to it, in log-odds where the model gives probabilities.
///
/// What the ranker's trees owe to entries of the list (Shapley values) is dealt to these entries; what no single entry
/// accounts for stays with a [Trait].
///
/// @param base the score of a title of which nothing is known
/// @param titles what single titles of the list add, the largest amounts first, those of less than a thousandth of all
///     amounts gathered in `others`
/// @param others what all other titles of the list add together
/// @param traits what no single title accounts for
/// @param wishes what the fan's own wishes add: the slider, titles turned down
public record Reasons(
        double base, List<TitleShare> titles, double others, Map<Trait, Double> traits, List<WishShare> wishes) {
    public Reasons {
        titles = List.copyOf(titles);
        traits = Map.copyOf(traits);
        wishes = List.copyOf(wishes);
    }

    /// What one title of the list adds, against the recommendation when negative.
    ///
    /// @param rating what the fan gave it, 0 for watched, not scored
    public record TitleShare(Title title, int rating, double share) {}

    /// What a wish adds.
    ///
    /// @param what a sentence for a page
    public record WishShare(String what, double share) {}

    /// Everything together: the score of the title.
    public double score() {
        double sum = base + others;
        for (TitleShare title : titles) {
            sum += title.share;
        }
        for (double share : traits.values()) {
            sum += share;
        }
        for (WishShare wish : wishes) {
            sum += wish.share;
        }
        return sum;
    }

    /// The titles that speak for it, the strongest first.
    public List<TitleShare> pro() {
        return titles.stream().filter(title -> title.share > 0).toList();
    }

    /// The titles that speak against it, the strongest first.
    public List<TitleShare> against() {
        return titles.stream().filter(title -> title.share < 0).toList();
    }

    /// All amounts together, for or against: a share of this is what a page shows in percent.
    public double amounts() {
        double sum = Math.abs(others);
        for (TitleShare title : titles) {
            sum += Math.abs(title.share);
        }
        for (double share : traits.values()) {
            sum += Math.abs(share);
        }
        for (WishShare wish : wishes) {
            sum += Math.abs(wish.share);
        }
        return sum;
    }
}
