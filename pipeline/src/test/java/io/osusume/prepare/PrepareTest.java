package io.osusume.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Hashes;
import io.osusume.artifact.SafetensorsFile;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.RatingScale;
import io.osusume.prepare.PrepareReport.Size;
import io.osusume.prepare.PrepareReport.Step;
import io.osusume.ratings.BadRowPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrepareTest {
    private static final String HEADER = "user_id,anime_id,rating\n";

    /// User 7 has two rows, user 9 one, user 5 four of which two are the same title.
    private static final String ROWS = """
            user_id,anime_id,rating
            7,30,10
            7,20,0
            9,99,5
            5,20,1
            5,40,7
            5,30,8
            5,40,9
            """;

    @TempDir
    Path folder;

    @Test
    void longEnoughListsAreKeptSortedScaledAndFreeOfDuplicates() throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", ROWS);
        raw.prepare(RawFolder.SETTINGS);
        PreparedData data = raw.read();
        assertArrayEquals(new long[] {5, 7}, data.users().ids());
        assertArrayEquals(new long[] {20, 30, 40}, data.items().ids()); // 99 only had user 9
        Interactions kept = data.interactions();
        assertArrayEquals(new int[] {0, 1, 2}, kept.profile(0).items());
        assertEquals(0f, kept.profile(0).rating(0)); // rating 1: (1 - 1) / 9
        assertEquals(7 / 9f, kept.profile(0).rating(1)); // rating 8: (8 - 1) / 9
        assertEquals(8 / 9f, kept.profile(0).rating(2)); // the last row of item 40 says 9: (9 - 1) / 9
        assertArrayEquals(new int[] {0, 1}, kept.profile(1).items());
        assertTrue(Float.isNaN(kept.profile(1).rating(0))); // watched, not scored
        assertEquals(1f, kept.profile(1).rating(1));
    }

    @Test
    void unscoredRowsMayCountAsZero() throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", ROWS);
        raw.prepare(RawFolder.SETTINGS.withUnscored(Unscored.AS_ZERO));
        Interactions kept = raw.read().interactions();
        assertEquals(RatingScale.UNSCORED_AS_ZERO, kept.scale());
        assertEquals(0f, kept.profile(1).rating(0));
        assertEquals(.1f, kept.profile(0).rating(0));
    }

    @Test
    void everyStepIsCountedAndStandsInTheManifest() throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", ROWS + "5,41,eleven\n");
        PrepareReport report = raw.prepare(RawFolder.SETTINGS.withBadRows(new BadRowPolicy(1)));
        Size read = new Size(7, 3, 4);
        Size kept = new Size(6, 2, 3);
        assertEquals(
                List.of(
                        new Step("bad rows skipped", new Size(8, 3, 4), read),
                        new Step("users below 2 rows dropped", read, kept),
                        new Step("earlier of duplicated rows dropped", kept, new Size(5, 2, 3))),
                report.steps());
        assertEquals(
                "{rows=5, users=2, items=3, rows without a score=1, titles in the catalogue=0,"
                        + " titles with a synopsis=0, relations=0, items kept without a title=3,"
                        + " rows kept without a title=5, training users=2, validation users=0, test users=0,"
                        + " held-out rows=0}",
                report.facts().toString());
        assertEquals(
                List.of(
                        "the raw folder has no manifest: hashes were recorded, not compared",
                        "the raw folder has no anime.csv: the catalogue is empty",
                        "skipped: animelist.csv line 9: rating must be a whole number in [0, 10], was 'eleven'"),
                report.notes());
        assertEquals(report, PrepareReport.of(raw.read().manifest()));
    }

    @Test
    void theTableShowsWhatEveryStepLeft() {
        PrepareReport report = new PrepareReport(
                List.of(new Step("bad rows skipped", new Size(1_001, 10, 5), new Size(1_000, 10, 5))),
                new TreeMap<>(java.util.Map.of("users", 10L)),
                List.of("a note"),
                1.25);
        assertEquals("""
                step                                                rows           users           items
                in the file                                        1,001              10               5
                bad rows skipped                                   1,000              10               5

                users                                                 10
                seconds                                              1.3
                a note
                """, report.table().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void theManifestNamesInputsAndSettings() throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", ROWS).withManifest();
        raw.prepare(RawFolder.SETTINGS);
        PreparedData data = raw.read();
        assertEquals(
                "{animelist.csv=sha256:" + Hashes.sha256(raw.raw().resolve("animelist.csv")) + "}",
                data.manifest().inputs().toString());
        assertEquals(
                "{held-out-fraction=0.2, ingest.max-bad-rows=0, max-users=1000, min-entries=2, min-ratings=2, seed=7,"
                        + " test-fraction=0.25, unscored=exclude-from-ratings, validation-fraction=0.25}",
                data.manifest().settings().toString());
        assertEquals(RawFolder.CLOCK, data.manifest().created());
        assertEquals(
                List.of("catalogue.parquet", "ids.safetensors", "interactions.safetensors", "split.safetensors"),
                List.copyOf(data.manifest().files().keySet()));
    }

    @Test
    void everyFormOfTheSameRowsGivesTheSameFile() throws IOException {
        String plain = hash(ROWS);
        assertEquals(plain, hash("\uFEFF" + ROWS.replace("\n", "\r\n")));
        assertEquals(plain, hash(ROWS.stripTrailing()));
        assertEquals(plain, hash(ROWS.replaceAll("(\\d+)", "\"$1\"")));
        assertEquals(plain, hash(ROWS.replaceAll("(?m)^(.*),(.*),(.*)$", "$3,$1,$2")));
        String five = ROWS.replaceAll("(?m)^(\\d.*)$", "$1,2,26").replace("rating\n", "rating,status,episodes\n");
        assertEquals(plain, hash(five));
        assertEquals(plain, hash(five.replaceAll("(?m)^(.*),(.*),(.*),(.*),(.*)$", "$5,$3,$1,$4,$2")));
    }

    private String hash(String text) throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", text);
        raw.prepare(RawFolder.SETTINGS);
        return Hashes.sha256(raw.prepared().resolve(PreparedData.INTERACTIONS));
    }

    /// Random rows in random order, so that each user's rows are scattered over all parts of the file, with long,
    /// negative and small ids; the definition is the builder of core.
    @ParameterizedTest
    @EnumSource(Unscored.class)
    void scatteredRowsGiveWhatTheBuilderGivesWithAnyNumberOfThreads(Unscored unscored) throws IOException {
        Random random = new Random(20261124);
        List<long[]> rows = new ArrayList<>();
        for (int k = 0; k < 200_000; k++) { // some 4 MB: more than one part
            int user = (int) Math.abs(random.nextGaussian() * 800);
            long userId = user % 3 == 0 ? user : user % 3 == 1 ? -1_000_000_007L * user : Long.MAX_VALUE - user;
            long itemId = random.nextInt(1500) * (random.nextBoolean() ? 1L : 1_000_003L);
            rows.add(new long[] {userId, itemId, random.nextInt(11)});
        }
        Collections.shuffle(rows, random);
        StringBuilder text = new StringBuilder(HEADER);
        rows.forEach(row -> text.append(row[0])
                .append(',')
                .append(row[1])
                .append(',')
                .append(row[2])
                .append('\n'));
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", text.toString());
        PrepareSettings settings = RawFolder.SETTINGS.withMinRatings(100).withUnscored(unscored);
        try (RatingFile file = RatingFile.open(raw.raw().resolve("animelist.csv"))) {
            assertTrue(file.parts() > 1, "the test needs several parts, has " + file.parts());
        }

        Path expected = folder.resolve("expected");
        long duplicates = writeExpected(rows, 100, unscored.scale(), expected);
        for (int threads : new int[] {1, 2, 5}) {
            PrepareReport report = raw.prepare(settings.withThreads(threads));
            Step last = report.steps().getLast();
            assertEquals(duplicates, last.before().rows() - last.after().rows());
            assertEquals(-1, Files.mismatch(expected, raw.prepared().resolve(PreparedData.INTERACTIONS)));
        }
    }

    private static long writeExpected(List<long[]> rows, int minRatings, RatingScale scale, Path file)
            throws IOException {
        TreeMap<Long, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row[0], 1, Integer::sum));
        List<long[]> kept = rows.stream()
                .filter(row -> counts.getOrDefault(row[0], 0) >= minRatings)
                .toList();
        assertTrue(kept.size() > 1000 && kept.size() < rows.size());
        IdIndex users = IdIndex.of(kept.stream().mapToLong(row -> row[0]).toArray());
        IdIndex items = IdIndex.of(kept.stream().mapToLong(row -> row[1]).toArray());
        InteractionsBuilder builder = new InteractionsBuilder(users.size(), items.size(), scale);
        for (long[] row : kept) {
            builder.add(users.index(row[0]).orElseThrow(), items.index(row[1]).orElseThrow(), (int) row[2]);
        }
        SafetensorsFile.write(file, builder.build().tensors());
        return builder.duplicates();
    }

    @Test
    void theCatalogueIsKeptWithSynopsesAndRelations() throws IOException {
        String header = "MAL_ID,Name,Score,Genres,English name,Japanese name,Type,Episodes,Aired,Premiered,Studios,"
                + "Source,Duration,Rating,Members\n";
        String unknown = ",Unknown".repeat(12);
        RawFolder raw = RawFolder.in(folder)
                .with("animelist.csv", ROWS)
                .with("anime.csv", header + "20,First,7.5" + unknown + "\n30,Second,8.5" + unknown + "\n")
                .with(
                        "anime_with_synopsis.csv",
                        "MAL_ID,Name,Score,Genres,sypnopsis\n20,First,7.5,Action,\"A ship, lost.\"\n")
                .with("relations.csv", "from,kind,to\n20,sequel,30\n")
                .withManifest();
        PrepareReport report = raw.prepare(RawFolder.SETTINGS);
        PreparedData data = raw.read();
        assertEquals(
                List.of("Second", "First"),
                data.catalogue().titles().stream().map(title -> title.name()).toList());
        assertEquals("A ship, lost.", data.catalogue().title(20).orElseThrow().synopsis());
        assertEquals(1, data.catalogue().relations().size());
        assertEquals(1, report.facts().get("items kept without a title")); // 40
        assertEquals(1, report.facts().get("rows kept without a title"));
        assertEquals(List.of(), report.notes());
    }

    @Test
    void theSplitIsTheSplittersForTheKeptRows() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int user = 0; user < 40; user++) {
            for (int item = 0; item <= user; item++) {
                text.append(user).append(',').append(item).append(",7\n");
            }
        }
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", text.toString());
        raw.prepare(RawFolder.SETTINGS);
        PreparedData data = raw.read();
        int[] offsets = new int[data.interactions().userCount() + 1];
        Arrays.setAll(offsets, user -> user == 0 ? 0 : data.interactions().end(user - 1));
        assertArrayEquals(
                RawFolder.SPLITTER.assign(offsets).ints("userPart"),
                data.splitAssignment().ints("userPart"));
        assertArrayEquals(
                RawFolder.SPLITTER.assign(offsets).ints("heldOut"),
                data.splitAssignment().ints("heldOut"));
        assertFalse(data.splitAssignment().ints("heldOut").length == 0);
    }

    @Test
    void aFileOfOneLongPartAndAnEmptyTailIsReadWhole() throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", (ROWS + "\n\r\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(5, raw.prepare(RawFolder.SETTINGS).facts().get("rows"));
    }
}
