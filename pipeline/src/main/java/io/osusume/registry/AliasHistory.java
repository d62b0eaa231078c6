package io.osusume.registry;

import io.osusume.artifact.ArtifactException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `history.jsonl` beside the aliases: one JSON object a line for each move, oldest first; lines are only added.
///
/// ```json
/// {"at":"2026-11-28T22:00:00Z","alias":"champion","before":"ease-...","after":"hybrid-...","who":"mai","why":"...","forced":false}
/// ```
/// `before` and `after` are absent where there was no version.
record AliasHistory(AliasTexts texts) {
    private static final String FILE = "history.jsonl";
    private static final int ATTEMPTS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.shared();

    /// What stands for a move nobody wrote down: a process that ended in between, or a hand in the folder.
    static final String UNRECORDED = "moved without a record; found at the next move";

    /// All moves, oldest first.
    ///
    /// @throws ArtifactException if a line cannot be understood
    List<AliasChange> read() throws IOException {
        return parse(texts.read(FILE).orElse(""));
    }

    /// Adds a move; before it, what is missing between the last line and this one.
    void append(AliasChange change) throws IOException {
        long start = System.nanoTime();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<String> text = texts.read(FILE);
            StringBuilder next = new StringBuilder(text.orElse(""));
            String last = last(text.orElse(""), change.alias());
            if (!Objects.equals(last, change.before())) {
                if (System.nanoTime() - start < PATIENCE.toNanos()) {
                    pause(); // who moved it just before is about to write that down
                    continue;
                }
                next.append(line(new AliasChange(
                        change.alias(),
                        last,
                        change.before(),
                        new AliasChange.Because(change.because().at(), "", UNRECORDED, false))));
            }
            next.append(line(change));
            if (texts.compareAndSet(FILE, text, Optional.of(next.toString()))) {
                return;
            }
        }
        throw new ArtifactException(texts.place(FILE) + " changed " + ATTEMPTS
                + " times while one line was to be added; the alias has moved, the line is missing");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(5);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while the move of an alias was written down");
        }
    }

    private @Nullable String last(String text, Alias alias) {
        return parse(text).reversed().stream()
                .filter(change -> change.alias() == alias)
                .findFirst()
                .flatMap(AliasChange::to)
                .orElse(null);
    }

    private static String line(AliasChange change) {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", change.because().at().toString());
        line.put("alias", change.alias().word());
        change.from().ifPresent(id -> line.put("before", id));
        change.to().ifPresent(id -> line.put("after", id));
        line.put("who", change.because().who());
        line.put("why", change.because().why());
        line.put("forced", change.because().forced());
        return JSON.writeValueAsString(line) + "\n";
    }

    private List<AliasChange> parse(String text) {
        List<AliasChange> changes = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int k = 0; k < lines.size(); k++) {
            try {
                JsonNode line = JSON.readTree(lines.get(k));
                changes.add(new AliasChange(
                        Alias.valueOf(line.path("alias").asString("").toUpperCase(Locale.ROOT)),
                        line.path("before").asString(null),
                        line.path("after").asString(null),
                        new AliasChange.Because(
                                Instant.parse(line.path("at").asString("")),
                                line.path("who").asString(""),
                                line.path("why").asString(""),
                                line.path("forced").asBoolean(false))));
            } catch (JacksonException | IllegalArgumentException | DateTimeException broken) {
                throw new ArtifactException(
                        texts.place(FILE) + " line " + (k + 1)
                                + " must be a move of an alias as JSON, was '" + lines.get(k)
                                + "'; repair the line or move the file away",
                        broken);
            }
        }
        return List.copyOf(changes);
    }
}
