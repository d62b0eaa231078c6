package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.NameLanguage;
import io.osusume.data.TitleType;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.Ask;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.Filter;
import io.osusume.recommend.FilterRule;
import io.osusume.recommend.RatedItem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlsTest {
    private static final List<FranchiseRule> RULES = List.of(FranchiseRule.values());
    private static final List<NameLanguage> LANGUAGES = List.of(NameLanguage.values());
    private static final ControlWords WORDS = new ControlWords(
            List.of("Action", "Sci-Fi", "Slice of Life"), List.of("Manga", "Web manga", "4-koma & co"));

    private static ControlsReader.Read read(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            String[] sides = part.split("=", 2);
            if (sides.length == 2) {
                parameters
                        .computeIfAbsent(sides[0], _ -> new ArrayList<>())
                        .add(URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
        }
        return ControlsReader.read(parameters, WORDS, Controls.Usual.NOBODYS);
    }

    private static Controls good(String query) {
        ControlsReader.Read read = read(query);
        assertEquals(List.of(), read.problems(), query);
        return read.controls();
    }

    @Test
    void anAddressWithoutAnythingIsAsUsual() {
        assertEquals(Controls.USUAL, good(""));
        assertEquals(Controls.USUAL, good("from=&to=&genre=&max-minutes=&pick=&popularity=0&age=mild-nudity&page=1"));
        assertEquals("", Controls.USUAL.query());
        assertEquals("/recommendations", Controls.USUAL.address("/recommendations"));
    }

    @Test
    void everythingThatCanBeSetStandsInTheAddress() {
        String address = "pick=5114:9&pick=1&popularity=-0.5&variety=0.25&franchises=new-franchises&type=tv&type=movie"
                + "&genre=Action&genre=Slice+of+Life&not-genre=Sci-Fi&from=1990&to=2009&min-episodes=2&max-episodes=26"
                + "&max-minutes=180&source=4-koma+%26+co&source=Manga&min-members=10000&min-score=7.5&unaired=true"
                + "&age=teens&planned=true&names=english&page=3";

        Controls controls = good(address);

        assertEquals(
                new Controls(
                        new Picks(List.of(new RatedItem(5114, 9), new RatedItem(1, 0))),
                        -.5,
                        .25,
                        new Filter(
                                Set.of(TitleType.TV, TitleType.MOVIE),
                                Set.of("Action", "Slice of Life"),
                                Set.of("Sci-Fi"),
                                1990,
                                2009,
                                2,
                                26,
                                180,
                                Set.of("Manga", "4-koma & co"),
                                10_000,
                                7.5,
                                true,
                                AgeRating.TEENS),
                        FranchiseRule.NEW_FRANCHISES,
                        true,
                        NameLanguage.ENGLISH,
                        3,
                        Controls.Usual.NOBODYS),
                controls);
        assertEquals("?" + address, controls.query());
        assertEquals(controls, good(controls.query().substring(1)));
        List<String> names = controls.parameters().stream()
                .map(Controls.Parameter::name)
                .distinct()
                .toList();
        assertEquals(ControlsReader.NAMES, Set.copyOf(names), "each parameter has its test here");
    }

    @Test
    void anyControlsComeBackFromTheirAddress() {
        long seed = 20261128;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            Controls controls = random(random);
            assertEquals(controls, good(controls.query().replaceFirst("^[?]", "")), "seed " + seed + ", " + round);
        }
    }

    private static Controls random(SplittableRandom random) {
        Filter filter = new Filter(
                random.nextBoolean() ? Set.of() : Set.of(TitleType.OVA),
                random.nextBoolean() ? Set.of() : Set.of("Action"),
                random.nextBoolean() ? Set.of() : Set.of("Sci-Fi", "Slice of Life"),
                random.nextBoolean() ? 0 : random.nextInt(1900, 2000),
                random.nextBoolean() ? 0 : random.nextInt(2000, 2100),
                random.nextBoolean() ? 0 : random.nextInt(1, 12),
                random.nextBoolean() ? 0 : random.nextInt(12, 10_000),
                random.nextBoolean() ? 0 : random.nextInt(1, 100_000),
                random.nextBoolean() ? Set.of() : Set.of("Web manga", "4-koma & co"),
                random.nextBoolean() ? 0 : random.nextInt(1, 1_000_000),
                random.nextBoolean() ? Double.NaN : random.nextInt(100, 1001) / 100.0,
                random.nextBoolean(),
                ControlWords.AGES.get(random.nextInt(ControlWords.AGES.size())));
        return new Controls(
                new Picks(IntStream.range(0, random.nextInt(5))
                        .mapToObj(k -> new RatedItem(100L * k + 1, random.nextInt(11)))
                        .toList()),
                random.nextInt(-100, 101) / 100.0,
                random.nextInt(101) / 100.0,
                filter,
                RULES.get(random.nextInt(3)),
                random.nextBoolean(),
                LANGUAGES.get(random.nextInt(3)),
                random.nextInt(1, Controls.LAST_PAGE + 1),
                Controls.Usual.NOBODYS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "popularity=2         | popularity must be a number in [-1, 1], was '2'",
                "popularity=NaN       | popularity must be a number in [-1, 1], was 'NaN'",
                "variety=-0.1         | variety must be a number in [0, 1], was '-0.1'",
                "type=series          | type must be one of tv, movie, ova, ona, special, music, was 'series'",
                "genre=Fishing        | genre must be one of Action, Sci-Fi, Slice of Life, was 'Fishing'",
                "source=Film          | source must be one of Manga, Web manga, 4-koma & co, was 'Film'",
                "from=199             | from must be a whole number in [1900, 2100], was '199'",
                "from=2010&to=2001    | from must not be above to, were 2010 and 2001",
                "max-episodes=-3      | max-episodes must be a whole number in [1, 10000], was '-3'",
                "max-minutes=99999999999 | max-minutes must be a whole number in [1, 1000000], was '99999999999'",
                "min-score=11         | min-score must be a number in [1, 10], was '11'",
                "unaired=yes          | unaired must be true or false, was 'yes'",
                "franchises=all       | franchises must be one of every-part, entry-point, one-part, new-franchises, was 'all'",
                "names=french         | names must be one of romaji, english, japanese, was 'french'",
                "page=501             | page must be a whole number in [1, 500], was '501'",
                "pick=1:11            | pick must be an id, or an id and a score in [1, 10] such as 5114:9, was '1:11'",
                "genre=Action&not-genre=action | not-genre must not name a genre that genre asks for, was 'Action'",
            })
    void aBadValueIsToldAndTheRestIsKept(String bad, String problem) {
        ControlsReader.Read read = read("pick=5114:9&planned=true&" + bad);

        assertEquals(List.of(problem), read.problems());
        assertEquals(List.of(new RatedItem(5114, 9)), read.controls().picks().items());
        assertTrue(read.controls().planned());
        RequestException refused = assertThrows(RequestException.class, read::orRefuse);
        assertEquals(400, refused.status());
        assertEquals(problem, refused.detail());
    }

    @Test
    void allBadValuesAreTold() {
        assertEquals(
                List.of(
                        "from must be a whole number in [1900, 2100], was 'x'",
                        "to must be a whole number in [1900, 2100], was 'y'"),
                read("from=x&to=y").problems());
    }

    @Test
    void moreTitlesThanAnAddressHoldsAreToldAndTheFirstCount() {
        String many = String.join(
                "&", IntStream.rangeClosed(1, 301).mapToObj(id -> "pick=" + id).toList());

        ControlsReader.Read read = read(many);

        assertEquals(
                List.of("at most 300 titles can be picked, found 301; the first 300 count; upload a list instead"),
                read.problems());
        assertEquals(300, read.controls().picks().items().size());
    }

    @Test
    void wordsMayBeWrittenSmallOrLarge() {
        assertEquals(Set.of("Sci-Fi"), good("genre=sci-fi").filter().genres());
        assertEquals(Set.of(TitleType.TV), good("type=TV").filter().types());
    }

    @Test
    void whatAFanHasChosenForGoodNeedNotStandInTheAddress() {
        Controls.Usual usual = new Controls.Usual(NameLanguage.JAPANESE, true, true);

        Controls controls = ControlsReader.read(Map.of(), WORDS, usual).controls();
        assertEquals(usual.controls(), controls);
        assertEquals(NameLanguage.JAPANESE, controls.names());
        assertEquals(AgeRating.ADULT, controls.filter().oldest());
        assertTrue(controls.planned());
        assertEquals("", controls.query());

        Map<String, List<String>> otherwise =
                Map.of("names", List.of("romaji"), "age", List.of("mild-nudity"), "planned", List.of("true", "false"));
        Controls other = ControlsReader.read(otherwise, WORDS, usual).controls();
        assertEquals("?age=mild-nudity&planned=false&names=romaji", other.query());
        assertEquals(AgeRating.MILD_NUDITY, other.filter().oldest());
    }

    @Test
    void theLastOfSeveralSingleValuesCounts() {
        assertEquals(2000, good("from=1990&from=2000").filter().fromYear());
        assertEquals(
                List.of(new RatedItem(1, 7)), good("pick=1:9&pick=1:7").picks().items());
    }

    @Test
    void aPageAsksForItsTwentyTitles() {
        Ask ask = good("page=3&popularity=1").ask(List.of(new RatedItem(1, 9)), Map.of(2L, Exclusion.PLANNED), 20);

        assertEquals(40, ask.skip());
        assertEquals(20, ask.n());
        assertEquals(20, ask.explained());
        assertEquals(1, ask.popularity());
        assertEquals(Map.of(2L, Exclusion.PLANNED), ask.excluded());
    }

    @Test
    void plannedTitlesComeWhenTheyAreLetIn() {
        Map<Long, Exclusion> excluded = Map.of(2L, Exclusion.PLANNED, 3L, Exclusion.NOT_INTERESTED);

        assertEquals(
                Map.of(3L, Exclusion.NOT_INTERESTED),
                good("planned=true").ask(List.of(), excluded, 0).excluded());
    }

    @Test
    void aRuleThatIsDroppedLeavesTheRestOnTheFirstPage() {
        Controls controls = good("pick=1&from=1990&genre=Action&page=4");

        assertEquals("?pick=1&genre=Action", controls.without(FilterRule.YEAR).query());
        assertEquals("?pick=1&from=1990", controls.without(FilterRule.GENRE).query());
        assertEquals("?pick=1&age=teens", good("pick=1&age=teens").withPage(1).query());
        assertEquals("?pick=1", good("pick=1&age=teens").without(FilterRule.AGE).query(), "never adult unasked");
    }

    @Test
    void eachSettingHasAChipThatTakesItAway() {
        Controls controls = good("pick=1&genre=Action&genre=Sci-Fi&max-minutes=180&names=english&page=2");

        assertEquals(
                List.of(
                        new Chip("Action", "/r?pick=1&genre=Sci-Fi&max-minutes=180&names=english"),
                        new Chip("Sci-Fi", "/r?pick=1&genre=Action&max-minutes=180&names=english"),
                        new Chip("something for one evening", "/r?pick=1&genre=Action&genre=Sci-Fi&names=english")),
                Chip.of(controls, "/r"));
        List<String> labels = Chip.of(
                        good("popularity=-1&variety=1&franchises=every-part&type=tv&not-genre=Action&from=1990&to=2000"
                                + "&min-episodes=2&max-episodes=1000&max-minutes=125&source=Manga&min-members=10000"
                                + "&min-score=8&unaired=true&age=adult&planned=true"),
                        "/")
                .stream()
                .map(Chip::label)
                .toList();
        assertEquals(
                List.of(
                        "towards hidden gems",
                        "more variety",
                        "every part of a franchise",
                        "TV",
                        "no Action",
                        "from 1990 on",
                        "up to 2000",
                        "2 episodes or more",
                        "1000 episodes or fewer",
                        "at most 2 h 5 min",
                        "source: Manga",
                        "10,000 members or more",
                        "scored 8 or more",
                        "not shown yet, too",
                        "adult titles, too",
                        "planned ones, too"),
                labels);
    }
}
