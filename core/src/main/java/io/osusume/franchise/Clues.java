package io.osusume.franchise;

import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the facts of one title say about its place in a franchise: the words of its name, its number, its length.
///
/// @param item the index
/// @param words of the name, lower case, without what stands in parentheses
/// @param stem how many of the words are left when those of its part ("2nd Season", "Movie", "II") are cut from the end
/// @param head how many of the words stand before the first number and the word "movie" or the like before it
/// @param number the first number of the name after its first word, 0 if there is none
/// @param aired in years, far in the future if not known
/// @param ended when the last episode was shown, in years
/// @param minutes of all episodes together, 0 if not known
/// @param cues what the synopsis says outright
/// @param people whom the synopsis names, see [Characters]
record Clues(
        int item,
        Title title,
        List<String> words,
        int stem,
        int head,
        int number,
        double aired,
        double ended,
        double minutes,
        Set<Cue> cues,
        People people) {
    static final double FAR = 9999;

    private static final double SHORT_MINUTES = 9;
    private static final double LONG_MINUTES = 140;
    private static final double FILM_MINUTES = 39;

    private static final Set<String> PART_WORDS = Set.of(
            "season",
            "part",
            "cour",
            "series",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "final",
            "tv",
            "ova",
            "ona",
            "oad",
            "oav",
            "special",
            "specials",
            "movie",
            "movies",
            "the",
            "animation",
            "recap",
            "recaps",
            "stage",
            "edition",
            "picture",
            "drama",
            "prologue",
            "film");
    private static final Set<String> BEFORE_NUMBER =
            Set.of("movie", "part", "border", "case", "the", "film", "special", "season", "chapter", "episode");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");
    private static final Set<String> ORDINAL_ENDS = Set.of("st", "nd", "rd", "th");

    /// Without five and ten, which stand for other things: "Hunter x Hunter", "Gundam V".
    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "", "vi", "vii", "viii", "ix");

    static Clues of(int item, Title title) {
        return of(item, title, words(title.name()), Set.of(), People.NOBODY);
    }

    static Clues of(int item, Title title, List<String> words, Set<Cue> cues, People people) {
        int stem = words.size();
        while (stem > 1 && isPartWord(words.get(stem - 1))) {
            stem--;
        }
        int place = 1;
        while (place < words.size() && numberOf(words.get(place)) == 0) {
            place++;
        }
        int number = place < words.size() ? numberOf(words.get(place)) : 0;
        int head = number == 0 ? words.size() : place;
        while (head > 1 && BEFORE_NUMBER.contains(words.get(head - 1))) {
            head--;
        }
        double aired = title.airedFromYears();
        String to = title.airedTo();
        double start = Double.isNaN(aired) ? FAR : aired;
        return new Clues(
                item,
                title,
                words,
                stem,
                head,
                number,
                start,
                to == null ? start + Math.max(0, title.episodes() - 1) / 52.0 : years(to),
                title.durationMinutes() * Math.max(1, title.episodes()),
                cues,
                people);
    }

    /// When a title was first shown, in years; far in the future if that is not known.
    static double shown(Optional<Title> title) {
        double years = title.map(Title::airedFromYears).orElse(Double.NaN);
        return Double.isNaN(years) ? FAR : years;
    }

    private static double years(String date) {
        double start = Integer.parseInt(date.substring(0, 4));
        return start + (date.length() < 7 ? 0.5 : (Integer.parseInt(date.substring(5, 7)) - 1) / 12.0);
    }

    /// The words of a text, without accents and without what stands in parentheses.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder word = new StringBuilder();
        int depth = 0;
        for (int k = 0; k <= plain.length(); k++) {
            char c = k == plain.length() ? ' ' : plain.charAt(k);
            if (c == '(' && k > 0) {
                depth++;
            }
            if (depth == 0 && Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (c == ')' && depth > 0) {
                depth--;
            }
        }
        return words.isEmpty() ? List.of(plain) : words;
    }

    private static boolean isPartWord(String word) {
        return PART_WORDS.contains(word) || numberOf(word) != 0 || word.equals("0") || isYear(word);
    }

    static boolean isYear(String word) {
        return word.length() == 4 && word.chars().allMatch(Character::isDigit);
    }

    /// The number a word is: `2`, `ii`, `2nd`, `second`, `s2`; 0 if it is none.
    static int numberOf(String word) {
        int named = Math.max(ROMAN.indexOf(word), ORDINALS.indexOf(word)) + 1;
        if (named > 0) {
            return named;
        }
        int start = word.length() > 1 && word.charAt(0) == 's' ? 1 : 0;
        int end = start;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        boolean ends = end == word.length() || ORDINAL_ENDS.contains(word.substring(end));
        return end > start && end - start <= 2 && ends ? Integer.parseInt(word.substring(start, end)) : 0;
    }

    boolean has(String... wanted) {
        return Arrays.stream(wanted).anyMatch(words::contains);
    }

    /// Whether two words follow each other in the name.
    boolean hasPair(String one, String next) {
        for (int k = 0; k + 1 < words.size(); k++) {
            if (words.get(k).equals(one) && words.get(k + 1).equals(next)) {
                return true;
            }
        }
        return false;
    }

    /// How many words two names begin with alike.
    int alike(Clues other) {
        int alike = 0;
        while (alike < words.size()
                && alike < other.words.size()
                && words.get(alike).equals(other.words.get(alike))) {
            alike++;
        }
        return alike;
    }

    boolean says(Cue cue) {
        return cues.contains(cue);
    }

    boolean is(Clues other) {
        return item == other.item;
    }

    /// Whether the name goes on where the stem of another ends.
    boolean continues(Clues other) {
        return startsWith(other.words, other.stem);
    }

    boolean startsWith(List<String> start, int length) {
        if (words.size() < length) {
            return false;
        }
        for (int k = length - 1; k >= 0; k--) {
            if (!words.get(k).equals(start.get(k))) {
                return false;
            }
        }
        return true;
    }

    boolean sameStem(Clues other) {
        return stem == other.stem && startsWith(other.words, stem);
    }

    boolean isType(TitleType type) {
        return title.type() == type;
    }

    /// A series of full episodes, or one so short that it is no trifle either.
    boolean isSeries() {
        boolean full = title.durationMinutes() == 0 || title.durationMinutes() > SHORT_MINUTES;
        return switch (title.type()) {
            case TV -> full && (title.episodes() != 1);
            case OVA, ONA -> full && title.episodes() >= 4 && minutes >= LONG_MINUTES;
            case MOVIE -> title.episodes() >= 4 && minutes >= LONG_MINUTES / 2;
            case SPECIAL, MUSIC, UNKNOWN -> false;
        };
    }

    boolean isFilm() {
        return title.type() == TitleType.MOVIE
                && (title.durationMinutes() == 0 || title.durationMinutes() > FILM_MINUTES)
                && title.episodes() <= 3;
    }

    boolean isTrifle() {
        return minutes > 0 && minutes <= 3;
    }
}
