package io.osusume.franchise;

import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Words in names and synopses that say outright what an entry is.
final class Cues {
    /// "cap of" is "recap of" in the 2020 collection, which lost the first letters of many synopses.
    private static final List<String> RECAPS = List.of(
            "recap ",
            "recap.",
            "recaps",
            "recapping",
            "compilation",
            "summary of",
            "summary ",
            "summariz",
            "summaris",
            "condense",
            "digest",
            "re-edited",
            "re-edit of",
            "clip show",
            "compiles",
            "compiled",
            "omnibus",
            "edited version",
            "highlights",
            "cap of");
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
    private static final Set<String> SIDE_NAMES = Set.of(
            "gaiden",
            "alternative",
            "sd",
            "omake",
            "petit",
            "chibi",
            "mini",
            "theater",
            "gekijou",
            "tan",
            "parody",
            "spin");
    private static final int LETTERS = 128;
    private static final List<List<Phrase>> PHRASES = byFirstLetter();

    private Cues() {}

    private record Phrase(String words, Cue cue) {}

    private static List<List<Phrase>> byFirstLetter() {
        List<List<Phrase>> phrases =
                Stream.<List<Phrase>>generate(ArrayList::new).limit(LETTERS).toList();
        Map.of(Cue.RECAP, RECAPS, Cue.RETELLING, RETELLINGS, Cue.SEQUEL, SEQUELS)
                .forEach((cue, all) ->
                        all.forEach(words -> phrases.get(words.charAt(0)).add(new Phrase(words, cue))));
        return phrases;
    }

    /// What the synopsis of a title says.
    static Set<Cue> of(Title title) {
        Set<Cue> found = EnumSet.noneOf(Cue.class);
        String text = title.synopsis();
        boolean inWord = false;
        for (int k = 0; text != null && k < text.length(); k++) {
            char c = text.charAt(k);
            if (!inWord && c < LETTERS) {
                for (Phrase phrase : PHRASES.get(Character.toLowerCase(c))) {
                    if (text.regionMatches(true, k, phrase.words, 0, phrase.words.length())) {
                        found.add(phrase.cue);
                    }
                }
            }
            inWord = Character.isLetter(c);
        }
        return found;
    }

    static boolean recapByName(Clues entry) {
        return entry.words().stream().anyMatch(RECAP_NAMES::contains)
                || (entry.title().type() != TitleType.TV
                        && (entry.hasPair("special", "edition") || (entry.has("season") && entry.has("movie"))));
    }

    static boolean promotionByName(Clues entry) {
        return entry.words().stream().anyMatch(PROMOTION_NAMES::contains)
                || entry.title().type() == TitleType.MUSIC
                || entry.isTrifle();
    }

    static boolean sideByName(Clues entry) {
        return entry.words().stream().anyMatch(SIDE_NAMES::contains);
    }
}
