package io.osusume.franchise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Numbered films of one franchise: those with a name of their own are a story ("Heaven's Feel"), those that follow
/// each
/// other fast under the name of a finished series tell it again ("Haikyuu!! Movie 1" and "2").
final class FilmChains {
    private static final int CHAIN = 3;

    /// Years between two films that cut a series together.
    private static final double FAST_YEARS = 0.7;

    private final Map<Integer, Clues> before = new HashMap<>();
    private final Set<Integer> chained = new HashSet<>();
    private final Set<Integer> compilations = new HashSet<>();

    /// @param entries of one franchise in the order they were shown
    FilmChains(List<Clues> entries) {
        Map<List<String>, List<Clues>> own = new HashMap<>();
        Map<List<String>, List<Clues>> ofSeries = new HashMap<>();
        for (Clues entry : entries) {
            if (entry.number() > 0 && entry.isFilm()) {
                List<String> head = entry.words().subList(0, entry.head());
                boolean named = entries.stream().anyMatch(other -> bearsNameOf(entry, other));
                (named ? ofSeries : own)
                        .computeIfAbsent(head, _ -> new ArrayList<>())
                        .add(entry);
            }
        }
        own.values().stream().filter(films -> films.size() >= CHAIN).forEach(this::chain);
        compilations(ofSeries.values(), entries);
    }

    private static boolean bearsNameOf(Clues film, Clues series) {
        return series.isSeries() && series.stem() == film.head() && film.startsWith(series.words(), series.stem());
    }

    private void chain(List<Clues> films) {
        for (int k = 0; k < films.size(); k++) {
            chained.add(films.get(k).item());
            if (k > 0) {
                before.put(films.get(k).item(), films.get(k - 1));
            }
        }
    }

    private void compilations(Collection<List<Clues>> all, List<Clues> entries) {
        for (List<Clues> films : all) {
            for (int k = 1; k < films.size(); k++) {
                Clues one = films.get(k - 1);
                Clues next = films.get(k);
                boolean over = entries.stream()
                        .filter(series -> bearsNameOf(one, series) && series.aired() < one.aired())
                        .allMatch(series -> series.ended() <= one.aired());
                if (over && next.number() == one.number() + 1 && next.aired() - one.aired() <= FAST_YEARS) {
                    compilations.add(one.item());
                    compilations.add(next.item());
                }
            }
        }
    }

    /// Whether a film belongs to a chain with a name of its own.
    boolean has(Clues film) {
        return chained.contains(film.item());
    }

    /// The film before one in its chain, null for the first and for what is in none.
    @Nullable
    Clues before(Clues film) {
        return before.get(film.item());
    }

    /// Whether a film is cut together from a series.
    boolean isCompilation(Clues film) {
        return compilations.contains(film.item());
    }
}
