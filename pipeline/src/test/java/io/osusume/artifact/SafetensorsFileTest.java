package io.osusume.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
    private Path folder = Path.of("");

    @Test
    void everyTypeComesBackBitForBit() throws IOException {
        double[] doubles = {Math.PI, -0.0, Double.NaN, Double.MIN_VALUE, 1e300, Double.NEGATIVE_INFINITY};
        Tensors written = Tensors.of(Map.of("kind", "sample"))
                .with("doubles", Tensor.of(doubles, 2, 3))
                .with("floats", Tensor.of(new float[] {1.5f, Float.NaN}, 2))
                .with("longs", Tensor.of(new long[] {Long.MIN_VALUE}, 1))
                .with("ints", Tensor.of(new int[] {7, -7, 0}, 3, 1))
                .with("empty", Tensor.of(new double[0], 0));
        Path file = folder.resolve("a.safetensors");
        SafetensorsFile.write(file, written);
        Tensors read = SafetensorsFile.read(file);
        assertEquals(written.attributes(), read.attributes());
        assertArrayEquals(doubles, read.doubles("doubles", 2, 3));
        assertArrayEquals(new float[] {1.5f, Float.NaN}, read.floats("floats"));
        assertArrayEquals(new long[] {Long.MIN_VALUE}, read.longs("longs"));
        assertArrayEquals(new int[] {7, -7, 0}, read.ints("ints", 3, 1));
        assertArrayEquals(new double[0], read.doubles("empty", 0));
    }

    @Test
    void moreDoublesThanABufferHoldsComeBack() throws IOException {
        double[] many = new double[(1 << 20) + 3];
        for (int k = 0; k < many.length; k++) {
            many[k] = 1.0 / (k + 1);
        }
        Path file = folder.resolve("many.safetensors");
        SafetensorsFile.write(file, Tensors.of(Map.of()).with("many", Tensor.of(many, many.length)));
        assertArrayEquals(many, SafetensorsFile.read(file).doubles("many"));
    }

    @Test
    void aTypeNotUsedHereIsNamed() throws IOException {
        byte[] header =
                "{\"h\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}}".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[8 + header.length + 2];
        bytes[0] = (byte) header.length;
        System.arraycopy(header, 0, bytes, 8, header.length);
        Path file = Files.write(folder.resolve("half.safetensors"), bytes);
        assertEquals(
                "tensor type must be F32, F64, I16, I32 or I64, was 'F16': the file was not made by this program",
                assertThrows(ArtifactException.class, () -> SafetensorsFile.read(file))
                        .getMessage());
    }

    @Test
    void askingForAnotherTypeIsNamed() {
        Tensors tensors = Tensors.of(Map.of()).with("a", Tensor.of(new float[1], 1));
        assertEquals(
                "no F64 tensor 'a' among [a]",
                assertThrows(java.util.NoSuchElementException.class, () -> tensors.doubles("a"))
                        .getMessage());
    }

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
