package io.osusume.prepare;

import io.osusume.artifact.HashedOutput;
import io.osusume.artifact.Manifest;
import io.osusume.data.RatingScale;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// Writes packed rows as the safetensors file that [io.osusume.data.Interactions#tensors()] stands for, byte for byte
/// as [io.osusume.artifact.SafetensorsFile] would, but without holding the tensors in memory.
final class InteractionsWriter {
    private static final int RATINGS = 11; // 0 to 10

    private InteractionsWriter() {}

    /// Writes a new file and forces it to disk.
    ///
    /// @param itemIndices by rank: the dense index of the item
    /// @param itemCount how many items there are
    /// @return the file's size and hash
    static Manifest.FileEntry write(Path file, PackedRows rows, int[] itemIndices, int itemCount, RatingScale scale)
            throws IOException {
        int[] offsets = rows.offsets();
        int[] ratingBits = new int[RATINGS];
        Arrays.setAll(ratingBits, rating -> Float.floatToRawIntBits(scale.scaled(rating)));
        int[] values = new int[rows.longest()];
        try (HashedOutput out = HashedOutput.create(file)) {
            out.buffer().put(header(offsets, itemCount, scale));
            put(out, offsets, offsets.length);
            for (int user = 0; user < rows.users(); user++) {
                int count = rows.read(user, values);
                for (int k = 0; k < count; k++) {
                    values[k] = itemIndices[PackedRows.rank(values[k])];
                }
                put(out, values, count);
            }
            for (int user = 0; user < rows.users(); user++) {
                int count = rows.read(user, values);
                for (int k = 0; k < count; k++) {
                    values[k] = ratingBits[PackedRows.rating(values[k])];
                }
                put(out, values, count);
            }
            return out.finish();
        }
    }

    private static void put(HashedOutput out, int[] values, int count) throws IOException {
        for (int done = 0; done < count; ) {
            if (out.buffer().remaining() < Integer.BYTES) {
                out.flush();
            }
            ByteBuffer buffer = out.buffer();
            int fitting = Math.min(count - done, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, done, fitting);
            buffer.position(buffer.position() + fitting * Integer.BYTES);
            done += fitting;
        }
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
}
