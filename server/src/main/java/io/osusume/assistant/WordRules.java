package io.osusume.assistant;

import io.osusume.search.TitleSearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What single words and runs of words of a language model's text may be: prose, or names that a tool
/// returned.
final class WordRules {
    private static final Pattern LINK = Pattern.compile(
            "://|(?i)www[.]|[\\p{L}\\p{N}-]+[.](?i:com|org|net|io|jp|tv|co|app|dev|info|xyz|me)\\b|@[\\p{L}\\p{N}]");
    private static final Pattern JAPANESE = Pattern.compile("[\\u3040-\\u30ff\\u3400-\\u9fff\\uff66-\\uff9f]+");
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
    private static final Pattern QUOTES = Pattern.compile("[\"“”„«»「」『』《》`*_]|^['‘]");
    private static final Pattern END = Pattern.compile("[.!?…。！？][)\\]\"”»'’*_]*$");
    private static final Set<String> PARTS = Set.of(
            "season",
            "part",
            "movie",
            "ova",
            "ona",
            "special",
            "specials",
            "ii",
            "iii",
            "iv",
            "final",
            "returns",
            "zero");
    private static final int SHINGLE = 6;
    private static final int LONGEST_NAME = 14;

    private final CatalogueWords catalogue;
    private final Ledger ledger;
    private final SaidNumbers numbers;
    private final Set<String> shingles = new HashSet<>();

    /// The rules of one conversation.
    /// @param prompt what the model was told for itself, which it must not repeat
    WordRules(CatalogueWords catalogue, Ledger ledger, String prompt) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.numbers = new SaidNumbers(ledger);
        List<String> words = folded(prompt);
        for (int k = 0; k + SHINGLE <= words.size(); k++) {
            shingles.add(String.join(" ", words.subList(k, k + SHINGLE)));
        }
    }

    private static List<String> folded(String text) {
        String folded = TitleSearch.folded(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
    }

    /// A token without signs around it and the ending of a possessive.
    static String core(String token) {
        String bare = EDGE.matcher(token).replaceAll("");
        return POSSESSIVE.matcher(bare).replaceFirst("");
    }

    private static boolean capital(String core) {
        return core.chars().anyMatch(Character::isUpperCase);
    }

    /// Whether a token is prose at this place, as far as it is known: it may be shown at once.
    boolean plain(String token, Sentence sentence) {
        String core = core(token);
        if (sentence.begun || !capital(core)) {
            return plainWithin(token);
        }
        return !QUOTES.matcher(token).find()
                && !JAPANESE.matcher(token).find()
                && capital(core.substring(0, 1))
                && !capital(core.substring(1))
                && catalogue.ordinary(core)
                && (catalogue.prose(core)
                        || catalogue.called(TitleSearch.folded(core)).isEmpty());
    }

    /// Whether a token may be shown though it may go on: prose that ends no name and no line of the
    /// instructions.
    boolean early(String token, Sentence sentence) {
        return plain(token, sentence)
                && token.chars().noneMatch(Character::isDigit)
                && sequence(token, sentence).isEmpty();
    }

    /// Whether a token is prose within a sentence.
    boolean plainWithin(String token) {
        String core = core(token);
        if (QUOTES.matcher(token).find() || JAPANESE.matcher(token).find()) {
            return false;
        }
        if (capital(core)) {
            return false;
        }
        String folded = TitleSearch.folded(core);
        return catalogue.ordinary(core)
                || folded.isEmpty()
                || core.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',')
                || (catalogue.called(folded).isEmpty() && !catalogue.begins(folded));
    }

    /// What a token does that it may not, whatever it is part of.
    Optional<Violation> judge(String token, Sentence sentence) {
        if (LINK.matcher(token).find()) {
            return Optional.of(Violation.LINK);
        }
        Optional<Violation> number = numbers.judge(token, sentence);
        if (number.isPresent()) {
            return number;
        }
        return sequence(token, sentence);
    }

    /// What a token does together with the words before it.
    private Optional<Violation> sequence(String token, Sentence sentence) {
        List<String> words = new ArrayList<>(sentence.words);
        List<String> added = folded(token);
        words.addAll(added);
        for (int k = Math.max(0, words.size() - added.size() - SHINGLE + 1); k + SHINGLE <= words.size(); k++) {
            if (shingles.contains(String.join(" ", words.subList(k, k + SHINGLE)))) {
                return Optional.of(Violation.PROMPT);
            }
        }
        return added.isEmpty() || capital(core(token)) ? Optional.empty() : lowerCaseName(words);
    }

    /// A name of several words in lower case that ends here.
    private Optional<Violation> lowerCaseName(List<String> words) {
        for (int length = Math.min(LONGEST_NAME, words.size()); length >= 2; length--) {
            List<String> tail = words.subList(words.size() - length, words.size());
            Set<Long> called = catalogue.called(String.join(" ", tail));
            if (!called.isEmpty()) {
                return ledger.knowsAny(called) || tail.stream().allMatch(catalogue::prose)
                        ? Optional.empty()
                        : Optional.of(Violation.TITLE);
            }
        }
        return Optional.empty();
    }

    /// Notes a token that was let through.
    void note(String token, Sentence sentence) {
        List<String> words = folded(token);
        sentence.words.addAll(words);
        if (!words.isEmpty()) {
            sentence.begun = true;
            sentence.afterMark = false;
        }
        if (token.endsWith(":")) {
            sentence.begun = false;
        }
    }

    /// Whether a token belongs to the run before it.
    boolean goesOn(String run, String token) {
        if (openQuote(run)) {
            return true;
        }
        String words = TitleSearch.folded(run + " " + token);
        String tail = words;
        for (int k = 0; k < LONGEST_NAME; k++) {
            if (!catalogue.called(tail).isEmpty() || catalogue.begins(tail)) {
                return true;
            }
            int space = tail.indexOf(' ');
            if (space < 0 || tail.equals(TitleSearch.folded(token))) {
                return false;
            }
            tail = tail.substring(space + 1);
        }
        return false;
    }

    private static boolean openQuote(String run) {
        return run.length() < 160
                && (open(run, '“', '”')
                        || open(run, '«', '»')
                        || open(run, '「', '」')
                        || open(run, '『', '』')
                        || odd(run, '"')
                        || odd(run, '`')
                        || odd(run.replace("**", "*"), '*')
                        || odd(run, '_'));
    }

    private static boolean open(String text, char opening, char closing) {
        return text.lastIndexOf(opening) > text.lastIndexOf(closing);
    }

    private static boolean odd(String text, char quote) {
        return text.chars().filter(c -> c == quote).count() % 2 == 1;
    }

    /// Whether a name that begins like a run may go on after it, though it ends like a sentence.
    boolean mayGoOn(String run) {
        return openQuote(run) || catalogue.begins(TitleSearch.folded(run));
    }

    boolean endsSentence(String token) {
        return END.matcher(token).find();
    }

    /// What a run of held tokens does that it may not.
    Optional<Violation> judgeRun(String run, Sentence sentence) {
        Matcher japanese = JAPANESE.matcher(run);
        if (japanese.find()) {
            return judgeJapanese(run);
        }
        String[] tokens = run.split("\\s+", -1);
        boolean quoted = QUOTES.matcher(run).find();
        List<String> words = new ArrayList<>();
        List<String> cores = new ArrayList<>(); // as written, one for each word
        for (String token : tokens) {
            String core = core(token);
            for (String word : folded(core)) {
                words.add(word);
                cores.add(core);
            }
        }
        int at = 0;
        boolean afterName = sentence.afterMark;
        while (at < words.size()) {
            int end = longestName(words, at);
            Set<Long> called = end == at ? Set.of() : catalogue.called(String.join(" ", words.subList(at, end)));
            boolean lower = cores.subList(at, Math.max(end, at + 1)).stream().noneMatch(WordRules::capital);
            if (end > at && ledger.knowsAny(called)) {
                at = end;
                afterName = true;
                continue;
            }
            boolean first = at == 0 && !sentence.begun;
            if (afterName && PARTS.contains(words.get(at)) && !lower) {
                return Optional.of(Violation.TITLE);
            }
            if (end > at && !prose(words.subList(at, end), cores.subList(at, end), lower && !quoted, first)) {
                return Optional.of(Violation.TITLE);
            }
            String core = cores.get(at);
            if (end == at && capital(core) && !mayStand(core, first && !quoted)) {
                return Optional.of(Violation.TITLE);
            }
            if (end == at && quoted && !catalogue.ordinary(core) && !mayStand(core, false)) {
                return Optional.of(Violation.TITLE); // in quotation marks anything unknown may be a title
            }
            afterName = false;
            at = Math.max(end, at + 1);
        }
        return Optional.empty();
    }

    private int longestName(List<String> words, int from) {
        for (int end = Math.min(words.size(), from + LONGEST_NAME); end > from; end--) {
            if (!catalogue.called(String.join(" ", words.subList(from, end))).isEmpty()) {
                return end;
            }
        }
        return from;
    }

    /// Whether words are prose though a title that no tool returned is called so.
    private boolean prose(List<String> words, List<String> cores, boolean lower, boolean first) {
        if (words.size() == 1) {
            String core = cores.getFirst();
            boolean digits = core.chars().allMatch(Character::isDigit);
            return digits
                    || (lower && catalogue.ordinary(core))
                    || catalogue.mayBeCapital(core)
                    || (first && catalogue.prose(core));
        }
        return lower && words.stream().allMatch(catalogue::prose);
    }

    private boolean mayStand(String core, boolean first) {
        return catalogue.mayBeCapital(core)
                || ledger.ofStudio(core)
                || (first && catalogue.ordinary(core) && !capital(core.substring(1)));
    }

    private Optional<Violation> judgeJapanese(String run) {
        for (String token : run.split("[\\s\"“”„«»「」『』《》`*_、。,]+", -1)) {
            if (!token.isEmpty()
                    && JAPANESE.matcher(token).find()
                    && !ledger.knowsAny(catalogue.called(TitleSearch.folded(token)))) {
                return Optional.of(Violation.TITLE);
            }
        }
        String rest = JAPANESE.matcher(run).replaceAll(" ").strip();
        return rest.isEmpty() || !capital(rest) ? Optional.empty() : Optional.of(Violation.TITLE);
    }
}
