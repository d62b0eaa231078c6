package io.osusume.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import io.osusume.registry.LoadedModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleLookupTest {
    private final TitleLookup lookup = new TitleLookup(new RecommendationService(withRemakes()));

    private static LoadedModel withRemakes() {
        LoadedModel small = SmallModel.loaded();
        List<Title> titles = new ArrayList<>(small.catalogue().titles());
        titles.add(SmallModel.title(120, "Fruits Basket", null, null, 2001, 7.7, 500_000, AgeRating.TEENS));
        titles.add(SmallModel.title(
                38680, "Fruits Basket 1st Season", "Fruits Basket", null, 2019, 8.2, 700_000, AgeRating.TEENS));
        titles.add(SmallModel.title(501, "Bastard", null, null, 1992, 7.2, 20_000, AgeRating.VIOLENCE));
        titles.add(SmallModel.title(502, "Bastard!!", null, null, 2022, 6.9, 90_000, AgeRating.VIOLENCE));
        return new LoadedModel(
                small.id(),
                small.model(),
                small.users(),
                small.items(),
                small.scale(),
                new Catalogue(titles, List.of()),
                small.manifest());
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
        return String.valueOf(assertThrows(RecommendException.class, () -> lookup.resolve(nameOrId))
                .getMessage());
    }
}
