package io.osusume.profiles;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jdbi.v3.core.Handle;

/// The profiles of all fans. Safe for many threads, and for many servers over one PostgreSQL.
///
/// What a method has returned from is on disk. Changes of one profile happen one after the other: none is lost, and
/// each
/// takes effect wholly or not at all. Every method may throw a [StoreException] when the database is in trouble.
public final class ProfileStore {
    private static final int SWEPT_AT_ONCE = 200;

    private final Database database;
    private final ProfileLimits limits;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public ProfileStore(Database database, ProfileLimits limits, InstantSource clock) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    /// The conversations of the profiles.
    public Conversations conversations() {
        return new Conversations(database);
    }

    /// Makes an empty profile. The token is the only way to it, and nobody can find it again.
    public ProfileToken create() {
        ProfileToken token = ProfileToken.random(random);
        Instant now = now();
        database.write(handle -> handle.createUpdate("INSERT INTO profile (token_hash, created, used_day, version)"
                        + " VALUES (:hash, :created, :day, 0)")
                .bind("hash", token.hash())
                .bind("created", now.toEpochMilli())
                .bind("day", day(now))
                .execute());
        return token;
    }

    /// What a profile holds, all of one moment; empty if there is none of this token. Counts as use: the first look of
    /// a day is noted, unless the database cannot write just then.
    public Optional<ProfileContents> contents(ProfileToken token) {
        Optional<ContentsQuery.Found> found = database.read(handle -> ContentsQuery.run(handle, token));
        found.ifPresent(this::touch);
        return found.map(ContentsQuery.Found::contents);
    }

    private void touch(ContentsQuery.Found found) {
        LocalDate today = LocalDate.ofEpochDay(day(now()));
        if (found.contents().lastUsed().isBefore(today)) {
            try {
                database.write(handle -> handle.createUpdate(
                                "UPDATE profile SET used_day = :day WHERE id = :id AND used_day < :day")
                        .bind("day", today.toEpochDay())
                        .bind("id", found.id())
                        .execute());
            } catch (StoreException cannotNow) {
                // the next look notes it; what was asked for is known
            }
        }
    }

    /// Makes a change, whatever version the profile has.
    ///
    /// @throws ProfileException if there is no such profile, or it would hold too much
    public Acknowledged apply(ProfileToken token, Change change) {
        Instant now = now();
        return write(
                token,
                _ -> true,
                (handle, row) -> commit(handle, row, now, KeptChange.Action.CHANGE, Wishes.of(change, now)));
    }

    /// Makes a change that may depend on what is there; nobody else changes the profile in between.
    ///
    /// @param expected whether it may be made to a profile of this version
    /// @param edit the change for what is there; what it throws leaves everything as it was
    /// @throws ProfileException if there is no such profile, its version is not expected, or it would be too much
    public Acknowledged edit(ProfileToken token, LongPredicate expected, Function<ProfileContents, Change> edit) {
        Instant now = now();
        return write(token, expected, (handle, row) -> {
            ProfileContents contents = ContentsQuery.run(handle, token)
                    .orElseThrow(ProfileStore::unknown)
                    .contents();
            return commit(handle, row, now, KeptChange.Action.CHANGE, Wishes.of(edit.apply(contents), now));
        });
    }

    /// Imports a list, whatever version the profile has.
    ///
    /// @throws ProfileException if there is no such profile, or it would hold too much
    public Acknowledged replaceList(ProfileToken token, List<Change.SetEntry> list, ListImport how) {
        return replaceList(token, _ -> true, list, how);
    }

    /// Imports a list. An entry that is there with the same status and score stays as it is; of entries for the same
    /// title the last counts.
    ///
    /// @param expected whether it may be made to a profile of this version
    /// @throws ProfileException if there is no such profile, its version is not expected, or it would be too much
    public Acknowledged replaceList(
            ProfileToken token, LongPredicate expected, List<Change.SetEntry> list, ListImport how) {
        Instant now = now();
        Wishes imported = Wishes.of(new Change.Several(List.copyOf(list)), now);
        return write(token, expected, (handle, row) -> {
            Wishes wishes = new Wishes();
            if (how == ListImport.REPLACE) {
                ProfileRows.values(handle, row.id()).keySet().stream()
                        .filter(part -> part.kind() == Part.Kind.ENTRY && !imported.mentions(part))
                        .forEach(part -> wishes.wish(part, null));
            }
            imported.all().forEach(each -> wishes.wish(each.part(), each.after()));
            return commit(handle, row, now, KeptChange.Action.IMPORT, wishes);
        });
    }

    /// Takes a change back, whatever version the profile has.
    ///
    /// @throws ProfileException if there is no such profile, or it would hold too much
    public UndoResult undo(ProfileToken token, long changeId) {
        return undo(token, _ -> true, changeId);
    }

    /// Takes a change back, but for the parts that have changed since: those stay.
    ///
    /// @param expected whether it may be made to a profile of this version
    /// @throws ProfileException if there is no such profile, its version is not expected, or it would be too much
    public UndoResult undo(ProfileToken token, LongPredicate expected, long changeId) {
        Instant now = now();
        return write(token, expected, (handle, row) -> {
            Optional<ChangeHistory.Row> found = ChangeHistory.find(handle, row.id(), changeId);
            if (found.isEmpty()) {
                return new UndoResult.NotKept();
            }
            KeptChange change = found.get().change();
            if (change.undone()) {
                return new UndoResult.AlreadyUndone();
            }
            List<Part> parts = change.parts().stream().map(PartChange::part).toList();
            Map<Part, PartValue> current = ProfileRows.values(handle, row.id(), parts);
            List<PartChange> back = new ArrayList<>();
            List<Part> kept = new ArrayList<>();
            for (PartChange each : change.parts()) {
                if (Objects.equals(current.get(each.part()), each.after())) {
                    back.add(new PartChange(each.part(), each.after(), each.before()));
                } else {
                    kept.add(each.part());
                }
            }
            if (back.isEmpty()) {
                return new UndoResult.ChangedSince();
            }
            Acknowledged done = store(handle, row, now, KeptChange.Action.UNDO, OptionalLong.of(changeId), back);
            ChangeHistory.mark(handle, row.id(), changeId, true);
            Long undoneBefore = found.get().undoes();
            if (undoneBefore != null) {
                ChangeHistory.mark(handle, row.id(), undoneBefore, false);
            }
            return new UndoResult.Undone(done, kept);
        });
    }

    /// All that is stored of a profile; empty if there is none of this token.
    public Optional<ProfileExport> export(ProfileToken token) {
        return database.snapshot(handle -> ContentsQuery.run(handle, token)
                .map(found -> new ProfileExport(found.contents(), ChangeHistory.all(handle, found.id()))));
    }

    /// Deletes a profile and all that belongs to it, its history too.
    ///
    /// @return false if there was none of this token
    public boolean forget(ProfileToken token) {
        int deleted = database.write(handle -> handle.createUpdate("DELETE FROM profile WHERE token_hash = :hash")
                .bind("hash", token.hash())
                .execute());
        if (deleted > 0) {
            database.erased();
        }
        return deleted > 0;
    }

    /// Deletes a profile and all that belongs to it, if it is as its owner thinks.
    ///
    /// @param expected whether a profile of this version may be deleted
    /// @throws ProfileException if there is no such profile, or its version is not one expected
    public void forget(ProfileToken token, LongPredicate expected) {
        int deleted = write(
                token,
                expected,
                (handle, row) -> handle.createUpdate("DELETE FROM profile WHERE id = :id")
                        .bind("id", row.id())
                        .execute());
        if (deleted > 0) {
            database.erased();
        }
    }

    /// Deletes the profiles that nobody has used for this long, a few at a time so that others can write in between.
    ///
    /// @param retention whole days; what is less than a day does not count
    /// @return how many
    public int sweep(Duration retention) {
        if (retention.toDays() < 1) {
            throw new IllegalArgumentException("retention must be at least 1 day, was " + retention);
        }
        long before = day(now()) - retention.toDays();
        int swept = 0;
        int last;
        do {
            last = database.write(handle -> handle.createUpdate("DELETE FROM profile WHERE used_day < :day AND id IN"
                            + " (SELECT id FROM profile WHERE used_day < :day ORDER BY used_day LIMIT " + SWEPT_AT_ONCE
                            + ")")
                    .bind("day", before)
                    .execute());
            swept += last;
        } while (last > 0);
        if (swept > 0) {
            database.erased();
        }
        return swept;
    }

    private <T> T write(ProfileToken token, LongPredicate expected, Work<T> work) {
        return database.write(handle -> {
            ProfileRows.Row row =
                    ProfileRows.lock(handle, token, database.engine().rowLock()).orElseThrow(ProfileStore::unknown);
            if (!expected.test(row.version())) {
                throw new ProfileException(
                        ProfileException.Reason.CHANGED,
                        "the profile has changed since it was read (its version is " + row.version()
                                + " now); read it again");
            }
            return work.on(handle, row);
        });
    }

    private static ProfileException unknown() {
        return new ProfileException(ProfileException.Reason.UNKNOWN, ProfileException.NO_PROFILE);
    }

    /// Fulfils wishes that differ from what is there.
    private Acknowledged commit(
            Handle handle, ProfileRows.Row row, Instant now, KeptChange.Action action, Wishes wishes) {
        List<Part> parts = wishes.all().stream().map(PartChange::part).toList();
        Map<Part, PartValue> current = ProfileRows.values(handle, row.id(), parts);
        List<PartChange> changes = new ArrayList<>();
        for (PartChange wish : wishes.all()) {
            PartValue before = current.get(wish.part());
            if (!PartValue.lookAlike(before, wish.after())) {
                changes.add(new PartChange(wish.part(), before, wish.after()));
            }
        }
        return changes.isEmpty()
                ? new Acknowledged(row.version(), 0)
                : store(handle, row, now, action, OptionalLong.empty(), changes);
    }

    private Acknowledged store(
            Handle handle,
            ProfileRows.Row row,
            Instant now,
            KeptChange.Action action,
            OptionalLong undoes,
            List<PartChange> changes) {
        ProfileRows.advance(handle, row, day(now));
        ProfileRows.write(handle, row.id(), changes);
        LimitCheck.check(handle, row.id(), changes, limits);
        long version = row.version() + 1;
        if (limits.changesKept() > 0) {
            ChangeHistory.add(handle, row.id(), version, now, action, undoes, changes);
        }
        ChangeHistory.prune(handle, row.id(), limits);
        return new Acknowledged(version, changes.size());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static long day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).toEpochDay();
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Handle handle, ProfileRows.Row row);
    }
}
