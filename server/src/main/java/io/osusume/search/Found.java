package io.osusume.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// What a search has found so far, tier by tier: a title counts in the best tier that has it, and within
/// a tier what most people have comes first. Belongs to one search.
final class Found {
    private record Placed(int place, int title) {}

    private final SearchNames names;
    private final int n;
    private final List<TitleHit> hits = new ArrayList<>();
    private final BitSet taken;
    private final BitSet tier;
    private final List<Placed> discounted = new ArrayList<>();
    private final int[] nameOfTitle;

    /// @param n how many titles are wanted
    Found(SearchNames names, int n) {
        this.names = names;
        this.n = n;
        this.taken = new BitSet(names.titleCount());
        this.tier = new BitSet(names.titleCount());
        this.nameOfTitle = new int[names.titleCount()];
    }

    boolean isFull() {
        return hits.size() >= n;
    }

    boolean isEmpty() {
        return hits.isEmpty();
    }

    List<TitleHit> hits() {
        return List.copyOf(hits);
    }

    /// Puts the titles of names that fit into the tier at hand.
    void offer(BitSet fitting) {
        for (int name = fitting.nextSetBit(0); name >= 0; name = fitting.nextSetBit(name + 1)) {
            int title = names.titleOf(name);
            if (!taken.get(title)) {
                offerNew(name, title);
            }
        }
    }

    private void offerNew(int name, int title) {
        if (!tier.get(title)) {
            tier.set(title);
            nameOfTitle[title] = name;
        }
    }

    /// Puts the title of a name into the tier at hand, but where one with so many times fewer members
    /// would stand.
    void offer(int name, int discount) {
        int title = names.titleOf(name);
        if (!taken.get(title) && !tier.get(title)) {
            taken.set(title);
            nameOfTitle[title] = name;
            discounted.add(new Placed(names.placeOf(names.title(title).members() / discount), title));
        }
    }

    /// Adds the titles of the tier at hand to the hits, and begins a new tier.
    void close(TitleHit.Kind kind) {
        discounted.sort(Comparator.comparingInt(Placed::place).thenComparingInt(Placed::title));
        int next = 0;
        for (int title = tier.nextSetBit(0); title >= 0 && !isFull(); title = tier.nextSetBit(title + 1)) {
            while (next < discounted.size() && discounted.get(next).place() <= title && !isFull()) {
                add(discounted.get(next++).title(), kind);
            }
            if (!isFull()) {
                add(title, kind);
            }
        }
        while (next < discounted.size() && !isFull()) {
            add(discounted.get(next++).title(), kind);
        }
        taken.or(tier);
        tier.clear();
        discounted.clear();
    }

    private void add(int title, TitleHit.Kind kind) {
        hits.add(new TitleHit(names.title(title), names.name(nameOfTitle[title]), kind));
    }
}
