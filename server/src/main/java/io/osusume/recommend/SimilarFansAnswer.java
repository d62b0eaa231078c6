package io.osusume.recommend;

import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Title;
import io.osusume.model.Ranking;
import io.osusume.model.neighbours.ListSample;
import io.osusume.recommend.SimilarFans.Fan;
import io.osusume.recommend.SimilarFans.Loved;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Looks for the fans most like the owner of one list.
final class SimilarFansAnswer {
    /// How many of the nearest fans are asked what they love.
    private static final int ASKED = 50;

    /// What fewer of them love is chance.
    private static final int FEWEST = 3;

    private static final int LOVES = 3;
    private static final int FEWEST_PAIRS = 10;

    private final Served served;
    private final AskedList list;
    private final ListSample lists;

    SimilarFansAnswer(Served served, AskedList list, ListSample lists) {
        this.served = served;
        this.list = list;
        this.lists = lists;
    }

    /// @param fans how many fans at most
    /// @param titles how many titles at most
    SimilarFans answer(int fans, int titles) {
        Ranking alike = lists.alike(list.profile(), Math.max(fans, ASKED));
        int asked = Math.min(ASKED, alike.size());
        Map<Integer, Integer> lovers = new HashMap<>();
        for (int rank = 0; rank < asked; rank++) {
            Set<Integer> franchises = new HashSet<>();
            for (int item : lists.loved(alike.index(rank))) {
                if (!list.profile().contains(item)
                        && franchises.add(served.franchises().of(item))) {
                    lovers.merge(served.franchises().of(item), 1, Integer::sum);
                }
            }
        }
        List<Fan> found = new ArrayList<>();
        for (int rank = 0; rank < Math.min(fans, alike.size()); rank++) {
            found.add(fan(alike.index(rank)));
        }
        found.sort(Comparator.comparingDouble(Fan::alike).reversed());
        return new SimilarFans(lists.size(), found, asked, loved(lovers, asked, titles));
    }

    /// What more of the fans asked love than chance would have it: by how many standard deviations. A franchise counts
    /// as one, by what of it the list lacks.
    private List<Loved> loved(Map<Integer, Integer> lovers, int asked, int n) {
        Map<Integer, Double> usual = new HashMap<>();
        lovers.forEach((franchise, count) -> {
            if (count >= FEWEST) {
                usual.put(franchise, usualShareOfFranchise(franchise));
            }
        });
        float[] scores = new float[lists.itemCount()];
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
        for (int item = 0; item < scores.length; item++) {
            int franchise = served.franchises().of(item);
            Double share = usual.get(franchise);
            int count = lovers.getOrDefault(franchise, 0);
            if (share != null && count > asked * share) {
                double expected = asked * share;
                scores[item] = (float) ((count - expected) / Math.sqrt(expected * (1 - share) + 1));
            }
        }
        Ranking best = list.wishes().best(scores, list.profile(), n, served.traits());
        List<Loved> loved = new ArrayList<>();
        for (int rank = 0; rank < best.size(); rank++) {
            int item = best.index(rank);
            int franchise = served.franchises().of(item);
            loved.add(
                    new Loved(served.title(item), lovers.getOrDefault(franchise, 0), usualShareOfFranchise(franchise)));
        }
        return loved;
    }

    /// The largest share of all fans who love one of the parts the list lacks.
    private double usualShareOfFranchise(int franchise) {
        double most = 0;
        for (int place = 0; place < served.franchises().size(franchise); place++) {
            int item = served.franchises().member(franchise, place);
            most = list.profile().contains(item) ? most : Math.max(most, usualShare(item));
        }
        return most;
    }

    private double usualShare(int item) {
        return (double) lists.loves(item) / Math.max(1, lists.size());
    }

    private Fan fan(int number) {
        Profile theirs = lists.list(number);
        RatingScale scale = served.loaded().scale();
        double mean = theirs.meanRating();
        return new Fan(
                lists.cosine(list.profile(), number),
                theirs.size(),
                shared(theirs),
                agreement(theirs),
                Double.isNaN(mean) ? OptionalDouble.empty() : OptionalDouble.of(scale.points(mean)),
                loves(number, theirs));
    }

    private int shared(Profile theirs) {
        return (int)
                Arrays.stream(theirs.items()).filter(list.profile()::contains).count();
    }

    /// The correlation of the scores of titles both have scored.
    private OptionalDouble agreement(Profile theirs) {
        List<double[]> pairs = new ArrayList<>();
        Profile own = list.profile();
        for (int a = 0, b = 0; a < own.size() && b < theirs.size(); ) {
            if (own.item(a) == theirs.item(b)) {
                if (!Float.isNaN(own.rating(a)) && !Float.isNaN(theirs.rating(b))) {
                    pairs.add(new double[] {own.rating(a), theirs.rating(b)});
                }
                a++;
                b++;
            } else if (own.item(a) < theirs.item(b)) {
                a++;
            } else {
                b++;
            }
        }
        return pairs.size() < FEWEST_PAIRS ? OptionalDouble.empty() : correlation(pairs);
    }

    private static OptionalDouble correlation(List<double[]> pairs) {
        double meanA = pairs.stream().mapToDouble(pair -> pair[0]).average().orElseThrow();
        double meanB = pairs.stream().mapToDouble(pair -> pair[1]).average().orElseThrow();
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (double[] pair : pairs) {
            product += (pair[0] - meanA) * (pair[1] - meanB);
            squaresA += (pair[0] - meanA) * (pair[0] - meanA);
            squaresB += (pair[1] - meanB) * (pair[1] - meanB);
        }
        double length = Math.sqrt(squaresA * squaresB);
        return length == 0 ? OptionalDouble.empty() : OptionalDouble.of(product / length);
    }

    /// Titles the fan loves, as far as they may come.
    private List<Title> loves(int number, Profile theirs) {
        float[] scores = new float[lists.itemCount()];
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
        for (int item : lists.loved(number)) {
            int entry = Arrays.binarySearch(theirs.items(), item);
            scores[item] = (float) (theirs.rating(entry) - usualShare(item)); // of equal scores the rarer love
        }
        Ranking best = list.wishes().best(scores, list.profile(), LOVES, served.traits());
        return Arrays.stream(best.indices()).mapToObj(served::title).toList();
    }
}
