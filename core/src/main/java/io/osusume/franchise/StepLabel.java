package io.osusume.franchise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The short word for an entry beside the name of its franchise: "Season 2", "Movie", "OVA".
final class StepLabel {
    private static final int MOST_SEASONS = 20;

    private StepLabel() {}

    /// @param before the step before it in its line, null if it begins one
    /// @param seasonBefore the number of the season before it, 0 if not known
    static @Nullable String of(Clues entry, Part part, @Nullable Clues before, int seasonBefore) {
        return switch (part) {
            case MAIN -> ofStep(entry, before, seasonBefore);
            case SIDE -> form(entry);
            case RECAP -> "Recap";
            case ALTERNATIVE -> "Other version";
            case PROMOTION -> "Promotion";
        };
    }

    /// The season an entry is, 0 if that is not known.
    static int season(Clues entry, @Nullable Clues before, int seasonBefore) {
        if (!entry.isSeries()) {
            return 0;
        }
        int named = namedSeason(entry.words());
        String english = entry.title().englishName();
        if (named == 0 && english != null) {
            named = namedSeason(Clues.words(english));
        }
        if (named > 0 || before == null) {
            return before == null && named == 0 ? 1 : named;
        }
        boolean numbered = entry.number() > 1
                && entry.number() <= MOST_SEASONS
                && entry.stem() < entry.words().size();
        if (entry.sameStem(before) && part(entry) == 0) {
            return numbered ? entry.number() : seasonBefore == 0 ? 0 : seasonBefore + 1;
        }
        return 0;
    }

    private static @Nullable String ofStep(Clues entry, @Nullable Clues before, int seasonBefore) {
        if (!entry.isSeries()) {
            return before == null ? null : form(entry);
        }
        int part = part(entry);
        int season = season(entry, before, seasonBefore);
        if (entry.hasPair("final", "season")) {
            return part > 0 ? "Final Season Part " + part : "Final Season";
        }
        if (season > 1 || (season == 1 && before != null)) {
            return "Season " + season + (part > 0 ? " Part " + part : "");
        }
        return part > 0 ? "Part " + part : null;
    }

    private static int namedSeason(List<String> words) {
        int season = words.lastIndexOf("season");
        if (season < 0) {
            return 0;
        }
        int after = season + 1 < words.size() ? Clues.numberOf(words.get(season + 1)) : 0;
        int ahead = season > 0 ? Clues.numberOf(words.get(season - 1)) : 0;
        return after > 0 ? after : ahead;
    }

    private static int part(Clues entry) {
        int part = entry.words().lastIndexOf("part");
        return part >= 0 && part + 1 < entry.words().size()
                ? Clues.numberOf(entry.words().get(part + 1))
                : 0;
    }

    private static @Nullable String form(Clues entry) {
        return switch (entry.title().type()) {
            case MOVIE -> entry.number() > 0 && entry.has("movie") ? "Movie " + entry.number() : "Movie";
            case OVA -> "OVA";
            case ONA -> "ONA";
            case SPECIAL -> "Special";
            case MUSIC -> "Music video";
            case TV -> "Series";
            case UNKNOWN -> null;
        };
    }
}
