package io.osusume.prepare;

import io.osusume.data.RatingScale;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/// Writes packed rows as the safetensors file that [io.osusume.data.Interactions#tensors()] stands for, byte for byte
/// as [io.osusume.artifact.SafetensorsFile] would, but without holding the tensors in memory.
final class InteractionsWriter {
    private static final int BUFFER_BYTES = 1 << 22;
    private static final int RATINGS = 11; // 0 to 10

    private InteractionsWriter() {}

    /// Writes a new file and forces it to disk.
    ///
    /// @param itemIndices by rank: the dense index of the item
    /// @param itemCount how many items there are
    static void write(Path file, PackedRows rows, int[] itemIndices, int itemCount, RatingScale scale)
            throws IOException {
        int[] offsets = rows.offsets();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeFully(out, ByteBuffer.wrap(header(offsets, itemCount, scale)));
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            int[] ratingBits = new int[RATINGS];
            Arrays.setAll(ratingBits, rating -> Float.floatToRawIntBits(scale.scaled(rating)));
            for (int begin = 0; begin < offsets.length; begin += BUFFER_BYTES / 4) {
                int count = Math.min(BUFFER_BYTES / 4, offsets.length - begin);
                buffer.clear().asIntBuffer().put(offsets, begin, count);
                writeFully(out, buffer.limit(4 * count));
            }
            writeColumn(out, buffer, rows, packed -> itemIndices[PackedRows.rank(packed)]);
            writeColumn(out, buffer, rows, packed -> ratingBits[PackedRows.rating(packed)]);
            out.force(true);
        }
    }

    private static void writeColumn(FileChannel out, ByteBuffer buffer, PackedRows rows, IntUnaryOperator column)
            throws IOException {
        IntBuffer ints = buffer.clear().asIntBuffer();
        int[] values = new int[rows.longest()];
        for (int user = 0; user < rows.users(); user++) {
            int count = rows.read(user, values);
            for (int k = 0; k < count; k++) {
                values[k] = column.applyAsInt(values[k]);
            }
            for (int done = 0; done < count; ) {
                if (!ints.hasRemaining()) {
                    writeFully(out, buffer.position(0).limit(4 * ints.position()));
                    ints.clear();
                }
                int fitting = Math.min(count - done, ints.remaining());
                ints.put(values, done, fitting);
                done += fitting;
            }
        }
        writeFully(out, buffer.position(0).limit(4 * ints.position()));
    }

    private static byte[] header(int[] offsets, int itemCount, RatingScale scale) {
        long size = offsets[offsets.length - 1];
        long items = 4L * offsets.length;
        long ratings = items + 4 * size;
        byte[] json = String.format(
                        Locale.ROOT,
                        "{\"__metadata__\":{\"itemCount\":\"%d\",\"scale\":\"%s\"},%s,%s,%s}",
                        itemCount,
                        scale.name(),
                        tensor("offsets", "I32", offsets.length, 0, items),
                        tensor("items", "I32", size, items, ratings),
                        tensor("ratings", "F32", size, ratings, ratings + 4 * size))
                .getBytes(StandardCharsets.US_ASCII);
        int padded = (json.length + 7) / 8 * 8;
        ByteBuffer header = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(padded).put(json);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.array();
    }

    private static String tensor(String name, String type, long length, long begin, long end) {
        return String.format(
                Locale.ROOT,
                "\"%s\":{\"dtype\":\"%s\",\"shape\":[%d],\"data_offsets\":[%d,%d]}",
                name,
                type,
                length,
                begin,
                end);
    }

    private static void writeFully(FileChannel out, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }
}
