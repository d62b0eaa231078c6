package io.osusume.sample;

import io.osusume.franchise.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What fans know of the entries of a franchise, written by hand: the resource `franchise-facts.txt`.
///
/// @param unseen whether the rules were not tuned on it: the smallest id of the franchise is odd
record FranchiseFacts(String name, boolean unseen, List<Fact> facts) {

    /// What one entry is.
    ///
    /// @param id the MyAnimeList id
    /// @param parts those that fans would accept
    /// @param prequels the ids that fans would accept, 0 for none; empty if it is not judged
    record Fact(long id, Set<Part> parts, Set<Long> prequels) {
        static Fact parse(String line) {
            String[] columns = line.split(" ", 4);
            return new Fact(
                    Long.parseLong(columns[0]),
                    Arrays.stream(columns[1].split("\\|", -1))
                            .map(part -> Part.valueOf(part.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toSet()),
                    columns[2].equals("?")
                            ? Set.of()
                            : Arrays.stream(columns[2].split("\\|", -1))
                                    .map(Long::valueOf)
                                    .collect(Collectors.toSet()));
        }

        /// Whether it must never be shown alone, whatever was seen.
        boolean neverAlone() {
            return !parts.contains(Part.MAIN) && !parts.contains(Part.SIDE);
        }
    }

    static List<FranchiseFacts> read() throws IOException {
        List<FranchiseFacts> all = new ArrayList<>();
        try (InputStream stream =
                Objects.requireNonNull(FranchiseFacts.class.getResourceAsStream("franchise-facts.txt"))) {
            for (String block : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n= ", -1)) {
                if (!block.startsWith("#")) {
                    all.add(parse(block.strip().split("\n", -1)));
                }
            }
        }
        return all;
    }

    private static FranchiseFacts parse(String[] lines) {
        List<Fact> facts = Arrays.stream(lines).skip(1).map(Fact::parse).toList();
        long smallest = facts.stream().mapToLong(Fact::id).min().orElseThrow();
        return new FranchiseFacts(lines[0], smallest % 2 == 1, facts);
    }
}
