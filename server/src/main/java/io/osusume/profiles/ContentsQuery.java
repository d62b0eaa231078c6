package io.osusume.profiles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Reads a whole profile in one statement, so that all of it is of one moment.
final class ContentsQuery {
    private static final int PROFILE = -1;
    private static final int SETTING = 3;

    private static final String SQL = """
            SELECT -1 AS kind, id AS a, version AS b, used_day AS c, created AS d, NULL AS name, NULL AS value
              FROM profile WHERE token_hash = :hash
            UNION ALL
            SELECT t.kind, t.item_id, t.status, t.score, t.changed, NULL, NULL
              FROM profile p JOIN profile_title t ON t.profile_id = p.id WHERE p.token_hash = :hash
            UNION ALL
            SELECT 3, 0, 0, 0, 0, s.name, s.value
              FROM profile p JOIN profile_setting s ON s.profile_id = p.id WHERE p.token_hash = :hash
            """;

    private final List<ProfileEntry> entries = new ArrayList<>();
    private final SortedMap<Long, Instant> hidden = new TreeMap<>();
    private final SortedMap<Long, Instant> saved = new TreeMap<>();
    private final Map<String, String> preferences = new HashMap<>();
    private TitleLanguage language = ProfileSettings.DEFAULT.titleLanguage();
    private boolean adult = ProfileSettings.DEFAULT.adult();
    private long id;
    private long version;
    private long usedDay;
    private long created;
    private boolean found;

    private ContentsQuery() {}

    /// A profile with its number, which stays inside the store.
    record Found(long id, ProfileContents contents) {}

    static Optional<Found> run(Handle handle, ProfileToken token) {
        ContentsQuery query = new ContentsQuery();
        handle.createQuery(SQL)
                .bind("hash", token.hash())
                .map((row, _) -> query.take(row))
                .forEach(_ -> {});
        return query.found ? Optional.of(query.result()) : Optional.empty();
    }

    private boolean take(ResultSet row) throws SQLException {
        int kind = row.getInt(1);
        switch (kind) {
            case PROFILE -> {
                found = true;
                id = row.getLong(2);
                version = row.getLong(3);
                usedDay = row.getLong(4);
                created = row.getLong(5);
            }
            case SETTING -> setting(Part.setting(row.getString(6)), row.getString(7));
            default -> title(Part.Kind.of(kind), row);
        }
        return true;
    }

    private void title(Part.Kind kind, ResultSet row) throws SQLException {
        long item = row.getLong(2);
        Instant changed = Instant.ofEpochMilli(row.getLong(5));
        switch (kind) {
            case ENTRY -> entries.add(new ProfileEntry(item, EntryStatus.of(row.getInt(3)), row.getInt(4), changed));
            case HIDDEN -> hidden.put(item, changed);
            case SAVED -> saved.put(item, changed);
            case SETTING -> throw new IllegalStateException("a setting is no title");
        }
    }

    private void setting(Part part, String value) {
        String preference = part.preferenceName();
        if (preference != null) {
            preferences.put(preference, value);
        } else if (part.equals(Part.TITLE_LANGUAGE)) {
            language = TitleLanguage.of(value).orElse(language);
        } else if (part.equals(Part.ADULT)) {
            adult = Boolean.parseBoolean(value);
        }
    }

    private Found result() {
        entries.sort(Comparator.comparingLong(ProfileEntry::itemId));
        return new Found(
                id,
                new ProfileContents(
                        version,
                        Instant.ofEpochMilli(created),
                        LocalDate.ofEpochDay(usedDay),
                        entries,
                        hidden,
                        saved,
                        new ProfileSettings(language, adult, preferences)));
    }
}
