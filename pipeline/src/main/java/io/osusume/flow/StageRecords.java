package io.osusume.flow;

import io.osusume.artifact.ArtifactFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What is remembered of each stage, a JSON file a stage. A file that cannot be understood counts as
/// none: the stage runs
/// again. This is the only place where they are read and written.
///
/// @param folder of the files
record StageRecords(Path folder) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Path file(Stage stage) {
        return folder.resolve(stage.name().replaceAll("[^A-Za-z0-9-]", "_") + ".json");
    }

    Optional<StageRecord> read(Stage stage) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file(stage)), StageRecord.class));
        } catch (NoSuchFileException | JacksonException none) {
            return Optional.empty();
        }
    }

    void write(Stage stage, StageRecord record) throws IOException {
        Files.createDirectories(folder);
        ArtifactFolder.writeFile(file(stage), JSON.writeValueAsString(record).getBytes(StandardCharsets.UTF_8));
    }

    /// Forgets a stage before it runs: were it killed, what lies there would not be taken for what it
    /// makes.
    void forget(Stage stage) throws IOException {
        Files.deleteIfExists(file(stage));
    }
}
