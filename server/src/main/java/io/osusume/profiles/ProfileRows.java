package io.osusume.profiles;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The rows of profiles: one row a profile, one an entry or mark, one a setting.
final class ProfileRows {
    /// Up to so many parts are looked up one by one; for more the whole profile is read.
    private static final int LOOKED_UP = 8;

    private ProfileRows() {}

    /// The row of a profile.
    ///
    /// @param usedDay days since 1970-01-01 UTC
    record Row(long id, long version, long usedDay) {}

    /// Finds the row of a token and keeps other writers off it until the transaction ends.
    static Optional<Row> lock(Handle handle, ProfileToken token, String rowLock) {
        return handle.createQuery("SELECT id, version, used_day FROM profile WHERE token_hash = :hash" + rowLock)
                .bind("hash", token.hash())
                .map((row, _) -> new Row(row.getLong(1), row.getLong(2), row.getLong(3)))
                .findOne();
    }

    /// What is there now of these parts; parts that are not there are left out.
    static Map<Part, PartValue> values(Handle handle, long profile, Collection<Part> parts) {
        if (parts.size() > LOOKED_UP) {
            return values(handle, profile);
        }
        Map<Part, PartValue> found = new HashMap<>();
        for (Part part : parts) {
            boolean setting = part.kind() == Part.Kind.SETTING;
            handle.createQuery(
                            setting
                                    ? "SELECT value FROM profile_setting WHERE profile_id = :profile AND name = :name"
                                    : "SELECT status, score, changed FROM profile_title"
                                            + " WHERE profile_id = :profile AND kind = :kind AND item_id = :item")
                    .bind("profile", profile)
                    .bind(
                            setting ? "name" : "kind",
                            setting ? part.name() : part.kind().code())
                    .bindMap(setting ? Map.of() : Map.of("item", part.itemId()))
                    .map((row, _) -> setting
                            ? PartValue.setting(row.getString(1))
                            : titleValue(row.getInt(1), row.getInt(2), row.getLong(3)))
                    .findOne()
                    .ifPresent(value -> found.put(part, value));
        }
        return found;
    }

    /// All parts that are there.
    static Map<Part, PartValue> values(Handle handle, long profile) {
        Map<Part, PartValue> found = new HashMap<>();
        handle.createQuery(
                        "SELECT kind, item_id, status, score, changed FROM profile_title WHERE profile_id = :profile")
                .bind("profile", profile)
                .map((row, _) -> Map.entry(
                        new Part(Part.Kind.of(row.getInt(1)), row.getLong(2), ""),
                        titleValue(row.getInt(3), row.getInt(4), row.getLong(5))))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        handle.createQuery("SELECT name, value FROM profile_setting WHERE profile_id = :profile")
                .bind("profile", profile)
                .map((row, _) -> Map.entry(Part.setting(row.getString(1)), PartValue.setting(row.getString(2))))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    private static PartValue titleValue(int status, int score, long changed) {
        return new PartValue(EntryStatus.of(status), score, Instant.ofEpochMilli(changed), "");
    }

    /// How many parts of a kind are there.
    static int count(Handle handle, long profile, Part.Kind kind) {
        String rows = kind == Part.Kind.SETTING
                ? "profile_setting WHERE profile_id = :profile"
                : "profile_title WHERE profile_id = :profile AND kind = " + kind.code();
        return handle.createQuery("SELECT count(*) FROM " + rows)
                .bind("profile", profile)
                .mapTo(Integer.class)
                .one();
    }

    /// Makes the parts what they are after these changes.
    static void write(Handle handle, long profile, List<PartChange> changes) {
        try (PreparedBatch putTitle = handle.prepareBatch(
                        "INSERT INTO profile_title (profile_id, kind, item_id, status, score, changed)"
                                + " VALUES (:profile, :kind, :item, :status, :score, :changed)"
                                + " ON CONFLICT (profile_id, kind, item_id) DO UPDATE"
                                + " SET status = excluded.status, score = excluded.score, changed = excluded.changed");
                PreparedBatch dropTitle = handle.prepareBatch("DELETE FROM profile_title"
                        + " WHERE profile_id = :profile AND kind = :kind AND item_id = :item");
                PreparedBatch putSetting = handle.prepareBatch("INSERT INTO profile_setting (profile_id, name, value)"
                        + " VALUES (:profile, :name, :value)"
                        + " ON CONFLICT (profile_id, name) DO UPDATE SET value = excluded.value");
                PreparedBatch dropSetting = handle.prepareBatch(
                        "DELETE FROM profile_setting WHERE profile_id = :profile AND name = :name")) {
            for (PartChange change : changes) {
                Part part = change.part();
                PartValue after = change.after();
                if (part.kind() == Part.Kind.SETTING) {
                    PreparedBatch batch = after == null ? dropSetting : putSetting;
                    batch.bind("profile", profile).bind("name", part.name());
                    if (after != null) {
                        batch.bind("value", after.text());
                    }
                    batch.add();
                } else {
                    PreparedBatch batch = after == null ? dropTitle : putTitle;
                    batch.bind("profile", profile)
                            .bind("kind", part.kind().code())
                            .bind("item", part.itemId());
                    if (after != null) {
                        batch.bind("status", after.status().code())
                                .bind("score", after.score())
                                .bind("changed", after.at().toEpochMilli());
                    }
                    batch.add();
                }
            }
            for (PreparedBatch batch : List.of(dropTitle, putTitle, dropSetting, putSetting)) {
                if (batch.size() > 0) {
                    batch.execute();
                }
            }
        }
    }

    /// Counts a change and notes the day.
    static void advance(Handle handle, Row row, long today) {
        int updated = handle.createUpdate("UPDATE profile SET version = :next, used_day = :day"
                        + " WHERE id = :id AND version = :version")
                .bind("next", row.version() + 1)
                .bind("day", Math.max(today, row.usedDay()))
                .bind("id", row.id())
                .bind("version", row.version())
                .execute();
        if (updated != 1) {
            throw new IllegalStateException("a profile changed although its row was locked");
        }
    }
}
