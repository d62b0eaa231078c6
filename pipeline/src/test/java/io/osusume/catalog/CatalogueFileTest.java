package io.osusume.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.ArtifactException;
import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.Relation;
import io.osusume.data.Season;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFileTest {
    private static final Title FULL = new Title(
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
            List.of("Lamp, Inc."),
            "Original",
            .75,
            AgeRating.VIOLENCE,
            8.78,
            1251960,
            "A comet, seen once.");
    private static final Title BARE = new Title(
            2,
            "",
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
            null);
    private static final Catalogue CATALOGUE =
            new Catalogue(List.of(FULL, BARE), List.of(new Relation(1, Relation.Kind.SIDE_STORY, 2)));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        CatalogueFile.write(folder, CATALOGUE);
        Catalogue read = CatalogueFile.read(folder);
        assertEquals(CATALOGUE.titles(), read.titles());
        assertEquals(CATALOGUE.relations(), read.relations());
    }

    @Test
    void anEmptyCatalogueHasAFileOfTitlesAndNoneOfRelations() throws IOException {
        CatalogueFile.write(folder, new Catalogue(List.of(), List.of()));
        assertEquals(List.of(), CatalogueFile.read(folder).titles());
        assertFalse(Files.exists(folder.resolve(CatalogueFile.RELATIONS)));
    }

    @Test
    void theSameCatalogueGivesTheSameBytes() throws IOException {
        Path other = Files.createDirectory(folder.resolve("it's other"));
        CatalogueFile.write(folder, CATALOGUE);
        CatalogueFile.write(other, CATALOGUE);
        assertArrayEquals(
                Files.readAllBytes(folder.resolve(CatalogueFile.TITLES)),
                Files.readAllBytes(other.resolve(CatalogueFile.TITLES)));
    }

    @Test
    void genresAreAListAndUnknownIsNullForOtherPrograms() throws IOException, SQLException {
        CatalogueFile.write(folder, CATALOGUE);
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT itemId, genres[2], episodes IS NULL, score IS NULL FROM '"
                        + folder.resolve(CatalogueFile.TITLES) + "'")) {
            assertTrue(rows.next());
            assertEquals("1 Sci-Fi false false", line(rows));
            assertTrue(rows.next());
            assertEquals("2 null true true", line(rows));
        }
    }

    private static String line(java.sql.ResultSet row) throws SQLException {
        return row.getLong(1) + " " + row.getString(2) + " " + row.getBoolean(3) + " " + row.getBoolean(4);
    }

    @Test
    void aDamagedFileIsAnError() throws IOException {
        Files.writeString(folder.resolve(CatalogueFile.TITLES), "not Parquet at all, just a line of text");
        ArtifactException thrown = assertThrows(ArtifactException.class, () -> CatalogueFile.read(folder));
        assertTrue(String.valueOf(thrown.getMessage()).contains(CatalogueFile.TITLES), thrown.getMessage());
        assertTrue(String.valueOf(thrown.getMessage()).endsWith("; prepare again"), thrown.getMessage());
    }
}
