package io.osusume.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FranchisesTest {
    private static Title title(long id, String name, @Nullable String english, @Nullable String aired) {
        return new Title(
                id,
                name,
                english,
                null,
                TitleType.TV,
                0,
                aired,
                null,
                0,
                null,
                List.of(),
                List.of(),
                null,
                0,
                AgeRating.UNKNOWN,
                Double.NaN,
                0,
                null);
    }

    /// The franchise of each name, in the order given.
    private static int[] byName(String... names) {
        List<Title> titles = IntStream.range(0, names.length)
                .mapToObj(k -> title(k + 1, names[k], null, null))
                .toList();
        return Franchises.of(new Catalogue(titles, List.of()), ids(names.length))
                .byItem();
    }

    private static IdIndex ids(int count) {
        return IdIndex.of(IntStream.rangeClosed(1, count).asLongStream().toArray());
    }

    @Test
    void aNameThatBeginsAnotherTiesBoth() {
        assertArrayEquals(
                new int[] {0, 0, 0, 1},
                byName(
                        "Fullmetal Alchemist",
                        "Fullmetal Alchemist: Brotherhood",
                        "Fullmetal Alchemist 2009",
                        "Monster"));
    }

    @Test
    void wordsOfPartsDoNotTellFranchisesApart() {
        assertArrayEquals(
                new int[] {0, 0, 0, 0},
                byName(
                        "Natsume Yuujinchou",
                        "Natsume Yuujinchou San Specials",
                        "Natsume Yuujinchou 2nd Season",
                        "Natsume Yuujinchou Movie: Utsusemi ni Musubu"));
    }

    @Test
    void aGeneralFirstWordTiesNothing() {
        assertArrayEquals(new int[] {0, 1, 2}, byName("The Movie", "Shin: The Beginning", "Manga"));
    }

    @Test
    void anEnglishNameTiesToo() {
        List<Title> titles = List.of(
                title(1, "Shingeki no Kyojin", "Attack on Titan", null),
                title(2, "Shingeki! Kyojin Chuugakkou", "Attack on Titan: Junior High", null));

        Franchises franchises = Franchises.of(new Catalogue(titles, List.of()), ids(2));

        assertEquals(franchises.of(0), franchises.of(1));
    }

    @Test
    void relationsTieTitlesOfDifferentNamesAlsoThroughOneWithoutAnIndex() {
        List<Title> titles = List.of(
                title(1, "Fate Stay Night", null, null),
                title(2, "Carnival", null, null),
                title(9, "Between", null, null));
        List<Relation> relations =
                List.of(new Relation(1, Relation.Kind.SEQUEL, 9), new Relation(9, Relation.Kind.SIDE_STORY, 2));

        Franchises tied = Franchises.of(new Catalogue(titles, relations), ids(2));
        Franchises apart = Franchises.of(new Catalogue(titles, List.of()), ids(2));

        assertEquals(tied.of(0), tied.of(1));
        assertNotEquals(apart.of(0), apart.of(1));
    }

    @Test
    void membersStandInTheOrderTheyWereShownAndUnknownDatesLast() {
        List<Title> titles = List.of(
                title(1, "Aria the Animation", null, "2005-10-06"),
                title(2, "Aria the Animation Special", null, null),
                title(3, "Aria the Animation OVA", null, "2005-04"));

        Franchises franchises = Franchises.of(new Catalogue(titles, List.of()), ids(3));

        assertEquals(1, franchises.count());
        assertArrayEquals(
                new int[] {2, 0, 1},
                IntStream.range(0, 3).map(place -> franchises.member(0, place)).toArray());
        assertEquals(0, franchises.place(2));
        assertEquals(2, franchises.place(1));
    }

    @Test
    void anItemTheCatalogueLacksIsAFranchiseOfItsOwn() {
        Franchises franchises = Franchises.of(new Catalogue(List.of(), List.of()), ids(2));

        assertEquals(2, franchises.count());
        assertEquals(1, franchises.size(franchises.of(1)));
    }

    @Test
    void whatIsStoredIsReadAgainAndNothingElse() {
        Franchises made = Franchises.grouped(new int[] {7, 3, 7, 7}, new double[] {2003, Double.NaN, 2001, 2002});
        Franchises read = Franchises.from(made.state(), 4);

        assertArrayEquals(made.byItem(), read.byItem());
        assertArrayEquals(new int[] {2, 3, 0}, read.all().get(0));
        assertArrayEquals(new int[] {1}, read.all().get(1));
        assertEquals(2, read.place(0));

        Tensors twice = made.state().with("places", Tensor.of(new int[] {2, 0, 0, 0}, 4));
        assertEquals(
                "two items have place 0 of a franchise",
                assertThrows(IllegalArgumentException.class, () -> Franchises.from(twice, 4))
                        .getMessage());
        Tensors gap = made.state().with("franchises", Tensor.of(new int[] {2, 0, 2, 2}, 4));
        assertEquals(
                "a franchise has no items",
                assertThrows(IllegalArgumentException.class, () -> Franchises.from(gap, 4))
                        .getMessage());
    }
}
