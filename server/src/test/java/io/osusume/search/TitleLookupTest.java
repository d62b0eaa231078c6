package io.osusume.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import io.osusume.recommend.SmallModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleLookupTest {
    private final Catalogue catalogue = withRemakes();
    private final TitleLookup lookup = new TitleLookup(catalogue, new TitleSearch(catalogue));

    private static Catalogue withRemakes() {
        List<Title> titles = new ArrayList<>(SmallModel.catalogue().titles());
        titles.add(SmallModel.title(120, "Fruits Basket", null, null, 2001, 7.7, 500_000, AgeRating.TEENS));
        titles.add(SmallModel.title(
                38680, "Fruits Basket 1st Season", "Fruits Basket", null, 2019, 8.2, 700_000, AgeRating.TEENS));
        titles.add(SmallModel.title(501, "Bastard", null, null, 1992, 7.2, 20_000, AgeRating.VIOLENCE));
        titles.add(SmallModel.title(502, "Bastard!!", null, null, 2022, 6.9, 90_000, AgeRating.VIOLENCE));
        titles.add(SmallModel.title(29803, "Overlord", null, null, 2015, 8, 900_000, AgeRating.VIOLENCE));
        titles.add(SmallModel.title(35073, "Overlord II", null, null, 2018, 8, 700_000, AgeRating.VIOLENCE));
        return new Catalogue(titles, List.of());
    }

    @Test
    void anIdOrANameGivesTheTitle() {
        assertEquals(9253, lookup.resolve("9253").itemId());
        assertEquals(9253, lookup.resolve(" steins gate ").itemId());
        assertEquals(999, lookup.resolve("Frieren: Beyond Journey’s End").itemId());
    }

    @Test
    void aRomajiNameGoesBeforeAnEnglishOne() {
        assertEquals(120, lookup.resolve("Fruits Basket").itemId());
    }

    @Test
    void whatFansCallATitleGivesItToo() {
        assertEquals(5114, lookup.resolve("FMAB").itemId());
        assertEquals(35073, lookup.resolve("Overlord 2nd Season").itemId());
    }

    @Test
    void anUnknownNameIsRefusedWithSuggestions() {
        assertEquals(
                "no title is called \"Steins;Gat\"; did you mean \"Steins;Gate\" (id 9253, 2011), \"Steins;Gate 0\" (id "
                        + "30484, 2018)?",
                refusal("Steins;Gat"));
        assertEquals("no title is called \"qwertyuiop\"; nothing like it was found", refusal("qwertyuiop"));
        assertEquals("no title is called \"123456\"; nothing like it was found", refusal("123456"));
        assertEquals("no title is called \"\"; nothing like it was found", refusal(" "));
    }

    @Test
    void aNameThatSeveralTitlesHaveIsRefusedWithTheirIds() {
        assertEquals(
                "several titles are called \"bastard\": \"Bastard!!\" (id 502, 2022), \"Bastard\" (id 501, 1992); give "
                        + "the id",
                refusal("bastard"));
    }

    private String refusal(String nameOrId) {
        return String.valueOf(assertThrows(LookupException.class, () -> lookup.resolve(nameOrId))
                .getMessage());
    }
}
