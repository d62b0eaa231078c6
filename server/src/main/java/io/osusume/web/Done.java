package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.data.NameLanguage;
import io.osusume.profiles.Change;
import io.osusume.profiles.EntryStatus;
import io.osusume.recommend.RecommendationService;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a fan has just done, as it stands in the address of the page that follows: `done=not-interested:5114:12`.
///
/// @param itemId of the title it was about, 0 if of none
/// @param change its number, by which it can be undone; 0 if it cannot
record Done(Deed deed, long itemId, long change) {
    /// The parameter's name.
    static final String NAME = "done";

    private static final Pattern FORM = Pattern.compile("([a-z-]{1,20}):(\\d{1,10}):(\\d{1,18})");

    /// What can be done.
    enum Deed {
        SEEN("seen", "%s is on your list now."),
        NOT_INTERESTED("not-interested", "%s does not come again, and what is like it stands lower."),
        SAVED("save", "%s is saved for later and does not come meanwhile."),
        FREED("free", "%s may come again."),
        KEPT("kept", "Your titles are kept here now."),
        UNDONE("undone", "Undone."),
        NOT_UNDONE("not-undone", "That cannot be undone any more."),
        SET("set", "Your settings are kept."),
        NOTHING("nothing", "That was so already.");

        private final String word;
        private final String sentence;

        Deed(String word, String sentence) {
            this.word = word;
            this.sentence = sentence;
        }

        /// What it does to the fan's profile; empty for what is not said to a title.
        ///
        /// @param score what the fan gives the title, 0 for nothing; counts only for what is seen
        Optional<Change> change(long itemId, int score) {
            return switch (this) {
                case SEEN ->
                    Optional.of(new Change.Several(List.of(
                            new Change.SetEntry(itemId, EntryStatus.WATCHED, score),
                            new Change.Save(itemId, false),
                            new Change.Hide(itemId, false))));
                case NOT_INTERESTED -> marked(itemId, false, true);
                case SAVED -> marked(itemId, true, false);
                case FREED -> marked(itemId, false, false);
                case KEPT, UNDONE, NOT_UNDONE, SET, NOTHING -> Optional.empty();
            };
        }

        private static Optional<Change> marked(long itemId, boolean saved, boolean hidden) {
            return Optional.of(
                    new Change.Several(List.of(new Change.Save(itemId, saved), new Change.Hide(itemId, hidden))));
        }

        static Optional<Deed> of(String word) {
            for (Deed deed : values()) {
                if (deed.word.equals(word)) {
                    return Optional.of(deed);
                }
            }
            return Optional.empty();
        }
    }

    /// What an address says was done, empty if nothing.
    static Optional<Done> in(Context ctx) {
        Matcher parts = FORM.matcher(String.valueOf(ctx.queryParam(NAME)));
        return parts.matches()
                ? Deed.of(parts.group(1))
                        .map(deed -> new Done(deed, Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    /// An address that says it.
    String in(String address) {
        return address + (address.contains("?") ? "&" : "?") + NAME + "=" + deed.word + ":" + itemId + ":" + change;
    }

    /// For the fan.
    String sentence(RecommendationService service, NameLanguage names) {
        String name = service.title(itemId).map(title -> title.named(names)).orElse("The title");
        return deed.sentence.replace("%s", name);
    }
}
