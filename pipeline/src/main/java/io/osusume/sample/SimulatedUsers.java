package io.osusume.sample;

import io.osusume.data.Catalogue;
import java.util.SplittableRandom;

/// Simulated users: what each would have in the list, and with which rating and status. Nobody real is behind them.
///
/// Every user has a [Taste] of their own. Titles race for the user's attention: each arrives after an exponential
/// time whose rate is how much the title draws the user, a sequel mostly only after its predecessor, and the first
/// ones to arrive are the list. User `k` depends on the seed and `k` alone. Immutable and thread-safe.
public final class SimulatedUsers {
    /// The status of an entry, by the codes of `watching_status.csv`.
    static final byte WATCHING = 1;

    static final byte COMPLETED = 2;
    static final byte ON_HOLD = 3;
    static final byte DROPPED = 4;
    static final byte PLANNED = 6;

    private static final double PLANNED_SHARE = .19;
    private static final double UNFINISHED_SHARE = .12;
    private static final double PLANNED_AFTER_UNFINISHED = .9;
    private static final double STRAY_SEQUEL = .05;

    private final TitleTable titles;
    private final long seed;

    /// Users who choose among the titles of a catalogue.
    ///
    /// @throws IllegalArgumentException if a title is, over others, its own sequel
    public SimulatedUsers(Catalogue catalogue, long seed) {
        this.titles = new TitleTable(catalogue);
        this.seed = seed;
    }

    /// The number of titles there are to choose from.
    public int titleCount() {
        return titles.size();
    }

    /// The MyAnimeList id of a title by its number.
    long itemId(int title) {
        return titles.id(title);
    }

    /// An empty list to draw into.
    SimulatedList newList() {
        return new SimulatedList(titles.size());
    }

    /// Fills `list` with the entries of one user, by ascending item id.
    ///
    /// @param user any number; the same number gives the same user
    /// @param length how many entries, at most [#titleCount()]
    void draw(long user, int length, SimulatedList list) {
        SplittableRandom random = new SplittableRandom(mixed(seed ^ mixed(user)));
        Taste taste = new Taste(titles, random);
        race(taste, random, list);
        list.keepEarliest(length);
        rate(taste, random, list);
        list.collect(titles);
    }

    private void race(Taste taste, SplittableRandom random, SimulatedList list) {
        for (int title : titles.order()) {
            double own = random.nextExponential() / taste.draw(title);
            int before = titles.predecessor(title);
            double arrival = own;
            if (before >= 0) {
                double next = list.arrival(before) * (1 + .3 * random.nextDouble());
                double u = random.nextDouble();
                if (u < taste.continuation()) {
                    arrival = next;
                } else if (u < 1 - STRAY_SEQUEL) {
                    arrival = Math.max(own, next);
                }
            }
            list.arrive(title, arrival);
        }
    }

    private void rate(Taste taste, SplittableRandom random, SimulatedList list) {
        for (int title : titles.order()) {
            if (!list.kept(title)) {
                continue;
            }
            int before = titles.predecessor(title);
            boolean unfinished = before >= 0 && list.kept(before) && list.status(before) != COMPLETED;
            byte status = status(titles.episodes(title), unfinished, random);
            list.decide(
                    title,
                    status,
                    status == PLANNED || random.nextDouble() < taste.unscored() ? 0 : taste.rating(title, random),
                    watched(status, titles.episodes(title), random));
        }
    }

    private static byte status(int episodes, boolean afterUnfinished, SplittableRandom random) {
        double u = random.nextDouble();
        if (u < (afterUnfinished ? PLANNED_AFTER_UNFINISHED : PLANNED_SHARE)) {
            return PLANNED;
        }
        double v = random.nextDouble();
        if (episodes == 1 || v >= UNFINISHED_SHARE) {
            return COMPLETED;
        }
        return v < UNFINISHED_SHARE * .35 ? WATCHING : v < UNFINISHED_SHARE * .6 ? ON_HOLD : DROPPED;
    }

    private static int watched(byte status, int episodes, SplittableRandom random) {
        return switch (status) {
            case PLANNED -> 0;
            case COMPLETED -> Math.max(1, episodes);
            default -> 1 + random.nextInt(Math.max(1, episodes - 1));
        };
    }

    /// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): neighbouring numbers give unlike ones.
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
