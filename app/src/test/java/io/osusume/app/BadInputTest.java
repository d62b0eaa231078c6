package io.osusume.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.osusume.artifact.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are missing, broken or malicious: the person sees one message, exit code 1, and nothing is written.
class BadInputTest {
    private static final String ROWS = "user_id,anime_id,rating\n1,20,9\n";

    @TempDir
    Path folder;

    private Path artifacts = Path.of("");

    @BeforeEach
    void nameTheArtifacts() {
        artifacts = folder.resolve("artifacts");
    }

    private void refused(String message, String... words) {
        CommandRun.in(artifacts, words).assertFailure(1, message);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private void ingestRefuses(Path source, String message) {
        refused(source + message, "ingest", "--from", source.toString());
        assertFalse(Files.exists(artifacts.resolve("raw")));
    }

    private void listRefused(Path list, String message) {
        refused(list + " cannot be used: " + message, "recommend", "--list", list.toString());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void theDemoDoesNotReplaceDataThatIsNotSimulated() throws IOException {
        Path list = file("animelist.csv", "user_id,anime_id,rating\n1,5,7\n".getBytes(UTF_8));
        CommandRun.in(artifacts, "ingest", "--from", list.toString()).done();

        refused(
                artifacts + "/raw holds data that is not simulated, which the demo would replace; give the demo a place"
                        + " of its own: --set paths.artifacts=demo-artifacts",
                "demo",
                "--no-serve");
        assertEquals("user_id,anime_id,rating\n1,5,7\n", Files.readString(artifacts.resolve("raw/animelist.csv")));
    }

    @Test
    void withoutAnEarlierStageTheStageToRunIsNamed() {
        refused(artifacts + "/raw has no animelist.csv, the file of rating rows; ingest it first", "prepare");
        refused("there is no prepared data in " + artifacts + "/prepared; run ./osusume prepare", "train");
        refused("there is no prepared data in " + artifacts + "/prepared; run ./osusume prepare", "evaluate");
        refused("there is no model version to promote; run ./osusume train", "models", "promote", "best");
        refused(
                "there is no champion yet: ./osusume models promote ID makes a version the champion",
                "models",
                "show",
                "champion");
        String noChampion = "there is no champion in " + artifacts
                + "/models; run ./osusume demo, or train and then ./osusume models promote ID";
        refused(noChampion, "recommend", "--user", "1");
        refused(noChampion, "similar", "Steins;Gate");
        refused(noChampion, "serve", "--port", "0");
        assertEquals(
                "no model version in " + artifacts + "/models; run ./osusume train\n",
                CommandRun.in(artifacts, "models", "list").done().out());
    }

    @Test
    void aMissingSourceIsSaidSo() {
        ingestRefuses(
                folder.resolve("nowhere"),
                " is not there; name a folder, a .zip, .csv or .csv.gz file, or an https:// address of such a file");
        refused("there is no split file nowhere.csv; check --split", "evaluate", "--split", "nowhere.csv");
    }

    @Test
    void aFileWithoutRowsOrWithAnotherHeaderIsRefused() throws IOException {
        ingestRefuses(
                file("animelist.csv", new byte[0]),
                " is empty; expected the header user_id,anime_id,rating,watching_status,watched_episodes");
        ingestRefuses(
                file("animelist.csv", "user,anime,score\n1,2,3\n".getBytes(UTF_8)),
                " line 1: the header must name user_id, anime_id and rating once each, separated by commas, was"
                        + " 'user,anime,score'; user_id is missing");
        Path split = file("split.csv", "user_id,anime_id,rating\n".getBytes(UTF_8));
        refused(
                split + " line 1: the header must be user_id,anime_id,rating,part, was user_id,anime_id,rating",
                "evaluate",
                "--split",
                split.toString());
    }

    @Test
    void badRowsAreShownWithLineAndValue() throws IOException {
        Path rows = file("animelist.csv", (ROWS + "1,21,11\n1,x,3\n").getBytes(UTF_8));
        ingestRefuses(
                rows,
                " has 2 bad rows, 0 allowed:\n  " + rows + " line 3: rating must be a whole number in [0, 10], was '11'"
                        + "\n  " + rows + " line 4: anime_id must be a whole number of 64 bits, was 'x'"
                        + "\nmend the file, or allow them with ingest.max-bad-rows = 2");
    }

    @Test
    void aCutGzipAndAnArchiveThatClimbsOutAreRefused() throws IOException {
        byte[] whole = gzip(ROWS);
        ingestRefuses(
                file("animelist.csv.gz", Arrays.copyOf(whole, whole.length - 4)),
                " is cut off: it ends after " + ROWS.length() + " unpacked bytes without its end mark; get it again");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("../animelist.csv"));
            out.write(ROWS.getBytes(UTF_8));
        }
        ingestRefuses(
                file("evil.zip", packed.toByteArray()),
                " is refused: its entry '../animelist.csv' points outside of the archive; get the archive from a"
                        + " source you trust");
    }

    @Test
    void aListThatReachesForOtherFilesOrExplodesIsNotRead() throws IOException {
        SmallData.served(artifacts, "popularity");
        String doctype = "the file has a DOCTYPE, which no list export has; it was not read";
        listRefused(file("entity.xml", """
                        <?xml version="1.0"?><!DOCTYPE l [<!ENTITY e SYSTEM "file:///etc/hostname">]>
                        <myanimelist><anime><series_animedb_id>&e;</series_animedb_id></anime></myanimelist>
                        """.getBytes(UTF_8)), doctype);
        StringBuilder laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY a0 \"ha\">");
        for (int k = 1; k < 10; k++) {
            laughs.append("<!ENTITY a" + k + " \"" + ("&a" + (k - 1) + ";").repeat(10) + "\">");
        }
        listRefused(file("laughs.xml.gz", gzip(laughs + "]><myanimelist>&a9;</myanimelist>")), doctype);
        listRefused(
                file("empty.xml", new byte[0]),
                "the file is empty; use the file MyAnimeList gives under Profile, Export");
        refused("there is no file nowhere.xml", "recommend", "--list", "nowhere.xml");
        CommandRun.in(artifacts, "recommend", "--list", folder.toString())
                .assertFailure(
                        2, "--list must be a file, and " + folder + " is a folder. See ./osusume recommend --help");
    }

    @Test
    void oneFlippedByteInPreparedDataStopsTraining() throws IOException {
        SmallData.ingested(artifacts);
        CommandRun.in(artifacts, "prepare", "--min-ratings", "20").done();
        refused(
                afterFlip(artifacts.resolve("prepared/interactions.safetensors")) + "; prepare again",
                "train",
                "--models",
                "popularity");
        refused(afterFlip(artifacts.resolve("raw/animelist.csv")) + "; ingest again", "prepare", "--min-ratings", "20");
    }

    @Test
    void oneFlippedByteInAModelStopsServingIt() throws IOException {
        SmallData.served(artifacts, "popularity");
        String champion = Files.readString(artifacts.resolve("models/champion")).strip();
        String message = afterFlip(artifacts.resolve("models/" + champion + "/interactions.safetensors"))
                + "; train again or restore the file";
        refused(message, "recommend", "--pick", "1");
        refused(message, "serve", "--port", "0");
        refused(message, "models", "show", "champion");
        refused(message, "models", "promote", champion);
    }

    /// Flips the lowest bit of a file's last byte but one, which leaves digits digits.
    ///
    /// @return what is said about it
    private static String afterFlip(Path file) throws IOException {
        String before = Hashes.sha256(file);
        byte[] content = Files.readAllBytes(file);
        content[content.length - 2] ^= 1;
        Files.write(file, content);
        return file + " does not match its manifest: expected sha256 " + before + ", found " + Hashes.sha256(file);
    }
}
