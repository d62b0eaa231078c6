package io.osusume.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One minus the share of common genres: `1 - |A and B| / |A or B|` (Jaccard, 1901). Not known where one
/// of the items has no genre.
///
/// Each item's genres are bits of one or more words: a variety of 50 titles among 300 asks for 15,000 distances.
public final class GenreDistance implements ItemDistance {
    private final int words;
    private final long[] genres; // `words` an item

    private GenreDistance(int words, long[] genres) {
        this.words = words;
        this.genres = genres;
    }

    /// The distance by the genres of the catalogue.
    public static GenreDistance of(ItemFacts facts) {
        Map<String, Integer> bits = new HashMap<>();
        int[][] found = new int[facts.itemCount()][];
        for (int item = 0; item < found.length; item++) {
            found[item] = facts.title(item).map(Title::genres).orElse(List.of()).stream()
                    .mapToInt(genre -> bits.computeIfAbsent(genre, _ -> bits.size()))
                    .toArray();
        }
        int words = (bits.size() + Long.SIZE - 1) / Long.SIZE;
        long[] genres = new long[words * found.length];
        for (int item = 0; item < found.length; item++) {
            for (int bit : found[item]) {
                genres[item * words + bit / Long.SIZE] |= 1L << bit;
            }
        }
        return new GenreDistance(words, genres);
    }

    /// Whether any two items have a known distance.
    public boolean known() {
        int items = 0;
        for (int begin = 0; begin < genres.length && items < 2; begin += words) {
            boolean any = false;
            for (int word = begin; word < begin + words; word++) {
                any |= genres[word] != 0;
            }
            items += any ? 1 : 0;
        }
        return items == 2;
    }

    @Override
    public double between(int item, int other) {
        int mine = 0;
        int others = 0;
        int common = 0;
        for (int word = 0; word < words; word++) {
            long a = genres[item * words + word];
            long b = genres[other * words + word];
            mine += Long.bitCount(a);
            others += Long.bitCount(b);
            common += Long.bitCount(a & b);
        }
        return mine == 0 || others == 0 ? Double.NaN : 1 - (double) common / (mine + others - common);
    }
}
