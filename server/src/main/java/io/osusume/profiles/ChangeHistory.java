package io.osusume.profiles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of the last changes of profiles, each with its difference.
final class ChangeHistory {
    private static final String COLUMNS = "SELECT id, made, action, undone, undoes, parts FROM profile_change";

    private ChangeHistory() {}

    /// A change and the change it undid, null if it is no undo.
    record Row(KeptChange change, @Nullable Long undoes) {}

    static Optional<Row> find(Handle handle, long profile, long id) {
        return rows(handle, COLUMNS + " WHERE profile_id = :profile AND id = " + id, profile).stream()
                .findFirst();
    }

    /// All that is kept, newest first.
    static List<KeptChange> all(Handle handle, long profile) {
        return rows(handle, COLUMNS + " WHERE profile_id = :profile ORDER BY id DESC", profile).stream()
                .map(Row::change)
                .toList();
    }

    private static List<Row> rows(Handle handle, String sql, long profile) {
        return handle.createQuery(sql)
                .bind("profile", profile)
                .map((row, _) -> {
                    long undoes = row.getLong(5);
                    boolean none = row.wasNull();
                    KeptChange change = new KeptChange(
                            row.getLong(1),
                            Instant.ofEpochMilli(row.getLong(2)),
                            KeptChange.Action.of(row.getInt(3)),
                            row.getInt(4) == 1,
                            PartsJson.read(row.getString(6)));
                    return new Row(change, none ? null : Long.valueOf(undoes));
                })
                .list();
    }

    static void add(
            Handle handle,
            long profile,
            long id,
            Instant made,
            KeptChange.Action action,
            OptionalLong undoes,
            List<PartChange> parts) {
        handle.createUpdate("INSERT INTO profile_change"
                        + " (profile_id, id, made, action, undoes, undone, part_count, parts)"
                        + " VALUES (:profile, :id, :made, :action, :undoes, 0, :count, :parts)")
                .bind("profile", profile)
                .bind("id", id)
                .bind("made", made.toEpochMilli())
                .bind("action", action.code())
                .bind("undoes", undoes.isPresent() ? Long.valueOf(undoes.getAsLong()) : null)
                .bind("count", parts.size())
                .bind("parts", PartsJson.write(parts))
                .execute();
    }

    static void mark(Handle handle, long profile, long id, boolean undone) {
        handle.createUpdate("UPDATE profile_change SET undone = :undone WHERE profile_id = :profile AND id = :id")
                .bind("undone", undone ? 1 : 0)
                .bind("profile", profile)
                .bind("id", id)
                .execute();
    }

    /// Forgets the oldest changes above the limits.
    static void prune(Handle handle, long profile, ProfileLimits limits) {
        List<long[]> kept = handle.createQuery(
                        "SELECT id, part_count FROM profile_change WHERE profile_id = :profile ORDER BY id DESC")
                .bind("profile", profile)
                .map((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                .list();
        long parts = 0;
        for (int i = 0; i < kept.size(); i++) {
            parts += i == 0 ? 0 : kept.get(i)[1];
            if (i >= limits.changesKept() || parts > limits.historyParts()) {
                handle.createUpdate("DELETE FROM profile_change WHERE profile_id = :profile AND id <= :id")
                        .bind("profile", profile)
                        .bind("id", kept.get(i)[0])
                        .execute();
                return;
            }
        }
    }
}
