package io.osusume.data;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ties titles whose names say that they belong together: "Naruto", "Naruto: Shippuuden" and "Naruto
/// Movie 3". Used beside relations, and alone where a catalogue has none; how often it is right is measured in
/// its test.
final class FranchiseNames {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_ENGLISH = 6;
    private static final int SHORTEST_START = 7;

    /// The share of the genres two titles have in common that makes one word of their names enough.
    private static final double COMMON_GENRES = 0.5;

    /// Words too general to tie anything.
    private static final Set<String> GENERAL =
            Set.of("", "the", "anime", "new", "movie", "manga", "music", "shin", "gekijouban");

    /// Words at the end of a name that tell one part of a franchise from another.
    private static final Pattern PART_WORD = Pattern.compile("animation|the|movie|tv|ova|oav|ona|oad|specials?|movies?"
            + "|gekijouban|recaps?|picture|drama|season|1st|2nd|3rd|\\d+th|first|second|third|final|part|cour|series"
            + "|kai|ii|iii|iv|v|vi|stage|s\\d|prologue|pilot|soushuuhen|remake|shin|new|zoku|\\d+");

    /// Where a name goes on with a part of the franchise.
    private static final Pattern PART_BEGINS = Pattern.compile("(.+?) (movie|specials?|ova|tv|2nd|3rd|\\d+th|season"
            + "|gekijouban|the movie|the animation|picture drama|recap)\\b.*");

    private static final Pattern SUBTITLE = Pattern.compile(":| - |~|/");
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\(.*?\\)");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\p{ASCII}]");

    private FranchiseNames() {}

    /// Joins the titles (by their places in the list) that share a name but for the words of their parts, or of
    /// which one's whole name begins another's.
    static void join(List<Title> titles, DisjointSets sets) {
        Map<String, Integer> first = new HashMap<>();
        List<String> wholes = new ArrayList<>();
        for (int place = 0; place < titles.size(); place++) {
            Title title = titles.get(place);
            Keys keys = Keys.of(title.name());
            wholes.add(keys.whole);
            for (String key : keys.all()) {
                if (key.length() >= SHORTEST) {
                    tie(key, place, first, sets);
                }
            }
            if (title.englishName() != null) {
                Keys english = Keys.of(title.englishName());
                for (String key : List.of(english.beforeSubtitle, english.whole)) {
                    if (key.length() >= SHORTEST_ENGLISH) {
                        tie(key, place, first, sets);
                    }
                }
            }
        }
        joinSubtitles(titles, first, sets);
        joinStarts(titles, wholes, sets);
    }

    private static void tie(String key, int place, Map<String, Integer> first, DisjointSets sets) {
        if (GENERAL.contains(key)) {
            return;
        }
        Integer other = first.putIfAbsent(key, place);
        if (other != null) {
            sets.join(place, other);
        }
    }

    /// A name whose subtitle is the name of another: "The Last: Naruto the Movie".
    private static void joinSubtitles(List<Title> titles, Map<String, Integer> first, DisjointSets sets) {
        for (int place = 0; place < titles.size(); place++) {
            String[] parts = SUBTITLE.split(Keys.plain(titles.get(place).name()), 2);
            String subtitle = parts.length < 2 ? "" : Keys.cleaned(parts[1]);
            Integer other = first.get(subtitle);
            if (subtitle.length() >= SHORTEST_ENGLISH && other != null && !GENERAL.contains(subtitle)) {
                if (kindred(titles.get(place), titles.get(other))) {
                    sets.join(place, other);
                }
            }
        }
    }

    private static void joinStarts(List<Title> titles, List<String> wholes, DisjointSets sets) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int place = 0; place < wholes.size(); place++) {
            places.computeIfAbsent(wholes.get(place), _ -> new ArrayList<>()).add(place);
        }
        for (int place = 0; place < wholes.size(); place++) {
            String whole = wholes.get(place);
            boolean oneWord = true;
            for (int space = whole.indexOf(' '); space > 0; space = whole.indexOf(' ', space + 1)) {
                if (space >= SHORTEST_START) {
                    for (int other : places.getOrDefault(whole.substring(0, space), List.of())) {
                        if (!oneWord || kindred(titles.get(place), titles.get(other))) {
                            sets.join(place, other);
                        }
                    }
                }
                oneWord = false;
            }
        }
    }

    /// What one word alone must have beside it, a studio or most genres in common: "Monster" does not tie "Monster
    /// Strike", "Durarara!!" does tie "Durarara!!x2 Shou".
    private static boolean kindred(Title title, Title other) {
        if (!Collections.disjoint(title.studios(), other.studios())) {
            return true;
        }
        Set<String> common = new LinkedHashSet<>(title.genres());
        common.retainAll(other.genres());
        int all = title.genres().size() + other.genres().size() - common.size();
        return !common.isEmpty() && common.size() >= COMMON_GENRES * all;
    }

    /// The forms of a name that are compared.
    ///
    /// @param whole the name without the words of its part
    /// @param beforeSubtitle the same of what stands before the subtitle
    /// @param beforePart what stands before the first word of a part
    private record Keys(String whole, String beforeSubtitle, String beforePart) {
        static Keys of(String name) {
            String plain = plain(name);
            String whole = cleaned(plain);
            Matcher part = PART_BEGINS.matcher(whole);
            return new Keys(whole, cleaned(SUBTITLE.split(plain, 2)[0]), part.matches() ? part.group(1) : whole);
        }

        static String plain(String name) {
            return NOT_ASCII
                    .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT);
        }

        Collection<String> all() {
            return new LinkedHashSet<>(List.of(whole, beforeSubtitle, beforePart));
        }

        private static String cleaned(String name) {
            String words = NOT_PLAIN
                    .matcher(IN_PARENTHESES.matcher(name).replaceAll(" "))
                    .replaceAll(" ")
                    .strip();
            int space = words.lastIndexOf(' ');
            while (space > 0 && PART_WORD.matcher(words.substring(space + 1)).matches()) {
                words = words.substring(0, space);
                space = words.lastIndexOf(' ');
            }
            return words;
        }
    }
}
