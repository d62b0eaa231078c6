package io.osusume.release;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.ArtifactFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The gate's last report about a version, `gate.json` and `gate.html` in the folder of reports about
/// it.
///
/// ```json
/// {"challenger": "hybrid-...", "champion": "ease-...", "passed": false, "users": 844,
///  "refusals": ["NDCG@10 fell by 0.0210, ...; may fall by 0.0050"],
///  "checks": [{"name": "NDCG@10", "champion": 0.61, "challenger": 0.589, "low": -0.03, "high": -0.01,
///              "allowed": "may fall by 0.0050", "outcome": "REFUSED", "reason": "fell by 0.0210,
///              ..."}],
///  "data": "9f2c...", "code": "1.0", "created": "2026-11-28T22:00:00Z"}
/// ```
/// What is not measured, and the champion where there was none, is absent.
public final class GateFiles {
    private static final String JSON_FILE = "gate.json";
    private static final String HTML_FILE = "gate.html";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private GateFiles() {}

    /// What a stored report says.
    ///
    /// @param champion the id of the version it was compared with, empty if there was none
    /// @param data hash of the data it was judged by
    public record Verdict(Optional<String> champion, boolean passed, String data) {}

    /// The report as JSON text with a newline at its end.
    public static String json(GateReport report) {
        ObjectNode root = JSON.createObjectNode().put("challenger", report.challenger());
        report.champion().ifPresent(id -> root.put("champion", id));
        root.put("passed", report.passed()).put("users", report.users());
        report.refusals().forEach(root.putArray("refusals")::add);
        var checks = root.putArray("checks");
        for (GateCheck check : report.checks()) {
            ObjectNode each = checks.addObject().put("name", check.name());
            put(each, "champion", check.champion());
            put(each, "challenger", check.challenger());
            put(each, "low", check.low());
            put(each, "high", check.high());
            each.put("allowed", check.allowed())
                    .put("outcome", check.outcome().word())
                    .put("reason", check.reason());
        }
        root.put("data", report.data())
                .put("code", report.code())
                .put("created", report.created().toString());
        return JSON.writeValueAsString(root) + "\n";
    }

    private static void put(ObjectNode node, String name, @org.jspecify.annotations.Nullable Double value) {
        if (value != null && Double.isFinite(value)) {
            node.put(name, value);
        }
    }

    /// Writes both files into a folder, which is made if need be.
    ///
    /// @return where the page is
    public static Path write(Path folder, GateReport report) throws IOException {
        Files.createDirectories(folder);
        Path page = folder.resolve(HTML_FILE);
        ArtifactFolder.writeFile(page, GatePage.write(report).getBytes(StandardCharsets.UTF_8));
        ArtifactFolder.writeFile(folder.resolve(JSON_FILE), json(report).getBytes(StandardCharsets.UTF_8));
        return page;
    }

    /// What the report in a folder says; empty if there is none.
    ///
    /// @throws ArtifactException if it cannot be understood
    public static Optional<Verdict> read(Path folder) throws IOException {
        Path file = folder.resolve(JSON_FILE);
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            return Optional.of(new Verdict(
                    Optional.ofNullable(root.path("champion").asString(null)),
                    root.path("passed").asBoolean(false),
                    root.path("data").asString("")));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JacksonException broken) {
            throw new ArtifactException(
                    file + " is damaged: " + broken.getOriginalMessage() + "; delete it and run ./osusume gate",
                    broken);
        }
    }
}
