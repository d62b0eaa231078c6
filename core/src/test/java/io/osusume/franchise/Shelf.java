package io.osusume.franchise;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.Franchises;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.Relation;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A few titles for tests; the id of a title is its place on the shelf plus one, its index the place.
final class Shelf {
    private final List<Title> titles = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    /// A series of 12 episodes that ends three months after it began, of a manga, with 1000 members.
    Shelf series(String name, String aired) {
        return add(name, TitleType.TV, 12, 24, aired, 1000, "Manga", null);
    }

    Shelf series(String name, String aired, int members, String source, String synopsis) {
        return add(name, TitleType.TV, 12, 24, aired, members, source, synopsis);
    }

    Shelf film(String name, String aired) {
        return add(name, TitleType.MOVIE, 1, 90, aired, 500, "Manga", null);
    }

    Shelf film(String name, String aired, int members, String synopsis) {
        return add(name, TitleType.MOVIE, 1, 90, aired, members, "Manga", synopsis);
    }

    Shelf extra(String name, TitleType type, String aired) {
        return add(name, type, 1, 24, aired, 200, "Manga", null);
    }

    Shelf extra(String name, TitleType type, String aired, double minutes, @Nullable String synopsis) {
        return add(name, type, 1, minutes, aired, 200, "Manga", synopsis);
    }

    Shelf relation(int from, Relation.Kind kind, int to) {
        relations.add(new Relation(from + 1, kind, to + 1));
        return this;
    }

    private Shelf add(
            String name,
            TitleType type,
            int episodes,
            double minutes,
            String aired,
            int members,
            String source,
            @Nullable String synopsis) {
        String year = aired.substring(0, 4);
        String ended =
                type == TitleType.TV ? "%s-%02d".formatted(year, Integer.parseInt(aired.substring(5)) + 2) : aired;
        titles.add(new Title(
                titles.size() + 1,
                name,
                null,
                null,
                type,
                episodes,
                aired,
                ended,
                Integer.parseInt(year),
                null,
                List.of(),
                List.of("Studio"),
                source,
                minutes,
                AgeRating.UNKNOWN,
                7,
                members,
                synopsis));
        return this;
    }

    WatchingOrder order() {
        return order(IntStream.range(0, titles.size()).toArray());
    }

    /// The order of the titles at some places only: the first of them is item 0. It has been stored and read.
    WatchingOrder order(int... places) {
        Catalogue catalogue = new Catalogue(titles, relations);
        IdIndex items =
                IdIndex.of(IntStream.of(places).mapToLong(place -> place + 1L).toArray());
        ItemFacts facts = ItemFacts.of(catalogue, items);
        WatchingOrder made = WatchingOrder.of(facts, catalogue, items);
        Franchises read = Franchises.from(facts.franchises().state(), items.size());
        return WatchingOrder.from(made.state(), facts.withFranchises(read));
    }

    /// Those items.
    static IntPredicate only(Integer... items) {
        return Set.of(items)::contains;
    }

    /// All items but those.
    static IntPredicate allBut(Integer... items) {
        return only(items).negate();
    }
}
