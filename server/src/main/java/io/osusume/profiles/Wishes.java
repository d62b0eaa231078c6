package io.osusume.profiles;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What parts of a profile shall become, each part once: the last wish for a part wins.
final class Wishes {
    private final Map<Part, PartChange> byPart = new LinkedHashMap<>();

    /// What a change wishes at a moment.
    static Wishes of(Change change, Instant now) {
        Wishes wishes = new Wishes();
        wishes.add(change, now);
        return wishes;
    }

    void add(Change change, Instant now) {
        switch (change) {
            case Change.SetEntry(long item, EntryStatus status, int score) ->
                wish(Part.entry(item), PartValue.entry(status, score, now));
            case Change.RemoveEntry(long item) -> wish(Part.entry(item), null);
            case Change.Hide(long item, boolean hidden) ->
                wish(new Part(Part.Kind.HIDDEN, item, ""), hidden ? PartValue.mark(now) : null);
            case Change.Save(long item, boolean saved) ->
                wish(new Part(Part.Kind.SAVED, item, ""), saved ? PartValue.mark(now) : null);
            case Change.ChooseTitleLanguage(TitleLanguage language) ->
                wish(Part.TITLE_LANGUAGE, PartValue.setting(language.word()));
            case Change.AllowAdult(boolean allowed) -> wish(Part.ADULT, PartValue.setting(Boolean.toString(allowed)));
            case Change.SetPreference(String name, String value) ->
                wish(Part.preference(name), value.isEmpty() ? null : PartValue.setting(value));
            case Change.Several(var changes) -> changes.forEach(each -> add(each, now));
        }
    }

    /// Wishes that a part becomes this; null for gone.
    void wish(Part part, @Nullable PartValue value) {
        byPart.put(part, new PartChange(part, null, value));
    }

    /// Every part once, what is there now not yet filled in.
    Collection<PartChange> all() {
        return byPart.values();
    }

    boolean mentions(Part part) {
        return byPart.containsKey(part);
    }
}
