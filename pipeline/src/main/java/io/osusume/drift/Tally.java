package io.osusume.drift;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Shapes of many lists, counted. Not safe for use by several threads.
public final class Tally {
    private final Map<Feature, long[]> counts = new EnumMap<>(Feature.class);
    private long lists;
    private long entries;
    private long unknown;

    /// Nothing counted yet.
    public Tally() {
        for (Feature feature : Feature.values()) {
            counts.put(feature, new long[feature.bins().size()]);
        }
    }

    /// Counts a list.
    public void add(ListShape shape) {
        lists++;
        entries += shape.length();
        unknown += shape.unknown();
        count(Feature.LIST_LENGTH, shape.length(), 1);
        if (shape.length() > 0) {
            int scored = shape.length() - shape.scores()[0];
            count(Feature.SCORED, scored == 0 ? 0 : (int) Math.max(1, Math.floor(100.0 * scored / shape.length())), 1);
        }
        for (int score = 1; score < ListShape.SCORES; score++) {
            count(Feature.SCORES, score, shape.scores()[score]);
        }
        for (int members : shape.members()) {
            count(Feature.POPULARITY, members, 1);
        }
    }

    private void count(Feature feature, int value, int times) {
        of(feature)[feature.bin(value)] += times;
    }

    /// Adds what another one counted.
    public void add(Tally other) {
        lists += other.lists;
        entries += other.entries;
        unknown += other.unknown;
        for (Feature feature : Feature.values()) {
            add(feature, other.of(feature));
        }
    }

    /// Adds counts of lists whose shapes are not known any more.
    void add(long moreLists, long moreEntries, long moreUnknown) {
        lists += moreLists;
        entries += moreEntries;
        unknown += moreUnknown;
    }

    /// Adds counts of one feature, one a bin.
    void add(Feature feature, long[] more) {
        long[] own = of(feature);
        for (int bin = 0; bin < own.length; bin++) {
            own[bin] += more[bin];
        }
    }

    private long[] of(Feature feature) {
        return java.util.Objects.requireNonNull(counts.get(feature), "every feature is counted");
    }

    /// How many lists were counted.
    public long lists() {
        return lists;
    }

    /// How many entries they had.
    public long entries() {
        return entries;
    }

    /// How many of these were of titles the model does not know.
    public long unknown() {
        return unknown;
    }

    /// How often each bin was met; a copy.
    public long[] counts(Feature feature) {
        return of(feature).clone();
    }

    /// How many values of a feature were counted.
    public long values(Feature feature) {
        return Arrays.stream(of(feature)).sum();
    }
}
