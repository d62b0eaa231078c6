package io.osusume.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.SharedData;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The counts were taken from the files with another program.
@Tag("shared")
class RealCatalogueTest {
    @TempDir
    Path folder;

    @Test
    void allTitlesOf2020AreReadAndKept() throws IOException {
        Catalogue catalogue = CatalogueCsv.readFolder(Objects.requireNonNull(
                SharedData.file("data/mal-2020").resolve("anime.csv.zip").getParent()));
        List<Title> titles = catalogue.titles();
        assertEquals(17_562, titles.size());
        assertEquals(5_141, count(titles, title -> Double.isNaN(title.score())));
        assertEquals(63, count(titles, title -> title.genres().isEmpty()));
        assertEquals(7_079, count(titles, title -> title.studios().isEmpty()));
        assertEquals(10_565, count(titles, title -> title.englishName() == null));
        assertEquals(48, count(titles, title -> title.japaneseName() == null));
        assertEquals(37, count(titles, title -> title.type() == TitleType.UNKNOWN));
        assertEquals(516, count(titles, title -> title.episodes() == 0));
        assertEquals(309, count(titles, title -> title.year() == 0));
        assertEquals(12_817, count(titles, title -> title.season() == null));
        assertEquals(3_567, count(titles, title -> title.source() == null));
        assertEquals(555, count(titles, title -> title.durationMinutes() == 0));
        assertEquals(688, count(titles, title -> title.ageRating() == AgeRating.UNKNOWN));
        assertEquals(1_345, count(titles, title -> title.ageRating() == AgeRating.ADULT));
        assertEquals(16_214 - 753, count(titles, title -> title.synopsis() != null));

        CatalogueFile.write(folder, catalogue);
        assertEquals(titles, CatalogueFile.read(folder).titles());
    }

    private static long count(List<Title> titles, Predicate<Title> asked) {
        return titles.stream().filter(asked).count();
    }
}
