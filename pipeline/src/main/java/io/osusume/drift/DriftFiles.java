package io.osusume.drift;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.ArtifactFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The newest report, `drift.json` and `drift.html` in one folder.
///
/// ```json
/// {"model": "hybrid-...", "source": "served", "lists": 1200, "enough": true, "drifted": false,
///  "alarms": [], "unknownShare": 0.01,
///  "features": {"scores": {"psi": 0.02, "level": "stable", "judged": true,
///                          "expected": [0.01, ...], "found": [0.01, ...]}},
///  "created": "2026-11-28T22:00:00Z"}
/// ```
public final class DriftFiles {
    private static final String JSON_FILE = "drift.json";
    private static final String HTML_FILE = "drift.html";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DriftFiles() {}

    /// What the newest report says, as metrics show it.
    ///
    /// @param indices by the word of the feature
    public record Newest(SortedMap<String, Double> indices, double unknownShare, Instant created) {}

    /// The report as JSON text with a newline at its end.
    public static String json(DriftReport report) {
        ObjectNode root = JSON.createObjectNode()
                .put("model", report.model())
                .put("source", report.source())
                .put("expectedLists", report.expectedLists())
                .put("lists", report.lists())
                .put("enough", report.enough())
                .put("drifted", !report.alarms().isEmpty());
        report.alarms().forEach(root.putArray("alarms")::add);
        root.put("unknownShare", report.unknownShare())
                .put("unknownLevel", report.unknownLevel().word());
        ObjectNode features = root.putObject("features");
        for (DriftReport.FeatureDrift each : report.features()) {
            ObjectNode feature = features.putObject(each.feature().word())
                    .put("psi", each.psi())
                    .put("level", each.level().word())
                    .put("judged", each.judged());
            each.feature().bins().forEach(feature.putArray("bins")::add);
            each.expected().forEach(feature.putArray("expected")::add);
            each.found().forEach(feature.putArray("found")::add);
        }
        root.put("created", report.created().toString());
        return JSON.writeValueAsString(root) + "\n";
    }

    /// The report as an HTML page.
    public static String html(DriftReport report) {
        return DriftPage.write(report);
    }

    /// Writes both files into a folder, which is made if need be.
    ///
    /// @return where the page is
    public static Path write(Path folder, DriftReport report) throws IOException {
        Files.createDirectories(folder);
        Path page = folder.resolve(HTML_FILE);
        ArtifactFolder.writeFile(page, html(report).getBytes(StandardCharsets.UTF_8));
        ArtifactFolder.writeFile(folder.resolve(JSON_FILE), json(report).getBytes(StandardCharsets.UTF_8));
        return page;
    }

    /// What the report in a folder says; empty if there is none, or none that judged enough lists.
    ///
    /// @throws ArtifactException if it cannot be understood
    public static Optional<Newest> newest(Path folder) throws IOException {
        Path file = folder.resolve(JSON_FILE);
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            if (!root.path("enough").asBoolean(false)) {
                return Optional.empty();
            }
            SortedMap<String, Double> indices = new TreeMap<>();
            for (Feature feature : Feature.values()) {
                JsonNode psi = root.path("features").path(feature.word()).path("psi");
                if (psi.isNumber()) {
                    indices.put(feature.word(), psi.asDouble());
                }
            }
            return Optional.of(new Newest(
                    indices,
                    root.path("unknownShare").asDouble(0),
                    Instant.parse(root.path("created").asString(""))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JacksonException | DateTimeParseException broken) {
            throw new ArtifactException(
                    file + " is damaged: " + broken.getMessage() + "; delete it and run ./osusume monitor", broken);
        }
    }
}
