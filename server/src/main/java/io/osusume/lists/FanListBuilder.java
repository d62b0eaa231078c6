package io.osusume.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Makes a [FanList] of what a file or a service gives: puts right what can be, and says so. For one list and one
/// thread.
public final class FanListBuilder {
    /// How many characters of a title are kept.
    static final int MAX_TITLE = 300;

    private static final int MAX_TOLD = 200;

    private final int maxEntries;
    private final Map<Long, ListEntry> entries = new LinkedHashMap<>();
    private final Map<String, NamedEntry> named = new LinkedHashMap<>();
    private final List<Adjustment> adjustments = new ArrayList<>();
    private int found;
    private int repeated;
    private int untold;
    private int rounded;
    private String roundedExample = "";

    /// @param maxEntries how many may be added
    public FanListBuilder(int maxEntries) {
        this.maxEntries = maxEntries;
    }

    /// Adds one title. A later one of the same id, or of the same name where there is no id, replaces an earlier one.
    ///
    /// @throws ListException if it is one too many
    public void add(FoundEntry entry) {
        if (++found > maxEntries) {
            throw new ListException("the list is too long: at most " + maxEntries + " titles are read", true, null);
        }
        String title = entry.title().strip();
        if (title.length() > MAX_TITLE) {
            adjust(entry.where(), "the title is cut to " + MAX_TITLE + " characters");
            title = title.substring(0, MAX_TITLE);
        }
        int watched = Math.max(0, entry.watchedEpisodes());
        if (watched != entry.watchedEpisodes()) {
            adjust(entry.where(), "watched episodes " + entry.watchedEpisodes() + " became 0");
        }
        int score = score(entry);
        ListStatus status = status(entry, score, watched);
        if (entry.itemId() > 0) {
            count(entries.put(entry.itemId(), new ListEntry(entry.itemId(), title, score, status, watched)) != null);
        } else if (!title.isEmpty()) {
            String key = title.toLowerCase(Locale.ROOT);
            count(named.put(key, new NamedEntry(title, score, status, watched)) != null);
        } else {
            adjust(entry.where(), "left out, it has neither an id nor a title");
        }
    }

    private void count(boolean replaced) {
        repeated += replaced ? 1 : 0;
    }

    private int score(FoundEntry entry) {
        double score = entry.score();
        if (Double.isNaN(score) || score == 0) {
            return 0;
        }
        if (score < 0 || score > 10) {
            int nearest = score < 0 ? 0 : 10;
            adjust(
                    entry.where(),
                    "score " + shown(score) + " became " + nearest
                            + (nearest == 0 ? ", which is not scored" : ", the highest there is"));
            return nearest;
        }
        int whole = Math.max(1, (int) Math.floor(score + 0.5));
        if (whole != score) {
            rounded++;
            if (roundedExample.isEmpty()) {
                roundedExample = shown(score) + " became " + whole;
            }
        }
        return whole;
    }

    private ListStatus status(FoundEntry entry, int score, int watched) {
        Optional<ListStatus> known = ListStatus.of(entry.status());
        if (known.isPresent()) {
            return known.get();
        }
        boolean begun = watched > 0 && watched < entry.episodes();
        ListStatus likely = begun
                ? ListStatus.WATCHING
                : score > 0 || watched > 0 ? ListStatus.COMPLETED : ListStatus.PLAN_TO_WATCH;
        adjust(
                entry.where(),
                (entry.status().isBlank() ? "no status" : "status '" + shortened(entry.status()) + "' is not known")
                        + ", read as " + likely.label());
        return likely;
    }

    /// Notes that something was read otherwise than it stands there. Past a number of notes the rest is only counted.
    public void adjust(String where, String what) {
        if (adjustments.size() < MAX_TOLD) {
            adjustments.add(new Adjustment(where, what));
        } else {
            untold++;
        }
    }

    /// The list of all that was added.
    public FanList build() {
        List<Adjustment> told = new ArrayList<>(adjustments);
        if (rounded > 0) {
            told.add(new Adjustment(
                    "the list", rounded + (rounded == 1 ? " score" : " scores") + " rounded: " + roundedExample));
        }
        if (untold > 0) {
            told.add(new Adjustment("the list", untold + " more adjustments like these"));
        }
        return new FanList(List.copyOf(entries.values()), List.copyOf(named.values()), repeated, told);
    }

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /// A text short enough for a message.
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
