package io.osusume.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.Relation;
import io.osusume.data.Season;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueCsvTest {
    private static final String HEADER =
            "MAL_ID,Name,Score,Genres,English name,Japanese name,Type,Episodes,Aired,Premiered,Studios,Source,Duration,"
                    + "Rating,Members\n";
    private static final String FULL =
            "1,\"Comet, the \"\"Last\"\"\nof All\",8.78,\"Action, Sci-Fi\",Last Comet,彗星,TV,26,"
                    + "\"Apr 3, 1998 to Apr 24, 1999\",Spring 1998,\"Studio One, Lamp, Inc.\",Original,24 min. per ep.,"
                    + "R - 17+ (violence & profanity),1251960\n";
    private static final String BARE =
            "9,Nothing Known,Unknown,Unknown,Unknown,Unknown,Unknown,Unknown,Unknown,Unknown,Unknown,Unknown,Unknown,"
                    + "Unknown,Unknown\n";

    @TempDir
    Path folder;

    @Test
    void everyFactOfATitleIsRead() throws IOException {
        Title title = read(HEADER + FULL).getFirst();
        assertEquals(
                new Title(
                        1,
                        "Comet, the \"Last\"\nof All",
                        "Last Comet",
                        "彗星",
                        TitleType.TV,
                        26,
                        "1998-04-03",
                        "1999-04-24",
                        1998,
                        Season.SPRING,
                        List.of("Action", "Sci-Fi"),
                        List.of("Studio One", "Lamp, Inc."),
                        "Original",
                        24,
                        AgeRating.VIOLENCE,
                        8.78,
                        1251960,
                        null),
                title);
    }

    @Test
    void unknownMeansMissing() throws IOException {
        Title title = read(HEADER + BARE).getFirst();
        assertEquals(
                new Title(
                        9,
                        "Nothing Known",
                        null,
                        null,
                        TitleType.UNKNOWN,
                        0,
                        null,
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
                        null),
                title);
    }

    @Test
    void aTitleOfOneEpisodeAndOneDateEndsOnThatDate() throws IOException {
        String row = BARE.replace("Unknown,Unknown,Unknown,Unknown,Unknown,Unknown,Unknown\n", "")
                + "Unknown,Unknown,Unknown,Unknown,Unknown,Unknown,Unknown\n";
        Title film = read(HEADER + row.replaceFirst("(9,Nothing Known(,Unknown){5}),Unknown,Unknown", "$1,1,2005"))
                .getFirst();
        assertEquals("2005", film.airedFrom());
        assertEquals("2005", film.airedTo());
        Title series = read(HEADER + row.replaceFirst("(9,Nothing Known(,Unknown){5}),Unknown,Unknown", "$1,3,2005"))
                .getFirst();
        assertNull(series.airedTo());
    }

    @Test
    void byteOrderMarkCrlfGzipAndZipGiveTheSameTitles() throws IOException {
        List<Title> plain = read(HEADER + FULL.replace("\nof", " of") + BARE);
        String windows = ("\uFEFF" + HEADER + FULL.replace("\nof", " of") + BARE).replace("\n", "\r\n");
        assertEquals(plain, read(windows));
        Path gzip = folder.resolve("anime.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(windows.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(plain, CatalogueCsv.titles(gzip, Map.of()));
        Path zip = folder.resolve("anime.csv.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.putNextEntry(new ZipEntry("anime.csv"));
            out.write(windows.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(plain, CatalogueCsv.titles(zip, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    1251960   | many      | Members must be a whole number of at least 0 or Unknown, was 'many'
                    ,26,      | ,-2,      | Episodes must be a whole number of at least 0 or Unknown, was '-2'
                    8.78      | 11        | Score must be a number in [1, 10] or Unknown, was '11'
                    8.78      | good      | Score must be a number in [1, 10] or Unknown, was 'good'
                    1,"Comet  | x,"Comet  | MAL_ID must be a whole number of 64 bits, was 'x'
                    ,TV,      | ,Radio,   | Type must be one of TV, Movie, OVA, ONA, Special, Music, Unknown, was 'Radio'
                    Spring    | Rain      | Premiered must be like 'Spring 1998' or Unknown, was 'Rain 1998'
                    24 min.   | 24 moons  | Duration must be like '24 min. per ep.', '1 hr. 30 min.' or Unknown, was '24 moons per ep.'
                    Apr 24    | Apr 31    | Aired must be like 'Apr 3, 1998 to Apr 24, 1999', 'Oct, 2004 to ?', '1995' or Unknown, was 'Apr 3, 1998 to Apr 31, 1999'
                    ,1251960  | ~~        | row must have 15 columns like the header, was '1,Comet, the "Last" of All,8.78,Action, Sci-Fi,Last Comet,彗星...'
                    """)
    void anErrorNamesFileLineColumnValueAndRule(String good, String bad, String complaint) {
        String text = HEADER + BARE + FULL.replace("\nof", " of").replace(good, bad);
        CatalogueFormatException thrown = assertThrows(CatalogueFormatException.class, () -> read(text));
        assertEquals("anime.csv line 3: " + complaint, thrown.getMessage());
    }

    @Test
    void theLineOfARowIsItsFirstEvenAfterRowsOfManyLines() {
        CatalogueFormatException thrown =
                assertThrows(CatalogueFormatException.class, () -> read(HEADER + FULL + BARE + FULL));
        assertEquals("anime.csv line 5: MAL_ID must stand once in the file, was '1'", thrown.getMessage());
    }

    @Test
    void aMissingColumnIsNamed() {
        CatalogueFormatException thrown =
                assertThrows(CatalogueFormatException.class, () -> read("MAL_ID,Name,Score\n1,A,7\n"));
        assertEquals(
                "anime.csv line 1: the header must have the columns MAL_ID, Name, Score, Genres, English name,"
                        + " Japanese name, Type, Episodes, Aired, Premiered, Studios, Source, Duration, Rating, Members;"
                        + " missing: Genres, English name, Japanese name, Type, Episodes, Aired, Premiered, Studios,"
                        + " Source, Duration, Rating, Members, found: MAL_ID, Name, Score",
                thrown.getMessage());
    }

    @Test
    void anOpenQuoteIsAnError() {
        CatalogueFormatException thrown = assertThrows(CatalogueFormatException.class, () -> read(HEADER + "1,\"A"));
        assertTrue(
                String.valueOf(thrown.getMessage()).startsWith("anime.csv line 2: the row is not valid CSV: "),
                thrown.getMessage());
    }

    @Test
    void textThatIsNotUtf8IsAnError() throws IOException {
        Path file = folder.resolve("anime.csv");
        Files.write(file, (HEADER + FULL).getBytes(StandardCharsets.UTF_16LE));
        CatalogueFormatException thrown =
                assertThrows(CatalogueFormatException.class, () -> CatalogueCsv.titles(file, Map.of()));
        assertTrue(String.valueOf(thrown.getMessage()).startsWith("anime.csv line 1"), thrown.getMessage());
    }

    @Test
    void synopsesThatSayOnlyThatThereIsNoneAreMissing() throws IOException {
        for (String column : List.of("sypnopsis", "synopsis")) {
            Path file = folder.resolve("anime_with_synopsis.csv");
            Files.writeString(
                    file,
                    "MAL_ID,Name,Score,Genres," + column + "\n"
                            + "1,A,7,Action,\"A comet, seen once.\"\n"
                            + "2,B,7,Action,No synopsis information has been added to this title. Help us.\n"
                            + "3,C,7,Action,No synopsis has been added for this series yet.\n"
                            + "4,D,7,Action,\n");
            assertEquals(Map.of(1L, "A comet, seen once."), CatalogueCsv.synopses(file));
        }
    }

    @Test
    void relationsAreReadAndAnUnknownKindIsAnError() throws IOException {
        Path file = folder.resolve("relations.csv");
        Files.writeString(file, "from,kind,to\n1,sequel,2\n1,side_story,3\n");
        assertEquals(
                List.of(new Relation(1, Relation.Kind.SEQUEL, 2), new Relation(1, Relation.Kind.SIDE_STORY, 3)),
                CatalogueCsv.relations(file));
        Files.writeString(file, "from,kind,to\n1,cousin,2\n");
        CatalogueFormatException thrown =
                assertThrows(CatalogueFormatException.class, () -> CatalogueCsv.relations(file));
        assertEquals(
                "relations.csv line 2: kind must be one of sequel, side_story, alternative, spin_off, summary,"
                        + " was 'cousin'",
                thrown.getMessage());
    }

    @Test
    void aFolderWithoutTitlesGivesAnEmptyCatalogue() throws IOException {
        Catalogue empty = CatalogueCsv.readFolder(folder);
        assertEquals(0, empty.titles().size());
    }

    private List<Title> read(String text) throws IOException {
        Path file = folder.resolve("anime.csv");
        Files.writeString(file, text);
        return CatalogueCsv.titles(file, Map.of());
    }
}
