package io.osusume.model.neighbours;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.model.Ranking;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Map;

/// The lists of some users without anything that says whose they are, small enough to be served, and which of them are
/// most like a given list, by the measure of [ListNeighbours].
///
/// Shape: an entry is one number of 16 bits, the gap to the item before it in the upper 12 bits and its rating in the
/// lower 4: 0 for none, else the points of ten; [#SKIP] is no entry but a gap of 4,095. List `k` owns the numbers
/// `begins[k]` to `begins[k + 1]` (exclusive). They may lie in a mapped file: nothing but what is asked about is read.
/// Immutable and safe for use by many threads.
public final class ListSample {
    /// What the rating of a user who loves a title is at least, in points of ten.
    public static final int LOVED = 8;

    private static final int STEPS = 1 << 16; // of a weight
    private static final int SKIP = 15;
    private static final int LONGEST_GAP = 4095;
    private static final int RATING_BITS = 4;
    private static final int RATING_MASK = 15;
    private static final String SCALE = "scale";
    private static final String BEGINS = "begins";
    private static final String WEIGHTS = "weights";
    private static final String LENGTHS = "lengths";
    private static final String LOVES = "loves";
    private static final String ENTRIES = "entries";

    private final RatingScale scale;
    private final int[] begins;
    private final float[] weights;
    private final float[] lengths;
    private final int[] loves;
    private final MemorySegment entries;

    private ListSample(
            RatingScale scale, int[] begins, float[] weights, float[] lengths, int[] loves, MemorySegment entries) {
        this.scale = scale;
        this.begins = begins;
        this.weights = weights;
        this.lengths = lengths;
        this.loves = loves;
        this.entries = entries;
    }

    /// The lists of at most `most` users, spread evenly over all.
    ///
    /// @param most at least 1
    public static ListSample of(Interactions all, int most) {
        Interactions some = all.ofSomeUsers(most);
        float[] weights = ListNeighbours.weights(all.itemCounts(), all.userCount(), ListNeighbours.USUAL_RARITY);
        int[] begins = new int[some.userCount() + 1];
        short[] numbers = new short[some.size() + some.userCount() * (some.itemCount() / LONGEST_GAP + 1)];
        float[] lengths = new float[some.userCount()];
        int[] loves = new int[some.itemCount()];
        int next = 0;
        for (int user = 0; user < some.userCount(); user++) {
            double mean = meanPoints(some, user);
            double sum = 0;
            int last = 0;
            for (int entry = some.begin(user); entry < some.end(user); entry++) {
                int item = some.item(entry);
                int points = some.scale().rating(some.rating(entry));
                while (item - last > LONGEST_GAP) {
                    numbers[next++] = (short) (LONGEST_GAP << RATING_BITS | SKIP);
                    last += LONGEST_GAP;
                }
                numbers[next++] = (short) ((item - last) << RATING_BITS | points);
                last = item;
                sum += weights[item];
                loves[item] += isLoved(points, mean) ? 1 : 0;
            }
            lengths[user] = (float) Math.sqrt(sum);
            begins[user + 1] = next;
        }
        return new ListSample(
                some.scale(), begins, weights, lengths, loves, MemorySegment.ofArray(Arrays.copyOf(numbers, next)));
    }

    private static double meanPoints(Interactions lists, int user) {
        double sum = 0;
        int scored = 0;
        for (int entry = lists.begin(user); entry < lists.end(user); entry++) {
            int points = lists.scale().rating(lists.rating(entry));
            sum += points;
            scored += points > 0 ? 1 : 0;
        }
        return sum / scored;
    }

    /// Whether somebody loves what they gave so many points: at least [#LOVED], and more than their own mean.
    private static boolean isLoved(int points, double mean) {
        return points >= LOVED && points > mean;
    }

    /// Restores lists.
    ///
    /// @param state what [#state()] gave
    /// @throws java.util.NoSuchElementException if it is not the state of such lists
    /// @throws IllegalArgumentException if its parts do not fit each other
    public static ListSample of(Tensors state) {
        int[] begins = state.ints(BEGINS);
        float[] weights = state.floats(WEIGHTS);
        return new ListSample(
                RatingScale.valueOf(state.attribute(SCALE)),
                begins,
                weights,
                state.floats(LENGTHS, begins.length - 1),
                state.ints(LOVES, weights.length),
                state.segment(ENTRIES, begins[begins.length - 1]));
    }

    /// Everything needed to restore the lists; shares their arrays.
    public Tensors state() {
        return Tensors.of(Map.of(SCALE, scale.name()))
                .with(BEGINS, Tensor.of(begins, begins.length))
                .with(WEIGHTS, Tensor.of(weights, weights.length))
                .with(LENGTHS, Tensor.of(lengths, lengths.length))
                .with(LOVES, Tensor.of(loves, loves.length))
                .with(ENTRIES, Tensor.of(entries, begins[begins.length - 1]));
    }

    /// How many lists there are.
    public int size() {
        return lengths.length;
    }

    public int itemCount() {
        return weights.length;
    }

    /// How many of these users love an item.
    public int loves(int item) {
        return loves[item];
    }

    /// The lists most like a given one, the most alike first, with how alike they are in [0, 1); those with nothing in
    /// common that counts are left out.
    public Ranking alike(Profile profile, int n) {
        int[] theirs = new int[weights.length];
        double sum = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            theirs[profile.item(entry)] = Math.round(weights[profile.item(entry)] * STEPS);
            sum += weights[profile.item(entry)];
        }
        double length = Math.sqrt(sum);
        float[] scores = new float[size()];
        short[] numbers = new short[longest()];
        for (int list = 0; list < scores.length; list++) {
            double shared = (double) shared(list, theirs, numbers) / STEPS;
            scores[list] = shared > 0
                    ? (float) (shared / (length * lengths[list] + ListNeighbours.USUAL_SHRINKAGE))
                    : Float.NEGATIVE_INFINITY;
        }
        return Ranking.best(scores, new int[0], n);
    }

    private int longest() {
        int longest = 0;
        for (int list = 0; list < size(); list++) {
            longest = Math.max(longest, begins[list + 1] - begins[list]);
        }
        return longest;
    }

    /// A loop over an array is several times as fast as one over a mapped segment.
    private int copy(int list, short[] into) {
        int count = begins[list + 1] - begins[list];
        MemorySegment.copy(entries, Tensor.SHORT, (long) begins[list] * Short.BYTES, into, 0, count);
        return count;
    }

    /// In whole numbers: the next sum need not wait for the one before it as long as one of floats.
    private long shared(int list, int[] theirs, short[] numbers) {
        int count = copy(list, numbers);
        long shared = 0;
        int item = 0;
        for (int k = 0; k < count; k++) {
            int number = numbers[k] & 0xffff;
            item += number >>> RATING_BITS;
            shared += (number & RATING_MASK) == SKIP ? 0 : theirs[item];
        }
        return shared;
    }

    /// A list.
    public Profile list(int list) {
        short[] numbers = new short[begins[list + 1] - begins[list]];
        int count = copy(list, numbers);
        int[] items = new int[count];
        float[] ratings = new float[count];
        int size = 0;
        int item = 0;
        for (int k = 0; k < count; k++) {
            int number = numbers[k] & 0xffff;
            item += number >>> RATING_BITS;
            if ((number & RATING_MASK) != SKIP) {
                items[size] = item;
                ratings[size++] = scale.scaled(number & RATING_MASK);
            }
        }
        return Profile.of(Arrays.copyOf(items, size), Arrays.copyOf(ratings, size));
    }

    /// The items the owner of a list loves, ascending: given at least [#LOVED] points, and more than the list's mean.
    public int[] loved(int list) {
        Profile profile = list(list);
        double sum = 0;
        int scored = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            int points = scale.rating(profile.rating(entry));
            sum += points;
            scored += points > 0 ? 1 : 0;
        }
        double mean = sum / scored;
        int[] loved = new int[profile.size()];
        int count = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            if (isLoved(scale.rating(profile.rating(entry)), mean)) {
                loved[count++] = profile.item(entry);
            }
        }
        return Arrays.copyOf(loved, count);
    }
}
