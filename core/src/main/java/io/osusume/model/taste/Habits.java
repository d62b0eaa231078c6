package io.osusume.model.taste;

import io.osusume.data.Facet;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.TrainingData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the words a list stands out by: favourite genres, studios, eras, lengths.
///
/// Counting alone, as the original did, names Comedy and Action for nearly everybody, because most
/// titles have them. A favourite is what a list has **more of than all lists together**, and what its
/// owner rates above the own mean. With `n` entries on the list, `c` of them with a word that the share
/// `s` of all entries of all lists has, the lift is `(c + d) / (s n + d)` with `d = 2 + .02 n`; the
/// liking is the sum of `rating - own mean` over the scored entries that have the word, over 3 more than
/// their number.
///
/// On the validation users of `mal-5000` the first three genres so found stand on 1.85 times as many of
/// the held-out entries as of all entries of all lists; the three most counted ones on 1.13 times as
/// many. The damping was chosen there; the liking neither adds to that nor takes from it, and is there
/// because a fan expects it. Immutable and safe for use by many threads.
public final class Habits {
    private static final double ENTRIES = 2;
    private static final double SHARE = .02;
    private static final double SCORED_ENTRIES = 3;

    private final List<List<String>> words;
    private final Map<String, Double> usualShares;

    private Habits(List<List<String>> words, Map<String, Double> usualShares) {
        this.words = words;
        this.usualShares = usualShares;
    }

    /// The habits of all lists, against which one list is held.
    public static Habits of(Facet facet, TrainingData data) {
        return of(facet, data.facts(), data.interactions().itemCounts());
    }

    /// The same where all that is known of the other lists is how many of them have each item.
    ///
    /// @param users one count an item; read, not kept
    public static Habits of(Facet facet, ItemFacts facts, int[] users) {
        long entries = 0;
        for (int count : users) {
            entries += count;
        }
        List<List<String>> words = new ArrayList<>();
        Map<String, Double> shares = new HashMap<>();
        for (int item = 0; item < facts.itemCount(); item++) {
            List<String> theirs = facts.title(item).map(facet::words).orElse(List.of());
            words.add(theirs);
            for (String word : theirs) {
                shares.merge(word, (double) users[item] / Math.max(1, entries), Double::sum);
            }
        }
        return new Habits(List.copyOf(words), Map.copyOf(shares));
    }

    /// The words of a list, the fondest first, equals by word; those the fan avoids come last.
    public List<Habit> of(Profile profile) {
        double ownMean = profile.meanRating();
        Map<String, Sums> sums = new HashMap<>();
        for (int entry = 0; entry < profile.size(); entry++) {
            for (String word : words.get(profile.item(entry))) {
                sums.computeIfAbsent(word, _ -> new Sums()).add(profile.rating(entry), ownMean);
            }
        }
        double damping = ENTRIES + SHARE * profile.size();
        List<Habit> habits = new ArrayList<>();
        sums.forEach((word, sum) -> {
            double usual = usualShares.getOrDefault(word, 0.0);
            habits.add(new Habit(
                    word,
                    sum.entries,
                    usual,
                    (sum.entries + damping) / (usual * profile.size() + damping),
                    sum.deviations / (sum.scored + SCORED_ENTRIES)));
        });
        habits.sort(Comparator.comparingDouble(Habit::fondness).reversed().thenComparing(Habit::word));
        return habits;
    }

    /// The first `n` words the fan is fond of; fewer if there are not as many.
    public List<Habit> favourites(Profile profile, int n) {
        return of(profile).stream()
                .filter(habit -> habit.fondness() > 0)
                .limit(n)
                .toList();
    }

    private static final class Sums {
        private int entries;
        private int scored;
        private double deviations;

        void add(float rating, double ownMean) {
            entries++;
            if (!Float.isNaN(rating)) {
                scored++;
                deviations += rating - ownMean;
            }
        }
    }
}
