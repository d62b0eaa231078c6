package io.osusume.evaluation;

import io.osusume.data.Franchises;
import io.osusume.data.GenreDistance;
import io.osusume.data.ItemDistance;
import io.osusume.data.ItemFacts;
import io.osusume.model.FoldIn;
import io.osusume.model.Probabilities;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an evaluation measures beside the metrics over all users: by popularity, without sequels, what
/// the lists show, whether probabilities hold (all from the one scoring of each user), and by list
/// length (scored again).
public final class Slices {
    /// The metrics of every slice.
    static final List<Metric> METRICS = List.of(new Ndcg(10), new Recall(20));

    /// Nothing beside the metrics over all users.
    public static final Slices NONE = new Slices(false, null, null, null);

    private final boolean measured;
    private final @Nullable ListLengths lengths;
    private final @Nullable Franchises franchises;
    private final @Nullable ItemDistance distance;

    private Slices(
            boolean measured,
            @Nullable ListLengths lengths,
            @Nullable Franchises franchises,
            @Nullable ItemDistance distance) {
        this.measured = measured;
        this.lengths = lengths;
        this.franchises = franchises;
        this.distance = distance;
    }

    /// The names of the metrics every slice has.
    public static List<String> metrics() {
        return METRICS.stream().map(Metric::name).toList();
    }

    /// Everything that needs no further scoring and is known: sequel-free needs franchises of more than
    /// one item, diversity needs genres.
    ///
    /// @param facts by the item indices of the split
    public static Slices of(ItemFacts facts) {
        Franchises franchises = facts.franchises();
        GenreDistance genres = GenreDistance.of(facts);
        return new Slices(
                true, null, franchises.count() < facts.itemCount() ? franchises : null, genres.known() ? genres : null);
    }

    /// The same and by list length: a further scoring of each user for each cut.
    public Slices with(ListLengths lengths) {
        return new Slices(measured, lengths, franchises, distance);
    }

    /// The same with another distance of items.
    public Slices with(ItemDistance distance) {
        return new Slices(measured, lengths, franchises, distance);
    }

    /// The judges of one evaluation, those over all users included.
    List<Judge> judges(FoldIn model, Split split, List<HeldOutUser> users) {
        int count = users.size();
        int items = split.items().size();
        int[] counts = measured ? split.training().itemCounts() : new int[0];
        List<ListMetric> ofLists = new ArrayList<>();
        if (measured) {
            ofLists.add(new Novelty(Novelty.REPORTED, counts, split.training().userCount()));
        }
        if (distance != null) {
            ofLists.add(new IntraListDiversity(IntraListDiversity.REPORTED, distance));
        }
        List<Judge> judges = new ArrayList<>();
        judges.add(new OverallJudge(count));
        judges.add(new ShownJudge(count, items, ofLists));
        if (lengths != null) {
            judges.add(new ListLengthJudge(model, lengths, count));
        }
        if (franchises != null) {
            judges.add(new SequelFreeJudge(new SequelFree(franchises), count));
        }
        if (measured && count > 0) {
            judges.add(new BandJudge(PopularityBands.thirds(counts, users), count));
        }
        if (measured && model instanceof Probabilities probabilities) {
            judges.add(new CalibrationJudge(probabilities, count));
        }
        return List.copyOf(judges);
    }
}
