package io.osusume.franchise;

import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Words in names and synopses that say outright what an entry is.
final class Cues {
    private static final Set<String> RECAP_NAMES = Set.of(
            "recap",
            "recaps",
            "soushuuhen",
            "digest",
            "summary",
            "compilation",
            "highlights",
            "remix",
            "reproduction",
            "review",
            "omnibus",
            "memorial");
    private static final Set<String> PROMOTION_NAMES = Set.of(
            "pv",
            "cm",
            "cms",
            "promo",
            "promotion",
            "promotional",
            "pilot",
            "manner",
            "commercial",
            "commercials",
            "collab",
            "collaboration",
            "trailer",
            "teaser",
            "announcement",
            "aisatsu",
            "preview");
    private static final Set<String> SIDE_NAMES =
            Set.of("gaiden", "omake", "petit", "chibi", "mini", "theater", "gekijou", "tan", "parody", "spin");
    private static final List<String> RECAPS = List.of(
            "recap ",
            "recap.",
            "recaps ",
            "recap of",
            "recapping",
            "compilation",
            "summary of",
            "summariz",
            "summaris",
            "summary ",
            "condensed",
            "condenses",
            "digest",
            "re-edited",
            "re-edit of",
            "clip show",
            "compiles",
            "compiled",
            "omnibus",
            "edited version",
            "highlights");
    private static final List<String> RETELLINGS = List.of(
            "retell",
            "re-tell",
            "remake",
            "reboot",
            "reimagin",
            "re-imagin",
            "new adaptation",
            "alternate version",
            "alternative version",
            "alternate retelling",
            "alternative retelling");
    private static final List<String> SEQUELS = List.of(
            "sequel",
            "after the events",
            "set after",
            "conclusion",
            "concludes",
            "final chapter",
            "years after",
            "months after",
            "continuation",
            "continues",
            "follows the events",
            "takes place after",
            "following the events");

    private Cues() {}

    static boolean recapByName(Clues entry) {
        return entry.words().stream().anyMatch(RECAP_NAMES::contains)
                || entry.hasPair("special", "edition") && entry.title().type() != TitleType.TV;
    }

    static boolean promotionByName(Clues entry) {
        return entry.words().stream().anyMatch(PROMOTION_NAMES::contains)
                || entry.title().type() == TitleType.MUSIC
                || entry.isTrifle();
    }

    static boolean sideByName(Clues entry) {
        return entry.words().stream().anyMatch(SIDE_NAMES::contains);
    }

    static boolean recapBySynopsis(Title title) {
        return says(title, RECAPS);
    }

    static boolean retellingBySynopsis(Title title) {
        return says(title, RETELLINGS);
    }

    static boolean sequelBySynopsis(Title title) {
        return says(title, SEQUELS);
    }

    private static boolean says(Title title, List<String> phrases) {
        String synopsis = title.synopsis();
        if (synopsis == null) {
            return false;
        }
        String text = synopsis.toLowerCase(Locale.ROOT);
        return phrases.stream().anyMatch(text::contains);
    }
}
