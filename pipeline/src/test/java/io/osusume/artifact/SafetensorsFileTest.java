package io.osusume.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsFileTest {
    @TempDir
    private Path folder;

    @Test
    void numbersOf16BitsComeBackAsTheyWere() throws IOException {
        short[] elements = {Short.MIN_VALUE, -1, 0, 1, Short.MAX_VALUE, 258};
        Path file = folder.resolve("shorts.safetensors");
        SafetensorsFile.write(file, Tensors.of(Map.of("a", "b")).with("x", Tensor.of(elements, 2, 3)));
        Tensors read = SafetensorsFile.read(file);
        assertArrayEquals(elements, read.shorts("x", 2, 3));
        assertEquals(Map.of("a", "b"), read.attributes());
        byte[] bytes = Files.readAllBytes(file);
        byte[] last = Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length);
        assertArrayEquals(new byte[] {-1, 127, 2, 1}, last); // little-endian: 32767, then 258 = 0x0102
        assertEquals(true, new String(bytes, StandardCharsets.ISO_8859_1).contains("\"dtype\":\"I16\""));
    }
}
