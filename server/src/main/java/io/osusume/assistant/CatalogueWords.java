package io.osusume.assistant;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import io.osusume.search.TitleSearch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The names of all titles of a catalogue, in all languages and short forms, as sequences of words; and
/// the words that are none: those of a list that is shipped, and those that synopses of two titles
/// write in lower case. Immutable.
final class CatalogueWords {
    private static final Pattern LOWER =
            Pattern.compile("(?<![\\p{L}\\p{N}'’-])\\p{Ll}[\\p{Ll}'’]*(?![\\p{L}\\p{N}'’-])");
    private static final int TITLES = 2;

    private final Map<String, Set<Long>> names = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> plain = read("plain-words.txt");
    private final Set<String> capital = read("capital-words.txt");
    private final Set<String> vocabulary = new HashSet<>(plain);

    CatalogueWords(Catalogue catalogue, TitleSearch search) {
        search.eachName((name, title) -> add(name, title.itemId()));
        Map<String, Integer> titles = new HashMap<>();
        for (Title title : catalogue.titles()) {
            String synopsis = title.synopsis();
            if (synopsis != null) {
                wordsOf(synopsis).forEach(word -> titles.merge(word, 1, Integer::sum));
            }
            facts(title);
        }
        titles.forEach((word, count) -> {
            if (count >= TITLES) {
                vocabulary.add(word);
            }
        });
    }

    private void add(String folded, long itemId) {
        if (folded.isEmpty()) {
            return;
        }
        names.computeIfAbsent(folded, _ -> new HashSet<>()).add(itemId);
        for (int space = folded.indexOf(' '); space >= 0; space = folded.indexOf(' ', space + 1)) {
            beginnings.add(folded.substring(0, space));
        }
        String compact = folded.replace(" ", "");
        if (compact.length() > 5) {
            names.computeIfAbsent(compact, _ -> new HashSet<>()).add(itemId);
        }
    }

    /// Words of genres, sources and studios may be written with a capital letter: they are facts.
    private void facts(Title title) {
        String source = title.source();
        if (source != null) {
            words(source).forEach(capital::add);
        }
        title.genres().forEach(genre -> words(genre).forEach(capital::add));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s/]+", -1)).toList();
    }

    private static Set<String> wordsOf(String synopsis) {
        Set<String> words = new HashSet<>();
        Matcher matcher = LOWER.matcher(synopsis);
        while (matcher.find()) {
            words.add(matcher.group().replace('’', '\''));
        }
        return words;
    }

    private static Set<String> read(String file) {
        try (InputStream in = Objects.requireNonNull(CatalogueWords.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split("\\s+", -1)))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The titles that are called so, by folded words with one space between; none for what is no name.
    Set<Long> called(String words) {
        return names.getOrDefault(words, Set.of());
    }

    /// Whether a longer name begins with these words.
    boolean begins(String words) {
        return beginnings.contains(words);
    }

    /// Whether a word is on the shipped list: it is prose though a title may be called so too.
    boolean prose(String word) {
        return plain.contains(word.toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    /// Whether a word is an ordinary one.
    boolean ordinary(String word) {
        return vocabulary.contains(word.toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    /// Whether a word may begin with a capital letter wherever it stands.
    boolean mayBeCapital(String word) {
        return capital.contains(word);
    }
}
