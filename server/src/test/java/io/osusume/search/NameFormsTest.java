package io.osusume.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The forms in which names and queries are compared.
class NameFormsTest {
    @ParameterizedTest
    @CsvSource({
        "Overlord II, overlord 2",
        "Haikyuu!! Second Season, haikyuu 2",
        "Shingeki no Kyojin Season 3 Part 2, shingeki no kyojin 3 part 2",
        "shingeki no kyojin s03, shingeki no kyojin 3",
        "One Punch Man 2nd Season, one punch man 2",
        "Shakugan no Shana: Season I, shakugan no shana",
        "Fruits Basket 1st Season, fruits basket",
        "Spice & Wolf season II, spice and wolf 2",
        "進撃の巨人 第2期, 進撃ノ巨人 2",
        "Attack on Titan Final Season, attack on titan final season",
        "Initial D Second Stage, initial d second stage",
        "The First Slam Dunk, the first slam dunk",
        "Season, season",
        "II, ii",
        "2, 2",
    })
    void aSeasonIsWrittenOneWay(String name, String expected) {
        assertEquals(expected, SeasonWords.plain(NameFolding.folded(name)));
    }

    @Test
    void theSeasonAtTheEndCanBeLeftOut() {
        assertEquals("one punch man", SeasonWords.withoutSeason("one punch man 2"));
        assertEquals("", SeasonWords.withoutSeason("one punch man"));
        assertEquals("", SeasonWords.withoutSeason("86"));
    }

    @ParameterizedTest
    @CsvSource({
        "kono subarashii sekai ni shukufuku wo, kono subarashii sekai ni shukufuku o",
        "shoujo, shojo",
        "koushinryou, kooshinryoo",
        "tsuzuki, tuduki",
        "shinsekai, sinsekai",
        "chihiro, tihiro",
        "senpai, sempai",
        "jujutsu, zyuzyutu",
        "shouwa, syowa",
        "matcha, maccha",
        "yuuutsu, yutsu",
        "lagann, ragan",
        "fushigi, husigi",
        "ナルト, naruto",
        "シャナ, shana",
        "ハイキュー, haikyuu",
        "ジョジョ, jojo",
        "フェイト, feito",
        "デスノート, desu nooto",
        "ヴァイオレット, vaioretto",
        "ウィッチ, wicchi",
    })
    void whatSoundsAlikeHasOneForm(String one, String other) {
        assertEquals(
                NameFolding.compact(SpokenForm.of(NameFolding.folded(other))),
                NameFolding.compact(SpokenForm.of(NameFolding.folded(one))));
    }

    @Test
    void numbersKeepTheirDoubleDigits() {
        assertEquals("91 days", SpokenForm.of("91 days"));
        assertEquals("11 eyes", SpokenForm.of("11 eyes"));
    }

    @Test
    void kanaAreToldFromOtherSigns() {
        assertTrue(Kana.isKana("ナルト 2"));
        assertEquals(List.of(false, false), List.of(Kana.isKana("naruto"), Kana.isKana("進撃ノ巨人")));
    }

    @Test
    void initialsAreOfTheWholeNameAndOfWhatStandsBeforeTheSubtitle() {
        assertEquals(Set.of("aot"), Initials.of("Attack on Titan"));
        assertEquals(Set.of("hxh"), Initials.of("Hunter x Hunter (2011)"));
        assertEquals(Set.of("mp100"), Initials.of("Mob Psycho 100"));
        assertEquals(Set.of("sao2"), Initials.of("Sword Art Online II"));
        assertEquals(
                Set.of("jnknbp3sc", "jnknbp3"), Initials.of("JoJo no Kimyou na Bouken Part 3: Stardust Crusaders"));
        assertEquals(Set.of(), Initials.of("Naruto"));
        assertEquals(Set.of(), Initials.of("進撃の巨人"));
    }

    @Test
    void theListOfShortNamesIsReadAndHasNothingTwice() {
        ShortNames names = ShortNames.read();
        assertTrue(names.ids().size() > 200);
        assertEquals("SnK", names.of(16498).getFirst());
        assertEquals(List.of(), names.of(1));
    }

    @Test
    void aBrokenLineOfTheListIsNamed() {
        assertEquals(
                "short-names.txt line 2: must be an id and short names, was: konosuba",
                assertThrows(IllegalArgumentException.class, () -> ShortNames.parse(List.of("# list", "konosuba")))
                        .getMessage());
        assertEquals(
                "short-names.txt line 2: the id 1 stands twice in the list",
                assertThrows(IllegalArgumentException.class, () -> ShortNames.parse(List.of("1 cb", "1 bebop")))
                        .getMessage());
    }
}
