package io.osusume.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GenreDistanceTest {
    @Test
    void genresInCommonMakeItemsAlike() {
        GenreDistance distance = GenreDistance.of(facts(
                List.of("Action", "Drama"),
                List.of("Drama", "Comedy", "Music"),
                List.of("Drama", "Action"),
                List.of()));

        assertEquals(1 - 1 / 4.0, distance.between(0, 1), 1e-12); // Drama of Action, Drama, Comedy, Music
        assertEquals(0, distance.between(0, 2), 1e-12);
        assertTrue(Double.isNaN(distance.between(0, 3)));
        assertTrue(distance.known());
        assertTrue(!GenreDistance.of(facts(List.of("Action"), List.of())).known());
        assertTrue(!GenreDistance.of(ItemFacts.unknown(5)).known());
    }

    /// 70 genres do not fit into one word of 64 bits.
    @Test
    void asManyGenresAsThereAreCount() {
        List<String> all = IntStream.range(0, 70).mapToObj(k -> "Genre " + k).toList();
        GenreDistance distance = GenreDistance.of(facts(all, all.subList(60, 70), List.of("Genre 69")));

        assertEquals(1 - 10 / 70.0, distance.between(0, 1), 1e-12);
        assertEquals(1 - 1 / 10.0, distance.between(1, 2), 1e-12);
        assertTrue(distance.known());
    }

    @SafeVarargs
    private static ItemFacts facts(List<String>... genres) {
        List<Title> titles = IntStream.range(0, genres.length)
                .mapToObj(item -> title(item, genres[item]))
                .toList();
        long[] ids = titles.stream().mapToLong(Title::itemId).toArray();
        return ItemFacts.of(new Catalogue(titles, List.of()), IdIndex.of(ids));
    }

    private static Title title(long id, List<String> genres) {
        return new Title(
                id,
                "T" + id,
                null,
                null,
                TitleType.TV,
                0,
                null,
                null,
                0,
                null,
                genres,
                List.of(),
                null,
                0,
                AgeRating.UNKNOWN,
                Double.NaN,
                0,
                null);
    }
}
