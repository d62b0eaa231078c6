package io.osusume.profiles;

import java.util.List;
import java.util.regex.Pattern;

/// What a fan does to a profile: it takes effect wholly or not at all.
public sealed interface Change {
    /// Puts a title on the list, or gives it another status or score.
    ///
    /// @param itemId positive
    /// @param score 0 (not scored) to 10
    record SetEntry(long itemId, EntryStatus status, int score) implements Change {
        public SetEntry {
            checkItem(itemId);
            checkScore(score);
        }
    }

    /// Takes a title off the list.
    record RemoveEntry(long itemId) implements Change {
        public RemoveEntry {
            checkItem(itemId);
        }
    }

    /// Hides a title ("not interested"), or shows it again.
    record Hide(long itemId, boolean hidden) implements Change {
        public Hide {
            checkItem(itemId);
        }
    }

    /// Saves a title for later, or forgets that.
    record Save(long itemId, boolean saved) implements Change {
        public Save {
            checkItem(itemId);
        }
    }

    /// Chooses the language of names.
    record ChooseTitleLanguage(TitleLanguage language) implements Change {}

    /// Allows adult titles or keeps them out.
    record AllowAdult(boolean allowed) implements Change {}

    /// Remembers a small choice of the pages; an empty value forgets it.
    ///
    /// @param name lower-case letters, digits and hyphens, begins with a letter
    /// @param value without control characters
    record SetPreference(String name, String value) implements Change {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

        public SetPreference {
            if (name.length() > ProfileLimits.NAME_LENGTH || !NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("name of a preference must be 1 to " + ProfileLimits.NAME_LENGTH
                        + " lower-case letters, digits and hyphens and begin with a letter, was '" + name + "'");
            }
            if (value.length() > ProfileLimits.VALUE_LENGTH) {
                throw new IllegalArgumentException("value of a preference must have at most "
                        + ProfileLimits.VALUE_LENGTH + " characters, had " + value.length());
            }
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("value of a preference must not hold control characters");
            }
        }
    }

    /// Several at once, in this order; of those that touch the same part the last wins. They are undone together.
    record Several(List<Change> changes) implements Change {
        public Several {
            changes = List.copyOf(changes);
        }
    }

    /// Passes if this can be the id of an item.
    static void checkItem(long itemId) {
        if (itemId < 1) {
            throw new IllegalArgumentException("itemId must be positive, was " + itemId);
        }
    }

    /// Passes if this can be a score.
    static void checkScore(int score) {
        if (score < 0 || score > 10) {
            throw new IllegalArgumentException("score must be in [0, 10], was " + score);
        }
    }
}
