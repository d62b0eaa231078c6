package io.osusume.recommend;

import io.osusume.data.Title;
import io.osusume.model.Explanation;
import io.osusume.model.rerank.Dislikes;
import io.osusume.model.rerank.PopularitySlider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<Reasons.TitleShare> titles = new ArrayList<>();
        double others = 0;
        for (int entry = 0; entry < list.profile().size(); entry++) {
            double share = explanation.entry(entry);
            Optional<Title> title = served.known(list.profile().item(entry));
            if (title.isPresent() && Math.abs(share) > SMALL * amounts) {
                titles.add(new Reasons.TitleShare(title.get(), list.rating(entry), share));
            } else {
                others += share;
            }
        }
        titles.sort(Comparator.comparingDouble((Reasons.TitleShare title) -> -Math.abs(title.share())));
        return new Reasons(explanation.base(), titles, others, traits, wishes);
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
