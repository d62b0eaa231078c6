package io.osusume.tracking;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.ArtifactFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `run.json` of a run: a [Run] as JSON, replaced whole at each change.
public final class RunFile {
    /// The file's name.
    public static final String FILE = "run.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RunFile() {}

    static void write(Path folder, Run run) throws IOException {
        ArtifactFolder.writeFile(folder.resolve(FILE), JSON.writeValueAsBytes(run));
    }

    static Run read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            return JSON.readValue(Files.readAllBytes(file), Run.class);
        } catch (NoSuchFileException missing) {
            throw new ArtifactException(folder + " is not a run: it has no " + FILE + "; delete the folder", missing);
        } catch (JacksonException broken) {
            throw new ArtifactException(
                    file + " is damaged: " + broken.getOriginalMessage() + "; restore it or delete the run's folder",
                    broken);
        }
    }

    /// The run as the text of its file, with the status that was found.
    public static String json(Run run) {
        return JSON.writeValueAsString(run);
    }
}
