package io.osusume.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.CRC32C;

/// CRC-32C of files (RFC 3720, section B.4), which Google Cloud Storage keeps of every object.
final class Checksums {
    private static final int BUFFER = 1 << 20;

    private Checksums() {}

    static long of(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.getValue();
    }

    static long of(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content, 0, content.length);
        return sum.getValue();
    }

    /// As Google writes it: base64 of four bytes, the largest first.
    static String written(long sum) {
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(Integer.BYTES).putInt((int) sum).array());
    }

    /// @throws IllegalArgumentException if it is no such text
    static long read(String written) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(Base64.getDecoder().decode(written)).getInt());
    }

    static String shown(long sum) {
        return "%08x".formatted(sum);
    }
}
