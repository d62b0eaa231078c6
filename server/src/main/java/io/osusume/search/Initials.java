package io.osusume.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The abbreviations fans make of a name by the first letters of its words: "aot" of "Attack on Titan",
/// "hxh" of "Hunter x Hunter", "mp100" of "Mob Psycho 100", "sao2" of "Sword Art Online II".
final class Initials {
    static final int SHORTEST = 3;
    private static final int LONGEST = 10;
    private static final Pattern IN_PARENTHESES = Pattern.compile("[(\\[].*?[)\\]]");
    private static final Pattern SUBTITLE = Pattern.compile(":| [-~] ");

    private Initials() {}

    /// The initials of a name as it stands in the catalogue: of the whole, and of what stands before its
    /// subtitle.
    static Set<String> of(String name) {
        Set<String> found = new LinkedHashSet<>();
        if (name.charAt(0) >= Kana.JAPANESE) {
            return found; // nobody abbreviates it so
        }
        String title = IN_PARENTHESES.matcher(name).replaceAll(" ");
        String main = SUBTITLE.split(title, 2)[0];
        add(title, found);
        if (main.length() < title.length()) {
            add(main, found);
        }
        return found;
    }

    private static void add(String name, Set<String> found) {
        String plain = SeasonWords.plain(NameFolding.folded(name));
        StringBuilder initials = new StringBuilder();
        int words = 0;
        for (String word : plain.split(" ", -1)) {
            if (word.isEmpty() || word.charAt(0) > 'z') {
                return; // not Latin
            }
            initials.append(Character.isDigit(word.charAt(0)) ? word : word.substring(0, 1));
            words++;
        }
        if (words > 1 && initials.length() >= SHORTEST && initials.length() <= LONGEST) {
            found.add(initials.toString());
        }
    }
}
