package io.osusume.profiles;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What fans and the assistant said to one another, kept in the profile and nowhere else: gone with it. It counts as no
/// change of the profile and cannot be undone, only forgotten. Safe for many threads.
public final class Conversations {
    /// Longest turn, in characters.
    public static final int TURN_LENGTH = 50_000;

    private final Database database;

    Conversations(Database database) {
        this.database = database;
    }

    /// The turns of a profile, the oldest first; none if there is no such profile.
    public List<String> turns(ProfileToken token) {
        return database.read(handle -> handle.createQuery("SELECT t.turn FROM profile p JOIN profile_turn t"
                        + " ON t.profile_id = p.id WHERE p.token_hash = :hash ORDER BY t.id")
                .bind("hash", token.hash())
                .mapTo(String.class)
                .list());
    }

    /// Adds a turn, and forgets the oldest where there are more than are kept. A profile that is gone stays gone.
    ///
    /// @param kept how many turns are kept, at least 1
    public void add(ProfileToken token, String turn, int kept) {
        if (turn.length() > TURN_LENGTH) {
            throw new IllegalArgumentException("a turn may have " + TURN_LENGTH + " characters, had " + turn.length());
        }
        database.write(handle -> {
            Optional<ProfileRows.Row> row =
                    ProfileRows.lock(handle, token, database.engine().rowLock());
            row.ifPresent(found -> add(handle, found.id(), turn, kept));
            return row.isPresent();
        });
    }

    private static void add(Handle handle, long profile, String turn, int kept) {
        long last = handle.createQuery("SELECT coalesce(max(id), 0) FROM profile_turn WHERE profile_id = :profile")
                .bind("profile", profile)
                .mapTo(Long.class)
                .one();
        handle.createUpdate("INSERT INTO profile_turn (profile_id, id, turn) VALUES (:profile, :id, :turn)")
                .bind("profile", profile)
                .bind("id", last + 1)
                .bind("turn", turn)
                .execute();
        handle.createUpdate("DELETE FROM profile_turn WHERE profile_id = :profile AND id <= :oldest")
                .bind("profile", profile)
                .bind("oldest", last + 1 - kept)
                .execute();
    }

    /// Forgets the whole conversation of a profile.
    public void forget(ProfileToken token) {
        int deleted = database.write(handle -> handle.createUpdate("DELETE FROM profile_turn WHERE profile_id IN"
                        + " (SELECT id FROM profile WHERE token_hash = :hash)")
                .bind("hash", token.hash())
                .execute());
        if (deleted > 0) {
            database.erased();
        }
    }
}
