package io.osusume.artifact;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes the safetensors format: 8 bytes header length (little-endian), a JSON header, then the raw
/// little-endian elements. Types `F32`, `F64`, `I16`, `I32`, `I64`; attributes go into `__metadata__`.
///
/// Source: the format's description at huggingface/safetensors; a test reads the files with its Python library.
public final class SafetensorsFile {
    private static final int MAX_HEADER_BYTES = 100_000_000;
    private static final int CHUNK_ELEMENTS = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SafetensorsFile() {}

    /// Writes all tensors and attributes to a new file and forces it to disk.
    public static void write(Path file, Tensors tensors) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        ObjectNode metadata = header.putObject("__metadata__");
        tensors.attributes().forEach(metadata::put);
        long position = 0;
        for (Map.Entry<String, Tensor> entry : tensors.byName().entrySet()) {
            ObjectNode description = header.putObject(entry.getKey());
            description.put("dtype", type(entry.getValue()));
            Arrays.stream(entry.getValue().shape()).forEach(description.putArray("shape")::add);
            long end = position + (long) length(entry.getValue()) * elementBytes(type(entry.getValue()));
            description.putArray("data_offsets").add(position).add(end);
            position = end;
        }
        byte[] json = JSON.writeValueAsBytes(header);
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8); // the format allows trailing spaces
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer start = ByteBuffer.allocate(8 + padded.length).order(ByteOrder.LITTLE_ENDIAN);
            writeFully(out, start.putLong(padded.length).put(padded).flip());
            for (Tensor tensor : tensors.byName().values()) {
                writeElements(out, tensor);
            }
            out.force(true);
        }
    }

    /// Reads a whole file: tensors of 16 bits, which are the large ones, are mapped and read where they are touched,
    /// the
    /// others come into arrays. A file must not change while its tensors are in use.
    ///
    /// @throws ArtifactException if the file is not safetensors, is cut off, or has a type not used here
    public static Tensors read(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = in.size();
            ByteBuffer start = readFully(in, 8, file);
            long headerBytes = start.getLong();
            if (headerBytes < 2 || headerBytes > Math.min(MAX_HEADER_BYTES, size - 8)) {
                throw new ArtifactException(file + " is not a safetensors file: its header claims " + headerBytes
                        + " bytes of a file of " + size);
            }
            byte[] json = readFully(in, (int) headerBytes, file).array();
            JsonNode header;
            try {
                header = JSON.readTree(new String(json, StandardCharsets.UTF_8));
            } catch (JacksonException broken) {
                throw new ArtifactException(file + " is not a safetensors file: its header is not JSON", broken);
            }
            return readTensors(in, header, 8 + headerBytes, file);
        }
    }

    private static Tensors readTensors(FileChannel in, JsonNode header, long dataStart, Path file) throws IOException {
        Map<String, String> attributes = new LinkedHashMap<>();
        header.path("__metadata__")
                .properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().asString()));
        Tensors tensors = Tensors.of(attributes);
        long position = 0;
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (entry.getKey().equals("__metadata__")) {
                continue;
            }
            JsonNode description = entry.getValue();
            String type = description.path("dtype").asString("");
            long begin = description.path("data_offsets").path(0).asLong(-1);
            long end = description.path("data_offsets").path(1).asLong(-1);
            int[] shape = new int[description.path("shape").size()];
            long elements = 1;
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = description.path("shape").path(axis).asInt();
                elements *= shape[axis];
            }
            if (begin != position
                    || elements < 0
                    || end - begin != elements * elementBytes(type)
                    || dataStart + end > in.size()) {
                throw new ArtifactException(file + ": tensor '" + entry.getKey() + "' of type " + type + " and shape "
                        + Arrays.toString(shape) + " does not fit its bytes " + begin + " to " + end + " in a file of "
                        + in.size() + "; the file is damaged, restore it or make it again");
            }
            tensors = tensors.with(entry.getKey(), readElements(in, type, (int) elements, shape, file));
            position = end;
        }
        return tensors;
    }

    private static String type(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Floats _ -> "F32";
            case Tensor.Doubles _ -> "F64";
            case Tensor.Ints _ -> "I32";
            case Tensor.Longs _ -> "I64";
            case Tensor.Shorts _ -> "I16";
        };
    }

    private static int length(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Floats floats -> floats.elements().length;
            case Tensor.Doubles doubles -> doubles.elements().length;
            case Tensor.Ints ints -> ints.elements().length;
            case Tensor.Longs longs -> longs.elements().length;
            case Tensor.Shorts shorts -> Math.toIntExact(shorts.segment().byteSize() / 2);
        };
    }

    private static int elementBytes(String type) {
        return switch (type) {
            case "F32", "I32" -> 4;
            case "F64", "I64" -> 8;
            case "I16" -> 2;
            default ->
                throw new ArtifactException("tensor type must be F32, F64, I16, I32 or I64, was '" + type
                        + "': the file was not made by this program");
        };
    }

    private static void writeElements(FileChannel out, Tensor tensor) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK_ELEMENTS * 8).order(ByteOrder.LITTLE_ENDIAN);
        int length = length(tensor);
        int bytes = elementBytes(type(tensor));
        for (int begin = 0; begin < length; begin += CHUNK_ELEMENTS) {
            int count = Math.min(CHUNK_ELEMENTS, length - begin);
            buffer.clear();
            switch (tensor) {
                case Tensor.Floats floats -> buffer.asFloatBuffer().put(floats.elements(), begin, count);
                case Tensor.Doubles doubles -> buffer.asDoubleBuffer().put(doubles.elements(), begin, count);
                case Tensor.Ints ints -> buffer.asIntBuffer().put(ints.elements(), begin, count);
                case Tensor.Longs longs -> buffer.asLongBuffer().put(longs.elements(), begin, count);
                case Tensor.Shorts shorts ->
                    MemorySegment.copy(shorts.segment(), 2L * begin, MemorySegment.ofBuffer(buffer), 0, 2L * count);
            }
            writeFully(out, buffer.limit(count * bytes));
        }
    }

    private static Tensor readElements(FileChannel in, String type, int length, int[] shape, Path file)
            throws IOException {
        int bytes = elementBytes(type);
        if (type.equals("I16")) {
            return Tensor.of(mapped(in, 2L * length), shape);
        }
        ByteBuffer buffer = ByteBuffer.allocateDirect(Math.min(CHUNK_ELEMENTS, length) * bytes)
                .order(ByteOrder.LITTLE_ENDIAN);
        float[] floats = new float[type.equals("F32") ? length : 0];
        double[] doubles = new double[type.equals("F64") ? length : 0];
        int[] ints = new int[type.equals("I32") ? length : 0];
        long[] longs = new long[type.equals("I64") ? length : 0];
        for (int begin = 0; begin < length; begin += CHUNK_ELEMENTS) {
            int count = Math.min(CHUNK_ELEMENTS, length - begin);
            readFully(in, buffer.clear().limit(count * bytes), file);
            switch (type) {
                case "F32" -> buffer.asFloatBuffer().get(floats, begin, count);
                case "F64" -> buffer.asDoubleBuffer().get(doubles, begin, count);
                case "I32" -> buffer.asIntBuffer().get(ints, begin, count);
                default -> buffer.asLongBuffer().get(longs, begin, count);
            }
        }
        return switch (type) {
            case "F32" -> Tensor.of(floats, shape);
            case "F64" -> Tensor.of(doubles, shape);
            case "I32" -> Tensor.of(ints, shape);
            default -> Tensor.of(longs, shape);
        };
    }

    private static MemorySegment mapped(FileChannel in, long bytes) throws IOException {
        long begin = in.position();
        in.position(begin + bytes);
        return bytes == 0
                ? MemorySegment.ofArray(new short[0])
                : in.map(FileChannel.MapMode.READ_ONLY, begin, bytes, Arena.ofAuto());
    }

    private static void writeFully(FileChannel out, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    private static ByteBuffer readFully(FileChannel in, int bytes, Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        readFully(in, buffer, file);
        return buffer;
    }

    private static void readFully(FileChannel in, ByteBuffer buffer, Path file) throws IOException {
        while (buffer.hasRemaining()) {
            if (in.read(buffer) < 0) {
                throw new EOFException(file + " ends early at byte " + in.position() + "; restore it or make it again");
            }
        }
        buffer.flip();
    }
}
