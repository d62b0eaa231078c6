package io.osusume.profiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A store for each test, on the database that a subclass names, closed at the end.
abstract class ProfileStoreFixture {
    static final Instant START = Instant.parse("2026-11-24T10:00:00.123Z");

    final SettableClock clock = new SettableClock(START);
    private final List<Database> open = new ArrayList<>();

    /// Settings of the database of this test, the same at every call.
    abstract DatabaseSettings settings();

    ProfileStore store;

    @BeforeEach
    void openTheStore() {
        store = store(ProfileLimits.DEFAULT);
    }

    @AfterEach
    void closeAll() {
        open.forEach(Database::close);
    }

    Database open() {
        Database database = Database.open(settings());
        open.add(database);
        return database;
    }

    ProfileStore store(ProfileLimits limits) {
        return new ProfileStore(open(), limits, clock);
    }

    ProfileContents contents(ProfileToken token) {
        return store.contents(token).orElseThrow();
    }

    static Change.SetEntry entry(long item, int score) {
        return new Change.SetEntry(item, EntryStatus.WATCHED, score);
    }

    static SortedMap<Long, Instant> marks(Object... pairs) {
        SortedMap<Long, Instant> marks = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            marks.put((Long) pairs[i], (Instant) pairs[i + 1]);
        }
        return marks;
    }
}
