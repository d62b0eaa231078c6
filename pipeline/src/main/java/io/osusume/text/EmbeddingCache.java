package io.osusume.text;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.Hashes;
import io.osusume.artifact.SafetensorsFile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.encoder.TextEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A file of the vectors made so far, by the SHA-256 of encoder and text. A file that cannot be read,
/// or is of another encoder, is made anew: it holds nothing that could not be worked out again.
///
/// The file is safetensors: `hashes` (`n` x 8 `I32`) and `vectors` (`n` x `size` `F32`).
final class EmbeddingCache {
    private static final int HASH_INTS = 8;
    private static final String ENCODER = "encoder";

    private final Path file;
    private final TextEncoder encoder;
    private final SortedMap<String, float[]> byHash = new TreeMap<>();

    private EmbeddingCache(Path file, TextEncoder encoder) {
        this.file = file;
        this.encoder = encoder;
    }

    static EmbeddingCache open(Path file, TextEncoder encoder) throws IOException {
        EmbeddingCache cache = new EmbeddingCache(file, encoder);
        if (Files.exists(file)) {
            try {
                cache.fill(SafetensorsFile.read(file));
            } catch (ArtifactException | IllegalArgumentException | NoSuchElementException unusable) {
                cache.byHash.clear();
            }
        }
        return cache;
    }

    private void fill(Tensors stored) {
        if (!stored.attribute(ENCODER).equals(encoder.name())) {
            return;
        }
        int[] hashes = stored.ints("hashes");
        int count = hashes.length / HASH_INTS;
        float[] vectors = stored.floats("vectors", count, encoder.size());
        for (int k = 0; k < count; k++) {
            StringBuilder hash = new StringBuilder();
            for (int part = 0; part < HASH_INTS; part++) {
                hash.append(String.format("%08x", hashes[k * HASH_INTS + part]));
            }
            byHash.put(hash.toString(), Arrays.copyOfRange(vectors, k * encoder.size(), (k + 1) * encoder.size()));
        }
    }

    /// The key of a text.
    String key(String text) {
        MessageDigest digest = Hashes.sha256();
        digest.update((encoder.name() + "\n" + text).getBytes(StandardCharsets.UTF_8));
        return Hashes.hex(digest);
    }

    float @Nullable [] vector(String key) {
        return byHash.get(key);
    }

    void put(String key, float[] vector) {
        byHash.put(key, vector);
    }

    /// Writes the file beside its place, then renames it.
    void save() throws IOException {
        int[] hashes = new int[byHash.size() * HASH_INTS];
        float[] vectors = new float[byHash.size() * encoder.size()];
        int place = 0;
        for (Map.Entry<String, float[]> entry : byHash.entrySet()) {
            for (int part = 0; part < HASH_INTS; part++) {
                hashes[place * HASH_INTS + part] = Integer.parseUnsignedInt(entry.getKey(), 8 * part, 8 * part + 8, 16);
            }
            System.arraycopy(entry.getValue(), 0, vectors, place++ * encoder.size(), encoder.size());
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        try {
            SafetensorsFile.write(
                    aside,
                    Tensors.of(Map.of(ENCODER, encoder.name()))
                            .with("hashes", Tensor.of(hashes, byHash.size(), HASH_INTS))
                            .with("vectors", Tensor.of(vectors, byHash.size(), encoder.size())));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
