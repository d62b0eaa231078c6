package io.osusume.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real lists and the real catalogue. The counts were taken from the files with another program.
@Tag("shared")
class RealPrepareTest {
    @TempDir
    Path folder;

    @Test
    void fiveThousandRealUsersBecomeTheTwoHundredAndThreeWithLongLists() throws IOException {
        RawFolder raw = RawFolder.in(folder);
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(SharedData.file("data/mal-5000/animelist.csv.gz")))) {
            Files.copy(in, raw.raw().resolve("animelist.csv"));
        }
        for (String name : new String[] {"anime.csv.zip", "anime_with_synopsis.csv.zip"}) {
            Files.copy(SharedData.file("data/mal-2020/" + name), raw.raw().resolve(name));
        }
        raw.withManifest();
        PrepareReport report = raw.prepare(PrepareSettings.DEFAULT.withThreads(2));
        PrepareReport.Size read = report.steps().getFirst().after();
        assertEquals(new PrepareReport.Size(520_609, 5_000, 7_390), read);
        PreparedData data = raw.read();
        assertEquals(203, data.users().size());
        assertEquals(17_562, data.catalogue().titles().size());
        assertEquals(report, PrepareReport.of(data.manifest()));
    }
}
