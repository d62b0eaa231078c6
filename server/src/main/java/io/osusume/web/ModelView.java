package io.osusume.web;

import io.osusume.artifact.Manifest;
import io.osusume.recommend.RecommendationService;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everything on the page about the model, none of it left out.
///
/// @param simulated whether its users are simulated
/// @param quality figures between 0 and 1 of the validation users
/// @param other figures that are no shares
/// @param evaluation all models that were compared, null without a report
/// @param abilities what the model can do
/// @param plots of the evaluation, none without a report
/// @param lineage where the version comes from, the earliest first
/// @param card whether it has a card
record ModelView(
        String id,
        String family,
        String created,
        boolean simulated,
        List<Line> data,
        List<String> abilities,
        List<Figure> quality,
        List<Line> other,
        @Nullable EvaluationTable evaluation,
        List<Line> settings,
        List<Line> environment,
        List<String> notes,
        List<Line> files,
        List<PlotView> plots,
        List<Line> lineage,
        boolean card) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// A name and a value.
    record Line(String name, String text) {}

    /// A measured share.
    record Figure(String name, String value, Bar bar) {}

    static ModelView of(
            RecommendationService service, @Nullable EvaluationTable evaluation, List<PlotView> plots, boolean card) {
        var loaded = service.loaded();
        Manifest manifest = loaded.manifest();
        return new ModelView(
                loaded.id(),
                loaded.model().name(),
                DATE.format(manifest.created()),
                manifest.ofSimulatedUsers(),
                data(service),
                Abilities.of(loaded.model()),
                manifest.metrics().entrySet().stream()
                        .filter(each -> isShare(each.getKey()))
                        .map(each -> new Figure(
                                name(each.getKey()),
                                String.format(Locale.ROOT, "%.4f", each.getValue()),
                                Bar.of(each.getValue(), 1)))
                        .toList(),
                manifest.metrics().entrySet().stream()
                        .filter(each -> !isShare(each.getKey()))
                        .map(each -> new Line(name(each.getKey()), String.format(Locale.ROOT, "%.4g", each.getValue())))
                        .toList(),
                evaluation,
                lines(manifest.settings(), Function.identity()),
                lines(manifest.environment(), Function.identity()),
                manifest.notes().stream()
                        .filter(note -> !note.equals(Manifest.SIMULATED_USERS))
                        .toList(),
                lines(manifest.files(), file -> grouped(file.sizeBytes()) + " bytes, sha256 " + file.sha256()),
                plots,
                lineage(manifest),
                card);
    }

    private static List<Line> lineage(Manifest manifest) {
        List<Line> lines = new ArrayList<>();
        manifest.inputs().forEach((name, text) -> {
            if (text.startsWith("sha256:")) {
                lines.add(new Line(name, text.replace(":", " ")));
            }
        });
        add(lines, "prepared on", date(manifest.inputs().get("prepared")));
        add(lines, "prepared data", "sha256 " + manifest.inputs().getOrDefault("data", "unknown"));
        add(lines, "trained on", date(manifest.created().toString()));
        add(lines, "trained by", manifest.environment().get("code"));
        add(lines, "adds what pages show to", manifest.inputs().get("completes"));
        return lines;
    }

    private static void add(List<Line> lines, String name, @Nullable String text) {
        if (text != null) {
            lines.add(new Line(name, text));
        }
    }

    private static @Nullable String date(@Nullable String instant) {
        try {
            return instant == null ? null : DATE.format(Instant.parse(instant));
        } catch (DateTimeParseException other) {
            return instant;
        }
    }

    private static List<Line> data(RecommendationService service) {
        var loaded = service.loaded();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("users", (long) loaded.users().size());
        counts.put("items", (long) loaded.items().size());
        counts.put("titles", (long) loaded.catalogue().titles().size());
        counts.putAll(loaded.manifest().counts());
        return lines(counts, count -> grouped(count)).stream()
                .map(line -> new Line(words(line.name), line.text))
                .toList();
    }

    private static String words(String count) {
        return switch (count) {
            case "users" -> "lists it learnt from";
            case "interactions" -> "entries of these lists";
            case "items" -> "titles it can recommend";
            case "titles" -> "titles in the catalogue";
            default -> count;
        };
    }

    /// Whether a metric lies in [0, 1] with 1 the best there is.
    private static boolean isShare(String metric) {
        String lower = metric.toLowerCase(Locale.ROOT);
        return lower.contains("ndcg") || lower.contains("recall") || lower.contains("mrr");
    }

    private static String name(String metric) {
        return metric.replaceFirst("^validation-", "");
    }

    private static <T> List<Line> lines(Map<String, T> map, Function<T, String> text) {
        return map.entrySet().stream()
                .map(each -> new Line(each.getKey(), text.apply(each.getValue())))
                .toList();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
