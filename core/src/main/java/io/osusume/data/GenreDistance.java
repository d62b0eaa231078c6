package io.osusume.data;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// One minus the share of common genres: `1 - |A and B| / |A or B|` (Jaccard, 1901). Not known where one
/// of the items has no genre.
public final class GenreDistance implements ItemDistance {
    private final List<Set<String>> genres;

    private GenreDistance(List<Set<String>> genres) {
        this.genres = genres;
    }

    /// The distance by the genres of the catalogue.
    public static GenreDistance of(ItemFacts facts) {
        return new GenreDistance(IntStream.range(0, facts.itemCount())
                .mapToObj(item -> facts.title(item)
                        .map(title -> Set.copyOf(title.genres()))
                        .orElse(Set.of()))
                .toList());
    }

    /// Whether any two items have a known distance.
    public boolean known() {
        return genres.stream().filter(each -> !each.isEmpty()).limit(2).count() == 2;
    }

    @Override
    public double between(int item, int other) {
        Set<String> mine = genres.get(item);
        Set<String> others = genres.get(other);
        if (mine.isEmpty() || others.isEmpty()) {
            return Double.NaN;
        }
        int common = (int) mine.stream().filter(others::contains).count();
        return 1 - (double) common / (mine.size() + others.size() - common);
    }
}
