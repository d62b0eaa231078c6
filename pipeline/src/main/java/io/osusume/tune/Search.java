package io.osusume.tune;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which search it is: what decides the figures of each trial, but for the code.
///
/// How many trials there are is no part of it, since no trial depends on it: a search can be made longer later.
///
/// @param seed of the configurations and of which users train on which rung
/// @param circumstances whatever else the figures depend on, in words by name: the data's hash, settings that are held
public record Search(SearchSpace space, long seed, Map<String, String> circumstances) {
    private static final String BETWEEN = " = ";

    public Search {
        circumstances = Collections.unmodifiableMap(new TreeMap<>(circumstances));
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>(circumstances);
        words.put("seed", Long.toString(seed));
        words.put("ladder", "1 of " + Rungs.ETA + " goes on, " + Rungs.COUNT + " rungs");
        words.putAll(space.words());
        return words;
    }

    /// The search in lines `name = words`.
    String text() {
        return words().entrySet().stream()
                .map(entry -> entry.getKey() + BETWEEN + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /// Eight hexadecimal digits that differ between searches.
    public String shortHash() {
        MessageDigest digest = Hashes.sha256();
        digest.update(text().getBytes(UTF_8));
        return Hashes.hex(digest).substring(0, 8);
    }

    /// Passes if a log is of this search.
    ///
    /// @param beside the file that says of which search it is
    /// @throws ArtifactException if it is of another, naming every difference, or does not say
    void checkSame(Path log, Path beside) throws IOException {
        if (!Files.isRegularFile(beside)) {
            throw new ArtifactException(log + " does not say which search it is of: " + beside
                    + " is missing; name another file with --log, or remove it to begin anew");
        }
        Map<String, String> theirs = new LinkedHashMap<>();
        for (String line : Files.readAllLines(beside, UTF_8)) {
            int end = line.indexOf(BETWEEN);
            if (end >= 0) {
                theirs.put(line.substring(0, end), line.substring(end + BETWEEN.length()));
            }
        }
        Map<String, String> ours = words();
        TreeSet<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        String differences = names.stream()
                .filter(name -> !Objects.equals(ours.get(name), theirs.get(name)))
                .map(name -> name + " was '" + theirs.getOrDefault(name, "") + "', now is '"
                        + ours.getOrDefault(name, "") + "'")
                .collect(Collectors.joining("; "));
        if (!differences.isEmpty()) {
            throw new ArtifactException(log + " is the log of another search: " + differences
                    + "; name another file with --log, or remove it to begin anew");
        }
    }
}
