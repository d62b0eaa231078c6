package io.osusume.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierReportTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("out.json"), text);
    }

    @Test
    void aReportOfOtherCodeIsNamedWithBothVersions() throws IOException {
        Path file = file(ReportJson.write(SampleReport.report()));

        assertEquals(
                Optional.of(file + " was made by code v1.0-3-gabc, now it is v1.0-4-gdef"),
                EarlierReport.difference(file, "v1.0-4-gdef"));
    }

    @Test
    void aReportOfThePresentCodeIsNotWorthASentence() throws IOException {
        assertEquals(
                Optional.empty(),
                EarlierReport.difference(file(ReportJson.write(SampleReport.report())), "v1.0-3-gabc"));
    }

    @Test
    void whereThereIsNoFileThereIsNothingToSay() throws IOException {
        assertEquals(Optional.empty(), EarlierReport.difference(folder.resolve("none.json"), "1"));
        assertEquals(Optional.empty(), EarlierReport.difference(folder, "1"));
    }

    @Test
    void aFileThatDoesNotSayItsCodeIsNamed() throws IOException {
        Path file = file("something else");

        assertEquals(
                Optional.of(file + " does not say which code made it; now it is 1"),
                EarlierReport.difference(file, "1"));
    }
}
