package io.osusume.understand;

import io.osusume.search.TypingErrors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What fans' words mean, from two files inside the program: phrases that stand for a genre, type,
/// source or quality, and plain words that say nothing. Immutable.
final class Vocabulary {
    private static final int LONGEST = 5;
    private static final int CORRECTED_FROM = 4;

    /// A meaning: the field of a filter (`genre`, `type`, `source`, `quality`) and its values.
    record Meaning(String field, List<String> values) {
        Meaning {
            values = List.copyOf(values);
        }
    }

    /// A phrase found: how many words it has, and what it means.
    record Phrase(int length, Meaning meaning) {}

    private final Map<String, Meaning> phrases = new LinkedHashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> filler = new HashSet<>();
    private final Set<String> weak = new HashSet<>();
    private final Set<String> noTitle = new HashSet<>();

    private Vocabulary() {}

    /// Reads the files inside the program.
    static Vocabulary read() {
        Vocabulary read = new Vocabulary();
        lines("vocabulary.txt").forEach(read::addMeaning);
        Set<String> part = read.filler;
        for (String line : lines("plain-words.txt")) {
            if (line.startsWith("[")) {
                part = line.startsWith("[no description") ? read.weak : read.noTitle;
            } else {
                part.addAll(Plain.words(line));
            }
        }
        read.noTitle.addAll(read.filler);
        return read;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the words inside the program cannot be read", broken);
        }
    }

    private void addMeaning(String line) {
        int equals = line.indexOf(" = ");
        String[] head = line.substring(0, equals).split(" ", 2);
        Meaning meaning = new Meaning(head[0], List.of(head[1].split("\\+", -1)));
        for (String phrase : line.substring(equals + 3).split(", ", -1)) {
            String plain = Plain.of(phrase);
            phrases.put(plain, meaning);
            words.addAll(Plain.words(plain));
        }
    }

    /// The longest phrase that begins at a word.
    Optional<Phrase> phrase(List<String> sentence, int begin) {
        for (int length = Math.min(LONGEST, sentence.size() - begin); length > 0; length--) {
            String text = String.join(" ", sentence.subList(begin, begin + length));
            Meaning meaning = phrases.get(text);
            if (meaning == null && text.endsWith("s")) {
                meaning = phrases.get(text.substring(0, text.length() - 1));
            }
            if (meaning != null) {
                return Optional.of(new Phrase(length, meaning));
            }
        }
        return Optional.empty();
    }

    /// Whether a word says nothing about what a title is like.
    boolean isFiller(String word) {
        return filler.contains(word) || word.chars().noneMatch(Character::isLetter);
    }

    /// Whether a word alone is no description of a title, though it may be part of one.
    boolean isWeak(String word) {
        return isFiller(word) || weak.contains(word);
    }

    /// Whether a word alone names no title, though some title may be called so.
    boolean isOrdinary(String word) {
        return isWeak(word) || noTitle.contains(word) || isKnown(word);
    }

    private boolean isKnown(String word) {
        return words.contains(word) || (word.endsWith("s") && words.contains(word.substring(0, word.length() - 1)));
    }

    /// A word without its typing error: the one word of the vocabulary with the same first letter
    /// that is near. A word that is known, or near to several or none, stays as it is.
    String corrected(String word) {
        if (word.length() < CORRECTED_FROM || isOrdinary(word) || !word.chars().allMatch(Character::isLetter)) {
            return word;
        }
        Map<String, Integer> near = new HashMap<>();
        for (String known : words) {
            if (known.length() >= CORRECTED_FROM && known.charAt(0) == word.charAt(0)) {
                int distance = TypingErrors.distance(word, known, false);
                if (distance <= TypingErrors.allowed(word)) {
                    near.put(known, distance);
                }
            }
        }
        int best = near.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        List<String> nearest = new ArrayList<>(near.keySet());
        nearest.removeIf(known -> near.getOrDefault(known, 0) > best);
        boolean oneMeaning = nearest.stream().map(phrases::get).distinct().count() == 1;
        return nearest.isEmpty() || (nearest.size() > 1 && !oneMeaning) ? word : nearest.getFirst();
    }
}
