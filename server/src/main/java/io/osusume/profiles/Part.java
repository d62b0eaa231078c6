package io.osusume.profiles;

import org.jspecify.annotations.Nullable;

/// One thing in a profile that can change by itself: an entry, a mark or a setting.
///
/// @param itemId the title; 0 for a setting
/// @param name the setting; empty for a title
public record Part(Kind kind, long itemId, String name) {
    /// What it is.
    public enum Kind {
        ENTRY(0),
        HIDDEN(1),
        SAVED(2),
        SETTING(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /// The number the database stores; it never changes.
        int code() {
            return code;
        }

        static Kind of(int code) {
            return switch (code) {
                case 0 -> ENTRY;
                case 1 -> HIDDEN;
                case 2 -> SAVED;
                case 3 -> SETTING;
                default -> throw new IllegalArgumentException("there is no kind of part " + code);
            };
        }
    }

    static final Part TITLE_LANGUAGE = setting("title-language");
    static final Part ADULT = setting("adult");

    private static final String PREFERENCE = "preference:";

    static Part entry(long itemId) {
        return new Part(Kind.ENTRY, itemId, "");
    }

    static Part setting(String name) {
        return new Part(Kind.SETTING, 0, name);
    }

    static Part preference(String name) {
        return setting(PREFERENCE + name);
    }

    /// The name of a preference if this is one.
    @Nullable
    String preferenceName() {
        return kind == Kind.SETTING && name.startsWith(PREFERENCE) ? name.substring(PREFERENCE.length()) : null;
    }
}
