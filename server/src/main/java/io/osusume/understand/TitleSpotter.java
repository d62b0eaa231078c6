package io.osusume.understand;

import io.osusume.data.Title;
import io.osusume.search.TitleHit;
import io.osusume.search.TitleSearch;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the titles a sentence names: the longest run of words that is a name. Words that are common,
/// or mean something else here, name a title only where one must stand ("similar to Another"); there,
/// names may be begun or misspelt too.
final class TitleSpotter {
    private static final int LONGEST = 12;
    private static final int LONGEST_NEAR = 6;
    private static final int KNOWN_TO_MANY = 100_000;
    private static final int KNOWN_TO_SOME = 20_000;
    private static final int SHORTEST_SOUND = 5;
    private static final Pattern WORD = Pattern.compile("[^\\s,\"\u201c\u201d]+");
    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s$");
    private static final Set<TitleHit.Kind> ALIKE =
            EnumSet.of(TitleHit.Kind.EQUAL, TitleHit.Kind.SHORT_NAME, TitleHit.Kind.SOUND);

    /// After these, the next words are a title.
    private static final Pattern STRONG =
            Pattern.compile("(?:(?<!\\bi )(?<!\\bdo i )\\blike|similar to|close to|comparable to"
                    + "|(?:vein|style|spirit|direction|likes|lines|fans?|score|rating|episodes) of|alternatives? to|common with|reminiscent of|resembles?|resembling|vibes? (?:as|of)|reminds me of|rating for|score for|rate|score|hide|finished|loved|vs|versus"
                    + "|compare|difference between|why not|why|recommend(?:ing)?|suggest(?:ing)?(?: me)?|order for|order of"
                    + "|synopsis of|info on|details on|tell me about|start with|watch after|seen it|i mean|fans of) $");

    /// After these, the next words may be the begin of a well-known title's name.
    private static final Pattern WEAK = Pattern.compile(
            "(?:watched|order|never|see|seen|saw|miss|missing|love|enjoy|know|craving|hate|before|between|liked|enjoyed|add|put|mark|than|about|of|is|isnt|does|did|made|for|start|with|after|watch|to|show me|give|on) $");

    /// Between two titles of one list.
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:,|and|or|&|vs[.]?|versus|/|, and|with|to)?\\s*");

    /// Between a title and the one that was meant instead.
    private static final Pattern CORRECTION = Pattern.compile(
            "[\\s,.;-]*(?:er+ |uh+ |oh )?(?:i mean|i meant|sorry|rather|no wait)[\\s,:]*", Pattern.CASE_INSENSITIVE);

    /// How the words before a title are misspelt most.
    private static final Pattern MISSPELT_LIKE = Pattern.compile("\\b(?:liek|lkie|liike)\\b");

    private static final Pattern MISSPELT_SIMILAR = Pattern.compile("\\bsim+[iu]l+[aei]+r\\b");

    /// With these no title begins where it may be misspelt.
    private static final Set<String> LEADS = Set.of("of", "for", "to", "about", "on", "with", "and", "or", "is", "it");

    /// Where a title after such words ends at the latest.
    private static final Set<String> ENDS = Set.of(
            "but", "with", "without", "from", "please", "pls", "max", "under", "before", "after", "newer", "older",
            "shorter");

    private final TitleSearch search;
    private final Vocabulary vocabulary;

    TitleSpotter(TitleSearch search, Vocabulary vocabulary) {
        this.search = search;
        this.vocabulary = vocabulary;
    }

    /// A sentence with its titles marked `<t0>`, `<t1>`, ..., in the form of [Plain].
    record Spotted(String plain, List<NamedTitle> titles) {}

    private record Word(String text, int begin, int end) {}

    private record Span(TitleHit hit, int words) {}

    Spotted spot(String typed) {
        String sentence = MISSPELT_SIMILAR
                .matcher(MISSPELT_LIKE.matcher(typed).replaceAll("like"))
                .replaceAll("similar");
        List<Word> words = new ArrayList<>();
        for (Matcher matcher = WORD.matcher(sentence); matcher.find(); ) {
            words.add(new Word(matcher.group(), matcher.start(), matcher.end()));
        }
        StringBuilder plain = new StringBuilder();
        List<NamedTitle> titles = new ArrayList<>();
        int written = 0;
        for (int k = 0; k < words.size(); ) {
            String before = Plain.of(sentence.substring(0, words.get(k).begin)) + " ";
            boolean next = !titles.isEmpty()
                    && BETWEEN.matcher(sentence.substring(written, words.get(k).begin))
                            .matches();
            Optional<Span> span = at(sentence, words, k, before, next);
            if (span.isPresent()) {
                int last = k + span.get().words - 1;
                Title title = span.get().hit.title();
                int begin = words.get(k).begin;
                String between = sentence.substring(written, begin);
                NamedTitle named =
                        new NamedTitle(title.itemId(), title.name(), sentence.substring(begin, words.get(last).end));
                if (!titles.isEmpty() && CORRECTION.matcher(between).matches()) {
                    titles.set(titles.size() - 1, named);
                } else {
                    plain.append(between).append(" <t").append(titles.size()).append("> ");
                    titles.add(named);
                }
                written = words.get(last).end;
                char end = sentence.charAt(written - 1);
                plain.append(end == '?' || end == ':' ? String.valueOf(end) : "");
                k = last + 1;
            } else {
                k++;
            }
        }
        return new Spotted(Plain.of(plain.append(sentence.substring(written)).toString()), titles);
    }

    private Optional<Span> at(String sentence, List<Word> words, int k, String before, boolean next) {
        boolean strong = STRONG.matcher(before).find();
        for (int count = Math.min(LONGEST, words.size() - k); count > 0; count--) {
            String text = text(sentence, words, k, count);
            Optional<TitleHit> hit = search.named(text);
            boolean begins = before.isBlank() && k + count == words.size();
            if (hit.isPresent()
                    && (isMeant(hit.get(), text, strong, WEAK.matcher(before).find(), ends(words, k + count), begins)
                            || isWrittenAsName(hit.get(), text, words, k, count, before))) {
                Span named = new Span(hit.get(), count);
                return longer(sentence, words, k, count).or(() -> Optional.of(named));
            }
        }
        if (strong) {
            return near(sentence, words, k, (_, _) -> true);
        }
        return next || before.isBlank() || WEAK.matcher(before).find()
                ? near(sentence, words, k, TitleSpotter::isBegunWell)
                : Optional.empty();
    }

    /// A longer name that is only begun, where capital letters go on: "Monster Musume" is not "Monster".
    private Optional<Span> longer(String sentence, List<Word> words, int k, int count) {
        int next = k + count;
        if (next >= words.size()
                || next >= k + LONGEST_NEAR
                || !Character.isUpperCase(words.get(next).text.charAt(0))
                || ends(words, next)) {
            return Optional.empty();
        }
        String text = text(sentence, words, k, count + 1);
        return search.hits(text, 1).stream()
                .filter(hit -> isBegunWell(hit, text))
                .findFirst()
                .map(hit -> new Span(hit, count + 1));
    }

    /// Whether ordinary words are written like a name: each with a capital letter, in a sentence that has others.
    private boolean isWrittenAsName(TitleHit hit, String text, List<Word> words, int k, int count, String before) {
        List<String> all = Plain.words(Plain.of(text));
        boolean phrase = vocabulary
                .phrase(all, 0)
                .filter(found -> found.length() == all.size())
                .isPresent();
        if (hit.kind() != TitleHit.Kind.EQUAL || phrase || hit.title().members() < KNOWN_TO_SOME) {
            return false;
        }
        boolean capital = words.subList(k, k + count).stream().allMatch(word -> begins(word, true));
        boolean others = words.subList(0, k).stream().anyMatch(word -> begins(word, false))
                || words.subList(k + count, words.size()).stream().anyMatch(word -> begins(word, false));
        boolean placed = STRONG.matcher(before).find()
                || (WEAK.matcher(before).find() && !all.stream().allMatch(vocabulary::isFiller));
        return capital && others && (placed || count > 1);
    }

    private static boolean begins(Word word, boolean capital) {
        char first = word.text.charAt(0);
        return capital ? Character.isUpperCase(first) || Character.isDigit(first) : Character.isLowerCase(first);
    }

    /// Whether a text is the very begin of a well-known name.
    private static boolean isBegunWell(TitleHit hit, String text) {
        return hit.title().members() >= KNOWN_TO_MANY && (Plain.of(hit.name()) + " ").startsWith(Plain.of(text) + " ");
    }

    private static String text(String sentence, List<Word> words, int k, int count) {
        String text = sentence.substring(words.get(k).begin, words.get(k + count - 1).end);
        return POSSESSIVE.matcher(text).replaceAll("");
    }

    private static boolean ends(List<Word> words, int next) {
        return next >= words.size()
                || words.get(next - 1).text.matches(".*[.?!;:]$")
                || words.get(next).begin > words.get(next - 1).end + 1
                || ENDS.contains(words.get(next).text)
                || Set.of("is", "and", "or", "vs", "again").contains(words.get(next).text);
    }

    private boolean isMeant(TitleHit hit, String text, boolean strong, boolean placed, boolean ends, boolean whole) {
        List<String> all = Plain.words(Plain.of(text));
        List<String> telling =
                all.stream().filter(word -> !vocabulary.isOrdinary(word)).toList();
        int members = hit.title().members();
        if (telling.isEmpty()) {
            boolean phrase = vocabulary
                    .phrase(all, 0)
                    .filter(found -> found.length() == all.size())
                    .isPresent();
            boolean named = hit.kind() == TitleHit.Kind.EQUAL && !phrase;
            return named
                    && ((strong && ends)
                            || (placed && ends && all.size() > 1 && members >= KNOWN_TO_MANY)
                            || (all.size() > 2 && members >= KNOWN_TO_MANY)
                            || (whole && all.size() > 1));
        }
        if (hit.kind() == TitleHit.Kind.BEGINNING) {
            return all.size() == 1 && (strong || members >= KNOWN_TO_MANY);
        }
        boolean oneOfMany = telling.size() == 1
                && all.stream().filter(word -> !vocabulary.isFiller(word)).count() == 1;
        if (strong || (all.size() > 1 && !oneOfMany)) {
            return hit.kind() != TitleHit.Kind.SOUND || text.length() >= SHORTEST_SOUND;
        }
        return members >= KNOWN_TO_SOME && (hit.kind() != TitleHit.Kind.SOUND || text.length() > SHORTEST_SOUND);
    }

    /// A title whose name is begun or misspelt.
    private Optional<Span> near(String sentence, List<Word> words, int k, BiPredicate<TitleHit, String> accepted) {
        int most = 0;
        while (most < LONGEST_NEAR
                && k + most < words.size()
                && !ENDS.contains(words.get(k + most).text)
                && (most == 0 || !ends(words, k + most))) {
            most++;
        }
        for (int count = most; count > 0; count--) {
            String text = text(sentence, words, k, count);
            List<String> all = Plain.words(Plain.of(text));
            boolean telling = all.stream().anyMatch(word -> !vocabulary.isOrdinary(word) && word.length() > 3)
                    && !vocabulary.isFiller(all.getLast())
                    && !LEADS.contains(all.getFirst());
            if (telling) {
                Optional<TitleHit> hit = search.hits(text, 1).stream()
                        .filter(found -> accepted.test(found, text))
                        .filter(found ->
                                ALIKE.contains(found.kind()) || found.title().members() >= KNOWN_TO_SOME)
                        .findFirst();
                if (hit.isPresent()) {
                    return Optional.of(new Span(hit.get(), count));
                }
            }
        }
        return Optional.empty();
    }
}
