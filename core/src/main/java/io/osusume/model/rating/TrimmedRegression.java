package io.osusume.model.rating;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.model.ItemWeights;
import io.osusume.model.Ranking;
import io.osusume.model.RatingPredictor;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Map;

/// A [RatingRegression] small enough to be served: it knows weights between the items with most scores only, its
/// anchors, and of each anchor the strongest weights that lead to it. What is expected of another item is what the
/// means expect.
///
/// Shape: anchor `a` owns `kept` neighbours from `a * kept` on: which anchor, or -1 for none, then, `anchors * kept`
/// numbers further, the weight in steps of `scales[a]`. The numbers may lie in a mapped file. Immutable and safe for
/// use by many threads.
public final class TrimmedRegression implements RatingPredictor {
    static final String NAME = "trimmed-regression";
    static final int NONE = -1;
    private static final String STRENGTH = "strength";
    private static final String KEPT = "kept";
    private static final String ANCHORS = "anchors";
    private static final String SCALES = "scales";
    private static final String NUMBERS = "numbers";

    private final DampedMeans means;
    private final double strength;
    private final int kept;
    private final int[] anchors;
    private final int[] anchorOfItem;
    private final float[] scales;
    private final MemorySegment numbers;

    /// @param anchors items, ascending
    TrimmedRegression(
            DampedMeans means, double strength, int kept, int[] anchors, float[] scales, MemorySegment numbers) {
        this.means = means;
        this.strength = strength;
        this.kept = kept;
        this.anchors = anchors;
        this.scales = scales;
        this.numbers = numbers;
        this.anchorOfItem = new int[means.itemCount()];
        Arrays.fill(anchorOfItem, NONE);
        for (int anchor = 0; anchor < anchors.length; anchor++) {
            anchorOfItem[anchors[anchor]] = anchor;
        }
    }

    /// Restores a regression.
    ///
    /// @param state what [#state()] gave
    /// @throws java.util.NoSuchElementException if it is not the state of such a regression
    /// @throws IllegalArgumentException if its parts do not fit each other
    public static TrimmedRegression of(Tensors state) {
        DampedMeans means = DampedMeans.of(state);
        int kept = Integer.parseInt(state.attribute(KEPT));
        int[] anchors = state.ints(ANCHORS);
        int before = -1;
        for (int item : anchors) {
            if (item <= before || item >= means.itemCount()) {
                throw new IllegalArgumentException("anchors must ascend within [0, " + means.itemCount() + "), found "
                        + item + " after " + before);
            }
            before = item;
        }
        return new TrimmedRegression(
                means,
                Double.parseDouble(state.attribute(STRENGTH)),
                kept,
                anchors,
                state.floats(SCALES, anchors.length),
                state.segment(NUMBERS, 2, anchors.length, kept));
    }

    /// Everything needed to restore it; shares its arrays.
    public Tensors state() {
        return Tensors.of(Map.of(STRENGTH, Double.toString(strength), KEPT, Integer.toString(kept)))
                .withAll("", means.state())
                .with(ANCHORS, Tensor.of(anchors, anchors.length))
                .with(SCALES, Tensor.of(scales, scales.length))
                .with(NUMBERS, Tensor.of(numbers, 2, anchors.length, kept));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int itemCount() {
        return means.itemCount();
    }

    /// How many items it knows weights of.
    public int anchorCount() {
        return anchors.length;
    }

    @Override
    public void predict(Profile profile, float[] ratings) {
        int[] items = new int[ratings.length];
        Arrays.setAll(items, item -> item);
        System.arraycopy(predict(profile, items), 0, ratings, 0, ratings.length);
    }

    @Override
    public float[] predict(Profile profile, int[] items) {
        double userDeviation = means.userDeviation(profile);
        float[] residuals = residualsOfAnchors(profile);
        float[] ratings = new float[items.length];
        for (int k = 0; k < items.length; k++) {
            int anchor = anchorOfItem[items[k]];
            double more = anchor == NONE ? 0 : strength * weighted(anchor, residuals);
            ratings[k] = (float) Math.clamp(means.expected(userDeviation, items[k]) + more, 0, 1);
        }
        return ratings;
    }

    private float[] residualsOfAnchors(Profile profile) {
        float[] theirs = means.residuals(profile);
        float[] residuals = new float[anchors.length];
        for (int entry = 0; entry < theirs.length; entry++) {
            int anchor = anchorOfItem[profile.item(entry)];
            if (anchor != NONE) {
                residuals[anchor] = theirs[entry];
            }
        }
        return residuals;
    }

    private double weighted(int anchor, float[] residuals) {
        double sum = 0;
        long begin = (long) anchor * kept * Short.BYTES;
        long weights = begin + (long) anchors.length * kept * Short.BYTES;
        for (long place = 0; place < (long) kept * Short.BYTES; place += Short.BYTES) {
            int from = numbers.get(Tensor.SHORT, begin + place);
            if (from == NONE) {
                break;
            }
            sum += residuals[from] * numbers.get(Tensor.SHORT, weights + place);
        }
        return sum * scales[anchor];
    }

    /// Fills the rows of a regression from all weights.
    static TrimmedRegression trimmed(DampedMeans means, double strength, int kept, int[] anchors, ItemWeights all) {
        int count = anchors.length;
        short[] numbers = new short[Math.multiplyExact(2 * count, kept)];
        Arrays.fill(numbers, 0, count * kept, (short) NONE);
        float[] scales = new float[count];
        for (int to = 0; to < count; to++) {
            float[] strengths = new float[count];
            for (int from = 0; from < count; from++) {
                float weight = Math.abs(all.weight(from, to));
                strengths[from] = weight > 0 ? weight : Float.NEGATIVE_INFINITY;
            }
            Ranking strongest = Ranking.best(strengths, new int[] {to}, kept);
            scales[to] = strongest.size() == 0 ? 0 : strongest.score(0) / Short.MAX_VALUE;
            for (int rank = 0; rank < strongest.size(); rank++) {
                int from = strongest.index(rank);
                numbers[to * kept + rank] = (short) from;
                numbers[(count + to) * kept + rank] = (short) Math.round(all.weight(from, to) / scales[to]);
            }
        }
        return new TrimmedRegression(means, strength, kept, anchors, scales, MemorySegment.ofArray(numbers));
    }

    /// The anchors among the items of some lists: those with most scores, ascending.
    static int[] anchors(Interactions training, int most) {
        float[] scored = new float[training.itemCount()];
        for (int entry = 0; entry < training.size(); entry++) {
            scored[training.item(entry)] += Float.isNaN(training.rating(entry)) ? 0 : 1;
        }
        for (int item = 0; item < scored.length; item++) {
            scored[item] = scored[item] > 0 ? scored[item] : Float.NEGATIVE_INFINITY;
        }
        int[] anchors = Ranking.best(scored, new int[0], most).indices();
        Arrays.sort(anchors);
        return anchors;
    }
}
