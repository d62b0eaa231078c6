package io.osusume.model.audience;

import io.osusume.data.Facet;
import io.osusume.data.Interactions;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Threads;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The audience of every item. Immutable and safe for use by many threads; what is large may lie in a mapped file.
///
/// What the users of an item lean to is the mean over these users of the share of their lists, the item itself left
/// out, that has a word: so somebody with a thousand titles says as much as somebody with fifty. It is drawn to the
/// usual share as if [#DAMPING] more users with a usual list had the item.
///
/// Shape: `counts` is `itemCount` x 11, `shares` `itemCount` x `wordCount` row-major, a share in 65,535ths.
public final class Audiences {
    /// What is told of a list: its genres and its decades.
    public static final List<Facet> FACETS = List.of(Facet.GENRE, Facet.ERA);

    static final double DAMPING = 10;

    private static final int FEWEST_USERS = 5;
    private static final double LEAST_SHARE = 0.005;
    private static final double STEPS = 65_535;
    private static final int POINTS = 11;
    private static final String WORDS = "words";
    private static final String COUNTS = "counts";
    private static final String SHARES = "shares";
    private static final String USUAL = "usual-shares";

    private final List<Word> words;
    private final int[] counts;
    private final MemorySegment shares;
    private final float[] usual;

    /// A word of a facet.
    record Word(Facet facet, String text) {}

    private Audiences(List<Word> words, int[] counts, MemorySegment shares, float[] usual) {
        this.words = words;
        this.counts = counts;
        this.shares = shares;
        this.usual = usual;
    }

    /// Counts who has what. The result does not depend on the number of threads.
    public static Audiences of(TrainingData data, Threads threads) {
        WordTable table = WordTable.of(data.facts(), FACETS);
        Interactions lists = data.interactions();
        ListShares sums = ListShares.of(lists, table, threads);
        int wordCount = table.words().size();
        short[] shares = new short[Math.multiplyExact(lists.itemCount(), wordCount)];
        float[] usual = new float[wordCount];
        for (int word = 0; word < wordCount; word++) {
            usual[word] = (float) sums.usual(word);
        }
        for (int item = 0; item < lists.itemCount(); item++) {
            for (int word = 0; word < wordCount; word++) {
                double share = (sums.sum(item, word) + DAMPING * usual[word]) / (sums.users(item) + DAMPING);
                shares[item * wordCount + word] = (short) Math.round(Math.clamp(share, 0, 1) * STEPS);
            }
        }
        return new Audiences(table.words(), counts(lists), MemorySegment.ofArray(shares), usual);
    }

    private static int[] counts(Interactions lists) {
        int[] counts = new int[Math.multiplyExact(lists.itemCount(), POINTS)];
        for (int entry = 0; entry < lists.size(); entry++) {
            counts[lists.item(entry) * POINTS + lists.scale().rating(lists.rating(entry))]++;
        }
        return counts;
    }

    /// Restores audiences.
    ///
    /// @param state what [#state()] gave
    /// @throws java.util.NoSuchElementException if it is not the state of audiences
    /// @throws IllegalArgumentException if its parts do not fit each other
    public static Audiences of(Tensors state) {
        float[] usual = state.floats(USUAL);
        List<Word> words = new ArrayList<>();
        for (String line : state.attribute(WORDS).lines().toList()) {
            String[] parts = line.split("\t", 2);
            words.add(new Word(Facet.valueOf(parts[0]), parts[1]));
        }
        if (words.size() != usual.length) {
            throw new IllegalArgumentException(usual.length + " words have a share, found " + words.size() + " words");
        }
        int[] counts = state.ints(COUNTS);
        state.ints(COUNTS, counts.length / POINTS, POINTS);
        return new Audiences(
                List.copyOf(words), counts, state.segment(SHARES, counts.length / POINTS, usual.length), usual);
    }

    /// Everything needed to restore the audiences; shares their arrays.
    public Tensors state() {
        List<String> lines =
                words.stream().map(word -> word.facet + "\t" + word.text).toList();
        return Tensors.of(Map.of(WORDS, String.join("\n", lines)))
                .with(COUNTS, Tensor.of(counts, itemCount(), POINTS))
                .with(USUAL, Tensor.of(usual, usual.length))
                .with(SHARES, Tensor.of(shares, itemCount(), usual.length));
    }

    public int itemCount() {
        return counts.length / POINTS;
    }

    /// The users who have an item.
    public Audience of(int item) {
        List<Integer> byPoints = new ArrayList<>();
        int users = 0;
        for (int points = 0; points < POINTS; points++) {
            byPoints.add(counts[item * POINTS + points]);
            users += counts[item * POINTS + points];
        }
        List<Leaning> leanings = new ArrayList<>();
        for (int k = 0; k < usual.length && users >= FEWEST_USERS; k++) {
            long place = (long) item * usual.length + k;
            double share = (shares.get(Tensor.SHORT, place * Short.BYTES) & 0xffff) / STEPS;
            if (usual[k] >= LEAST_SHARE) {
                leanings.add(new Leaning(words.get(k).facet, words.get(k).text, share, usual[k]));
            }
        }
        leanings.sort(Comparator.comparingDouble(Leaning::lift).reversed().thenComparing(Leaning::word));
        return new Audience(users, byPoints, leanings);
    }
}
