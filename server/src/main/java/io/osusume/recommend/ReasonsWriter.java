package io.osusume.recommend;

import io.osusume.data.Title;
import io.osusume.model.Explanation;
import io.osusume.model.rerank.Dislikes;
import io.osusume.model.rerank.PopularitySlider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Puts a model's explanation into titles and words.
record ReasonsWriter(Served served, AskedList list) {
    /// Titles that add less than this share of all amounts are gathered.
    private static final double SMALL = 0.001;

    Reasons reasons(int item, Explanation explanation) {
        List<Reasons.WishShare> wishes = wishes(item);
        Map<Trait, Double> traits = new EnumMap<>(Trait.class);
        explanation.byFeature().forEach((feature, share) -> traits.merge(served.trait(feature), share, Double::sum));
        double amounts = 0;
        for (int entry = 0; entry < list.profile().size(); entry++) {
            amounts += Math.abs(explanation.entry(entry));
        }
        long[] kept = new long[list.profile().size()];
        int size = 0;
        double others = 0;
        for (int entry = 0; entry < list.profile().size(); entry++) {
            double share = explanation.entry(entry);
            if (Math.abs(share) > SMALL * amounts
                    && served.known(list.profile().item(entry)).isPresent()) {
                kept[size++] = key(share, entry);
            } else {
                others += share;
            }
        }
        Arrays.sort(kept, 0, size);
        List<Reasons.TitleShare> titles = new ArrayList<>(size);
        for (int k = size - 1; k >= 0; k--) {
            int entry = ~(int) kept[k];
            titles.add(new Reasons.TitleShare(
                    served.title(list.profile().item(entry)), list.rating(entry), explanation.entry(entry)));
        }
        return new Reasons(explanation.base(), titles, others, traits, wishes);
    }

    /// A number that orders entries by the amount of their share, of equals the first last. Ten explanations of a long
    /// list are thousands of shares: sorting them as objects took longer than finding them.
    private static long key(double share, int entry) {
        return (long) Float.floatToIntBits((float) Math.abs(share)) << 32 | (~entry & 0xffff_ffffL);
    }

    private List<Reasons.WishShare> wishes(int item) {
        List<Reasons.WishShare> wishes = new ArrayList<>();
        double position = list.ask().popularity();
        if (position != 0) {
            float gain = new PopularitySlider(served.traits().popularity(), position).gain(item);
            wishes.add(new Reasons.WishShare(
                    position < 0 ? "you asked for hidden gems" : "you asked for what is popular", gain));
        }
        Dislikes dislikes = list.wishes().dislikes();
        for (int place = 0; place < dislikes.size(); place++) {
            float loss = dislikes.loss(place, item);
            if (loss > 0) {
                String name =
                        served.known(dislikes.item(place)).map(Title::name).orElse("a title");
                wishes.add(new Reasons.WishShare("you were not interested in " + name, -loss));
            }
        }
        return wishes;
    }
}
