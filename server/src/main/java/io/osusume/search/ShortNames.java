package io.osusume.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// What fans call a title beside its names, written by hand: abbreviations and nicknames that no rule
/// would give.
///
/// Each line of the resource holds a MyAnimeList id and the short names, the usual one first: `30831
/// konosuba`. Immutable.
final class ShortNames {
    private static final String RESOURCE = "short-names.txt";
    private static final Pattern COMMA = Pattern.compile(",\\s*");

    private final Map<Long, List<String>> byId;

    private ShortNames(Map<Long, List<String>> byId) {
        this.byId = byId;
    }

    /// Reads the list inside the program.
    static ShortNames read() {
        try (InputStream in = Objects.requireNonNull(ShortNames.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parse(lines.lines().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException("the short names inside the program cannot be read", broken);
        }
    }

    /// @throws IllegalArgumentException if a line is not an id and names, or an id stands twice
    static ShortNames parse(List<String> lines) {
        Map<Long, List<String>> byId = new LinkedHashMap<>();
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" ", 2);
            if (parts.length < 2 || !parts[0].matches("\\d{1,9}")) {
                throw new IllegalArgumentException(
                        RESOURCE + " line " + (k + 1) + ": must be an id and short names, was: " + line);
            }
            List<String> before = byId.put(Long.valueOf(parts[0]), List.of(COMMA.split(parts[1].strip())));
            if (before != null) {
                throw new IllegalArgumentException(
                        RESOURCE + " line " + (k + 1) + ": the id " + parts[0] + " stands twice in the list");
            }
        }
        return new ShortNames(byId);
    }

    /// The short names of a title, none for most.
    List<String> of(long itemId) {
        return byId.getOrDefault(itemId, List.of());
    }

    /// The ids of all titles that have short names.
    Set<Long> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }
}
