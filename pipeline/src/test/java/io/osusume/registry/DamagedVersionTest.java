package io.osusume.registry;

import static io.osusume.registry.SampleRegistration.NOON;
import static io.osusume.registry.SampleRegistration.failure;
import static io.osusume.registry.SampleRegistration.flipped;
import static io.osusume.registry.SampleRegistration.registration;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedVersionTest {
    @TempDir
    Path models;

    private ModelRegistry registry = new ModelRegistry(Path.of(""), List.of(), WeightedModel.KERNELS);

    @BeforeEach
    void open() {
        registry = new ModelRegistry(models, List.of(new WeightedModel.Maker(1)), WeightedModel.KERNELS);
    }

    @Test
    void aFlippedByteIsFoundInEveryFile() throws IOException {
        String id = registry.register(registration(2.5f, NOON));
        for (Map.Entry<String, Manifest.FileEntry> entry :
                registry.show(id).files().entrySet()) {
            Path file = models.resolve(id).resolve(entry.getKey());
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, flipped(whole, whole.length / 2));

            assertEquals(
                    file + " does not match its manifest: expected sha256 "
                            + entry.getValue().sha256() + ", found " + Hashes.sha256(file)
                            + "; train again or restore the file",
                    failure(() -> registry.load(id)));
            Files.write(file, whole);
        }
        assertEquals(id, registry.load(id).id());
    }

    @Test
    void aFlippedByteIsFoundInTheManifestItself() throws IOException {
        String id = registry.register(registration(2.5f, NOON));
        Path file = models.resolve(id).resolve("manifest.json");
        byte[] whole = Files.readAllBytes(file);
        int place = new String(whole, StandardCharsets.ISO_8859_1).indexOf("A note.");
        Files.write(file, flipped(whole, place)); // still JSON, and no file's hash

        assertEquals(
                file + " does not match its version's name: expected a sha256 that begins with "
                        + id.substring(id.length() - 6) + ", found " + Hashes.sha256(file)
                        + "; train again or restore the file",
                failure(() -> registry.load(id)));
    }

    @Test
    void aCutFileAndAMissingFileAreFound() throws IOException {
        String id = registry.register(registration(2.5f, NOON));
        Path file = models.resolve(id).resolve("model.safetensors");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));

        assertEquals(
                file + " does not match its manifest: expected " + whole.length + " bytes, found " + (whole.length - 5)
                        + "; train again or restore the file",
                failure(() -> registry.load(id)));
        Files.delete(file);
        assertEquals(
                file + " is missing though the manifest names it; train again or restore the file",
                failure(() -> registry.load(id)));
    }
}
