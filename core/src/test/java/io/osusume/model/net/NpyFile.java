package io.osusume.model.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The numbers of a NumPy file (format 1.0) of little-endian `i1`, `i2` or `f4`, flat in C order.
final class NpyFile {
    private NpyFile() {}

    static float[] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int headerSize = bytes.getShort(8);
        String header = new String(bytes.array(), 10, headerSize, StandardCharsets.US_ASCII);
        if (header.contains("'fortran_order': True")) {
            throw new IOException(file + " must be in C order: " + header);
        }
        ByteBuffer body =
                bytes.slice(10 + headerSize, bytes.limit() - 10 - headerSize).order(ByteOrder.LITTLE_ENDIAN);
        String type = header.replaceAll(".*'descr': '([^']*)'.*", "$1").strip();
        int width = switch (type) {
            case "|i1" -> 1;
            case "<i2" -> 2;
            case "<f4" -> 4;
            default -> throw new IOException(file + " holds " + type + ", expected |i1, <i2 or <f4");
        };
        float[] numbers = new float[body.limit() / width];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = switch (width) {
                case 1 -> body.get(k);
                case 2 -> body.getShort(2 * k);
                default -> body.getFloat(4 * k);
            };
        }
        return numbers;
    }
}
