package io.osusume.assistant;

import io.osusume.data.NameLanguage;
import io.osusume.recommend.Reasons;
import io.osusume.schema.Says;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What something adds to a title's score, as a share of all amounts for and against.
public record Share(
        @Says("What speaks for or against it") String what,

        @Says("The id of the title of the list that it is; absent if it is none") @Nullable
        Long byTitle,

        @Says("In percent of all amounts, negative if against")
        double percent) {
    private static final double WORTH_SAYING = .5; // percent

    /// The strongest that speak for a title.
    static List<Share> strongest(Reasons reasons, NameLanguage names, int n) {
        return all(reasons, names).stream()
                .filter(share -> share.percent > WORTH_SAYING)
                .limit(n)
                .toList();
    }

    /// All that is worth saying, the largest amounts first.
    static List<Share> all(Reasons reasons, NameLanguage names) {
        double amounts = Math.max(reasons.amounts(), Double.MIN_NORMAL);
        List<Share> shares = new ArrayList<>();
        for (Reasons.TitleShare each : reasons.titles()) {
            shares.add(
                    new Share(each.title().named(names), each.title().itemId(), tenth(100 * each.share() / amounts)));
        }
        reasons.traits()
                .forEach((trait, share) -> shares.add(new Share(trait.sentence(), null, tenth(100 * share / amounts))));
        reasons.wishes().forEach(wish -> shares.add(new Share(wish.what(), null, tenth(100 * wish.share() / amounts))));
        shares.add(new Share("all other titles of the list together", null, tenth(100 * reasons.others() / amounts)));
        return shares.stream()
                .filter(share -> Math.abs(share.percent) >= WORTH_SAYING)
                .sorted(Comparator.comparingDouble((Share share) -> -Math.abs(share.percent))
                        .thenComparing(Share::what))
                .toList();
    }

    /// With one digit after the point.
    static double tenth(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
