package io.osusume.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.artifact.ArtifactException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLogTest {
    private static final String HEADER = "trial,rung,users,peak.place,peak.side,ndcg@10,recall@20,seconds,state\n";
    private static final String PRESENT = "0,1,10,65,here,0.25,0.5,1.50,done\n";
    private static final Trial FIRST =
            new Trial(0, 1, 10, Peak.SPACE.configuration(7, 0), new Trial.Figures(0.25, 0.5), 1.5);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("tuning/log.csv");
    }

    private TrialLog open() throws IOException {
        return TrialLog.open(file(), Peak.SEARCH);
    }

    private void firstTrial() throws IOException {
        try (TrialLog log = open()) {
            log.add(FIRST);
        }
    }

    private String refusal(Search search) {
        ArtifactException refused = assertThrows(
                ArtifactException.class, () -> TrialLog.open(file(), search).close());
        return String.valueOf(refused.getMessage()).replace(folder.toString(), "FOLDER");
    }

    @Test
    void aTrialIsALineAndComesBackAsItWas() throws IOException {
        Trial failed = new Trial(3, 1, 10, Peak.SPACE.configuration(7, 3), null, 0);
        firstTrial();
        try (TrialLog log = open()) {
            log.add(failed);
        }
        String third = String.join(",", Peak.SPACE.configuration(7, 3).values());
        assertEquals(HEADER + PRESENT + "3,1,10," + third + ",,,0.00,failed\n", Files.readString(file()));
        try (TrialLog log = open()) {
            assertEquals(2, log.size());
            assertEquals(Optional.of(FIRST), log.find(0, 1));
            assertEquals(Optional.of(failed), log.find(3, 1));
            assertEquals(Optional.empty(), log.find(0, 2));
        }
    }

    @Test
    void aLineWrittenByHalfIsDropped() throws IOException {
        firstTrial();
        for (String half : List.of("1,1,10,", "1", PRESENT.strip())) {
            Files.writeString(file(), HEADER + PRESENT + half);
            try (TrialLog log = open()) {
                assertEquals(1, log.size());
            }
            assertEquals(HEADER + PRESENT, Files.readString(file()));
        }
        Files.writeString(file(), HEADER.substring(0, 9));
        try (TrialLog log = open()) {
            assertEquals(0, log.size());
        }
        assertEquals(HEADER, Files.readString(file()));
    }

    @Test
    void theLogOfAnotherSearchIsRefusedNamingEveryDifference() throws IOException {
        firstTrial();
        assertEquals(
                "FOLDER/tuning/log.csv is the log of another search: data was 'peak', now is 'other';"
                        + " seed was '7', now is '8'; name another file with --log, or remove it to begin anew",
                refusal(new Search(Peak.SPACE, 8, Map.of("data", "other"))));
        SearchSpace narrower = new SearchSpace(
                List.of(new Range.Real(Peak.PLACE, 1, 99.5, Scale.LOGARITHMIC)), Map.of(Peak.PLACE, "50"));
        assertEquals(
                "FOLDER/tuning/log.csv is the log of another search:"
                        + " peak.place was '1 to 199; at present 65', now is '1 to 99.5, logarithmic; at present 50';"
                        + " peak.side was 'one of here away; at present here', now is '';"
                        + " name another file with --log, or remove it to begin anew",
                refusal(new Search(narrower, 7, Map.of("data", "peak"))));
        assertEquals(HEADER + PRESENT, Files.readString(file()), "it stays as it was");
        Files.delete(folder.resolve("tuning/log.csv.search"));
        assertEquals(
                "FOLDER/tuning/log.csv does not say which search it is of: FOLDER/tuning/log.csv.search is missing;"
                        + " name another file with --log, or remove it to begin anew",
                refusal(Peak.SEARCH));
        assertNotEquals(Peak.SEARCH.shortHash(), new Search(Peak.SPACE, 8, Map.of("data", "peak")).shortHash());
    }

    @Test
    void whatIsNoLogIsRefused() throws IOException {
        firstTrial();
        Files.writeString(file(), "name\nEASE\n");
        assertEquals(
                "FOLDER/tuning/log.csv line 1: the header must be " + HEADER.strip() + ", was name; name another file",
                refusal(Peak.SEARCH));
        for (String line : List.of(
                "0,1,10,65,here,0.25,0.5,1.50", "0,1,10,65,here,0.25,0.5,1.50,half", "0,1,10,65,here,,0.5,1,done")) {
            Files.writeString(file(), HEADER + PRESENT + line + "\n");
            assertEquals(
                    "FOLDER/tuning/log.csv line 3: expected " + HEADER.strip() + ", found '" + line
                            + "'; remove the line to have the trial run again",
                    refusal(Peak.SEARCH));
        }
        Files.writeString(file(), HEADER + PRESENT.replace("10,65,", "10,66,"));
        assertEquals(
                "FOLDER/tuning/log.csv line 2: trial 0 must have {peak.place=65, peak.side=here}, has {peak.place=66,"
                        + " peak.side=here}; remove the file to begin anew",
                refusal(Peak.SEARCH));
    }

    @Test
    void twoSearchesCannotWriteOneLog() throws IOException {
        try (TrialLog log = open()) {
            assertEquals(file(), log.file());
            assertEquals(
                    "FOLDER/tuning/log.csv is being written by another search; wait for it, or name another file",
                    refusal(Peak.SEARCH));
        }
        open().close();
    }
}
