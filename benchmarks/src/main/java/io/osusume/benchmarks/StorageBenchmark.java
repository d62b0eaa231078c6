package io.osusume.benchmarks;

import io.osusume.profiles.Change;
import io.osusume.profiles.Database;
import io.osusume.profiles.DatabaseSettings;
import io.osusume.profiles.EntryStatus;
import io.osusume.profiles.ListImport;
import io.osusume.profiles.Password;
import io.osusume.profiles.ProfileLimits;
import io.osusume.profiles.ProfileStore;
import io.osusume.profiles.ProfileToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/// Milliseconds to read a profile of 800 titles, to change one title of it, and to import the list, on one thread: in a
/// new SQLite file, or in the empty PostgreSQL database of `--url URL --user USER`, whose password the environment
/// variable `OSUSUME_STORAGE_PASSWORD` gives.
public final class StorageBenchmark {
    private static final int TITLES = 800;
    private static final int READS = 5_000;
    private static final int CHANGES = 500;
    private static final int IMPORTS = 20;

    private StorageBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            Path folder = Files.createTempDirectory("osusume-storage");
            Path file = folder.resolve("profiles.db");
            measure("SQLite", DatabaseSettings.sqlite(file));
            Files.delete(file);
            Files.deleteIfExists(Path.of(file + ".lock"));
            Files.delete(folder);
        } else if (words.size() == 4
                && words.get(0).equals("--url")
                && words.get(2).equals("--user")) {
            String password = Optional.ofNullable(System.getenv("OSUSUME_STORAGE_PASSWORD"))
                    .orElse("");
            measure("PostgreSQL", DatabaseSettings.postgresql(words.get(1), words.get(3), new Password(password)));
        } else {
            throw new IllegalArgumentException("usage: StorageBenchmark [--url URL --user USER], was " + words);
        }
    }

    private static void measure(String name, DatabaseSettings settings) {
        long start = System.nanoTime();
        try (Database database = Database.open(settings)) {
            System.out.printf(
                    Locale.ROOT, "%s: opened and migrated in %.0f ms%n", name, (System.nanoTime() - start) / 1e6);
            ProfileStore store = new ProfileStore(database, ProfileLimits.DEFAULT, InstantSource.system());
            ProfileToken token = store.create();
            turns(name + ", import of " + TITLES + " titles", IMPORTS, turn -> {
                List<Change.SetEntry> list = LongStream.rangeClosed(1, TITLES)
                        .mapToObj(item -> new Change.SetEntry(item, EntryStatus.WATCHED, turn % 10 + 1))
                        .toList();
                store.replaceList(token, list, ListImport.REPLACE);
            });
            for (int round = 0; round < 3; round++) {
                turns(name + ", read of " + TITLES + " titles", READS, _ -> store.contents(token));
            }
            turns(name + ", change of one title", CHANGES, turn -> {
                store.apply(token, new Change.SetEntry(turn % TITLES + 1, EntryStatus.DROPPED, turn % 11));
            });
        }
        start = System.nanoTime();
        Database.open(settings).close();
        System.out.printf(Locale.ROOT, "%s: opened again in %.0f ms%n", name, (System.nanoTime() - start) / 1e6);
    }

    private interface Turn {
        void run(int turn);
    }

    private static void turns(String what, int count, Turn turn) {
        double[] millis = new double[count];
        for (int k = 0; k < count; k++) {
            long start = System.nanoTime();
            turn.run(k);
            millis[k] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: fastest %.3f ms, median %.3f ms, p99 %.3f ms%n",
                what,
                millis[0],
                millis[count / 2],
                millis[count * 99 / 100]);
    }
}
