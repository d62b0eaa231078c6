package io.osusume.model;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Made-up titles of which a test says only what it is about; item `k` is the `k`-th title added.
/// Belongs to one test.
public final class SampleTitles {
    private final List<Title> titles = new ArrayList<>();

    /// A series of 2001 with an age class and one genre, told apart by its id alone.
    public static Title series(long id, AgeRating ageRating, String genre) {
        return new Title(
                id,
                "Title " + id,
                null,
                null,
                TitleType.TV,
                12,
                "2001-04-03",
                null,
                2001,
                null,
                List.of(genre),
                List.of(),
                null,
                24,
                ageRating,
                Double.NaN,
                7,
                null);
    }

    /// A title of a type and some genres, with a community score that may be `NaN`.
    public SampleTitles add(TitleType type, double score, int episodes, double minutes, int year, String... genres) {
        long id = titles.size() + 1L;
        titles.add(new Title(
                id,
                "Title " + (char) ('A' + titles.size()),
                null,
                null,
                type,
                episodes,
                null,
                null,
                year,
                null,
                List.of(genres),
                List.of(),
                null,
                minutes,
                AgeRating.UNKNOWN,
                score,
                0,
                null));
        return this;
    }

    /// A series with a community score and some genres.
    public SampleTitles add(double score, String... genres) {
        return add(TitleType.TV, score, 12, 24, 2010, genres);
    }

    /// The title added as the `item`-th.
    public Title title(int item) {
        return titles.get(item);
    }

    /// The facts by item index.
    public ItemFacts facts() {
        return ItemFacts.of(
                new Catalogue(titles, List.of()),
                IdIndex.of(LongStream.rangeClosed(1, titles.size()).toArray()));
    }
}
