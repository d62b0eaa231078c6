package io.osusume.prepare;

import io.osusume.artifact.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run of [Prepare] did, for a person to check: rows, users and items before and after each step, and facts
/// about the result.
///
/// @param steps in the order in which they were taken
/// @param facts counts by their names (`rows`, `users`, `items`, `rows without a score`, ...)
/// @param notes sentences
/// @param seconds how long it took
public record PrepareReport(List<Step> steps, Map<String, Long> facts, List<String> notes, double seconds) {
    static final String SECONDS = "seconds";

    /// How much there is of the data.
    public record Size(long rows, long users, long items) {}

    /// One step.
    ///
    /// @param name what it did
    public record Step(String name, Size before, Size after) {}

    public PrepareReport {
        steps = List.copyOf(steps);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        notes = List.copyOf(notes);
    }

    /// The report as it stands in the manifest of a prepared folder.
    public static PrepareReport of(Manifest manifest) {
        Map<String, Long> counts = manifest.counts();
        List<Step> steps = new ArrayList<>();
        Map<String, Long> facts = new LinkedHashMap<>();
        for (String key : counts.keySet()) {
            if (key.endsWith(": rows before")) {
                String name = key.substring(0, key.indexOf(": rows before"));
                steps.add(new Step(name, size(counts, name, "before"), size(counts, name, "after")));
            } else if (!key.contains(": ")) {
                facts.put(key, counts.getOrDefault(key, 0L));
            }
        }
        return new PrepareReport(
                steps, facts, manifest.notes(), manifest.metrics().getOrDefault(SECONDS, 0.0));
    }

    private static Size size(Map<String, Long> counts, String step, String when) {
        return new Size(
                counts.getOrDefault(step + ": rows " + when, 0L),
                counts.getOrDefault(step + ": users " + when, 0L),
                counts.getOrDefault(step + ": items " + when, 0L));
    }

    /// Steps and facts as counts of a manifest.
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Step step : steps) {
            put(counts, step.name(), "before", step.before());
            put(counts, step.name(), "after", step.after());
        }
        counts.putAll(facts);
        return counts;
    }

    private static void put(Map<String, Long> counts, String step, String when, Size size) {
        counts.put(step + ": rows " + when, size.rows());
        counts.put(step + ": users " + when, size.users());
        counts.put(step + ": items " + when, size.items());
    }

    /// Steps, facts and notes as a table of text.
    public String table() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-40s %15s %15s %15s%n", "step", "rows", "users", "items"));
        if (!steps.isEmpty()) {
            line(text, "in the file", steps.getFirst().before());
        }
        for (Step step : steps) {
            line(text, step.name(), step.after());
        }
        text.append(System.lineSeparator());
        facts.forEach((name, count) -> text.append(String.format(Locale.ROOT, "%-40s %,15d%n", name, count)));
        text.append(String.format(Locale.ROOT, "%-40s %15.1f%n", SECONDS, seconds));
        notes.forEach(note -> text.append(note).append(System.lineSeparator()));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Size size) {
        text.append(
                String.format(Locale.ROOT, "%-40s %,15d %,15d %,15d%n", name, size.rows(), size.users(), size.items()));
    }
}
