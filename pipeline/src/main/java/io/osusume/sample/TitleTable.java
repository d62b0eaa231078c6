package io.osusume.sample;

import io.osusume.data.Catalogue;
import io.osusume.data.Relation;
import io.osusume.data.Title;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the simulation needs of each title, in flat arrays. Titles are numbered by ascending item id.
final class TitleTable {
    /// Users differ in how much they follow the crowd: exponents of the number of members, the least first.
    private static final double[] CROWD = {.35, .5, .6, .7, .8, .9, 1.05};

    private static final int FIRST_YEAR = 1960;
    private static final int LAST_YEAR = 2030;
    private static final double UNKNOWN_SCORE = 6.5;

    private final long[] ids;
    private final int[] episodes;
    private final int[] years;
    private final double[] scores;
    private final int[][] genres;
    private final int[] predecessors;
    private final int[] order;
    private final double[][] popularity;
    private final double[] genreShares; // of all (title, genre) pairs

    TitleTable(Catalogue catalogue) {
        List<Title> titles = catalogue.titles().stream()
                .sorted(Comparator.comparingLong(Title::itemId))
                .toList();
        int n = titles.size();
        ids = titles.stream().mapToLong(Title::itemId).toArray();
        episodes = titles.stream().mapToInt(Title::episodes).toArray();
        years = titles.stream().mapToInt(TitleTable::yearNumber).toArray();
        scores = titles.stream()
                .mapToDouble(title -> Double.isNaN(title.score()) ? UNKNOWN_SCORE : title.score())
                .toArray();
        Map<String, Integer> genreNumbers = new TreeMap<>();
        titles.forEach(title -> title.genres().forEach(genre -> genreNumbers.put(genre, 0)));
        int number = 0;
        for (Map.Entry<String, Integer> genre : genreNumbers.entrySet()) {
            genre.setValue(number++);
        }
        genres = titles.stream()
                .map(title ->
                        title.genres().stream().mapToInt(genreNumbers::get).toArray())
                .toArray(int[][]::new);
        genreShares = new double[genreNumbers.size()];
        double pairs = Arrays.stream(genres).mapToInt(ofTitle -> ofTitle.length).sum();
        for (int[] ofTitle : genres) {
            for (int genre : ofTitle) {
                genreShares[genre] += 1 / pairs;
            }
        }
        popularity = new double[CROWD.length][n];
        for (int level = 0; level < CROWD.length; level++) {
            for (int title = 0; title < n; title++) {
                int members = Math.max(1, titles.get(title).members());
                popularity[level][title] = StrictMath.pow(members, CROWD[level]);
            }
        }
        predecessors = predecessors(catalogue.relations(), ids);
        order = order(predecessors, ids);
    }

    private static int yearNumber(Title title) {
        int year = title.year() == 0 ? 2005 : title.year();
        return Math.clamp(year, FIRST_YEAR, LAST_YEAR) - FIRST_YEAR;
    }

    private static int[] predecessors(List<Relation> relations, long[] ids) {
        Map<Long, Integer> numbers = new HashMap<>();
        for (int title = 0; title < ids.length; title++) {
            numbers.put(ids[title], title);
        }
        int[] before = new int[ids.length];
        Arrays.fill(before, -1);
        for (Relation relation : relations) {
            Integer from = numbers.get(relation.from());
            Integer to = numbers.get(relation.to());
            if (relation.kind() == Relation.Kind.SEQUEL && from != null && to != null && before[to] < 0) {
                before[to] = from;
            }
        }
        return before;
    }

    /// Every title after its predecessor.
    private static int[] order(int[] predecessors, long[] ids) {
        List<List<Integer>> byDepth = new ArrayList<>();
        for (int title = 0; title < predecessors.length; title++) {
            int depth = 0;
            for (int before = predecessors[title]; before >= 0; before = predecessors[before]) {
                if (++depth > predecessors.length) {
                    throw new IllegalArgumentException("title " + ids[title] + " is, over others, its own sequel");
                }
            }
            while (byDepth.size() <= depth) {
                byDepth.add(new ArrayList<>());
            }
            byDepth.get(depth).add(title);
        }
        return byDepth.stream()
                .flatMapToInt(titles -> titles.stream().mapToInt(Integer::intValue))
                .toArray();
    }

    int size() {
        return ids.length;
    }

    long id(int title) {
        return ids[title];
    }

    int episodes(int title) {
        return episodes[title];
    }

    double score(int title) {
        return scores[title];
    }

    int[] genres(int title) {
        return genres[title];
    }

    /// The year, counted from the first year there is.
    int year(int title) {
        return years[title];
    }

    static int firstYear() {
        return FIRST_YEAR;
    }

    static int yearCount() {
        return LAST_YEAR - FIRST_YEAR + 1;
    }

    /// The title this one is the sequel of, -1 if of none.
    int predecessor(int title) {
        return predecessors[title];
    }

    /// All titles, each after its predecessor; not to be changed.
    int[] order() {
        return order;
    }

    /// How many levels of following the crowd there are.
    int crowdLevels() {
        return popularity.length;
    }

    /// How much the crowd draws a user of that level to each title; not to be changed.
    double[] popularity(int level) {
        return popularity[level];
    }

    int genreCount() {
        return genreShares.length;
    }

    /// A genre, the more likely the more titles have it.
    ///
    /// @param u evenly spread in [0, 1)
    int genre(double u) {
        double rest = u;
        for (int genre = 0; genre < genreShares.length; genre++) {
            rest -= genreShares[genre];
            if (rest < 0) {
                return genre;
            }
        }
        return genreShares.length - 1;
    }
}
