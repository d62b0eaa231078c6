package io.osusume.profiles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything a profile holds at one moment, but for its history of changes. Immutable.
///
/// @param version the number of changes so far, 0 for a new profile; what an ETag can be made from
/// @param created whole milliseconds
/// @param lastUsed the day in UTC it was last read or changed
/// @param entries the list, by ascending item id
/// @param hidden the titles the fan is not interested in, by item id, with the moment each was hidden
/// @param saved the titles saved for later, by item id, with the moment each was saved
public record ProfileContents(
        long version,
        Instant created,
        LocalDate lastUsed,
        List<ProfileEntry> entries,
        SortedMap<Long, Instant> hidden,
        SortedMap<Long, Instant> saved,
        ProfileSettings settings) {
    public ProfileContents {
        entries = List.copyOf(entries);
        hidden = Collections.unmodifiableSortedMap(new TreeMap<>(hidden));
        saved = Collections.unmodifiableSortedMap(new TreeMap<>(saved));
    }
}
