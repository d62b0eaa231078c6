package io.osusume.client;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that is stored of a fan.
///
/// @param tag the version, for [ProfileClient#expecting]
/// @param entries the list, by ascending id
public record Profile(
        String tag,
        long version,
        Instant created,
        List<Stored> entries,
        List<Mark> notInterested,
        List<Mark> saved,
        Choices settings) {
    public Profile {
        entries = List.copyOf(entries);
        notInterested = List.copyOf(notInterested);
        saved = List.copyOf(saved);
    }

    /// How far a fan has got with a title.
    public enum Status {
        WATCHED,
        WATCHING,
        DROPPED,
        ON_HOLD,
        PLANNED;

        /// The word of the API.
        @Override
        public String toString() {
            return word(this);
        }
    }

    /// What a fan says to a title.
    public enum Deed {
        /// It is on the list.
        SEEN,
        /// It does not come, and what is like it stands lower.
        NOT_INTERESTED,
        /// It does not come meanwhile.
        SAVE,
        /// It may come again.
        FREE;

        /// The word of the API.
        @Override
        public String toString() {
            return word(this);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What a title of the list is to be.
    ///
    /// @param score 1 to 10, null for nothing
    public record Entry(
            long itemId, Status status, @Nullable Integer score) {}

    /// A title of the list.
    ///
    /// @param score 1 to 10, null for nothing
    /// @param updated when status or score last changed
    public record Stored(
            long itemId, Status status, @Nullable Integer score, Instant updated) {}

    /// A title that is hidden or saved.
    public record Mark(long itemId, Instant since) {}

    /// What is chosen for good.
    ///
    /// @param names the language of names: romaji, english or japanese
    /// @param adult whether titles for adults may come
    /// @param planned whether planned titles may come
    public record Choices(String names, boolean adult, boolean planned) {}

    /// What a change did.
    ///
    /// @param changed how many entries, marks and settings; 0 if all was so before
    /// @param change for [ProfileClient#undo], null if nothing changed
    public record Changed(
            long version, int changed, @Nullable Long change) {}

    /// What an undo did.
    ///
    /// @param kept how many parts stayed, since they have changed after
    public record Undone(Changed done, int kept) {}

    /// What an import did.
    ///
    /// @param notMatched what is not known here, by name or id
    /// @param adjustments what was read otherwise than it stands in the list
    public record Imported(
            Changed done,
            int read,
            int matched,
            List<String> notMatched,
            Map<String, Integer> byStatus,
            List<String> adjustments) {
        public Imported {
            notMatched = List.copyOf(notMatched);
            byStatus = Map.copyOf(byStatus);
            adjustments = List.copyOf(adjustments);
        }
    }
}
