package io.osusume.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The first line of a CSV file as names of columns.
final class CsvHeader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST = 1 << 16;
    private static final int SHOWN = 60;

    private CsvHeader() {}

    /// Everything before the first line end, without a byte order mark; at most 64 KiB of it.
    static String firstLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n' && line.size() < LONGEST; next = in.read()) {
            line.write(next);
        }
        return clean(line.toString(StandardCharsets.UTF_8));
    }

    /// A line without a byte order mark and a carriage return.
    static String clean(String line) {
        String start = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        return start.endsWith("\r") ? start.substring(0, start.length() - 1) : start;
    }

    /// The names between the commas, without quotes and the blanks around them.
    static List<String> columns(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .map(name -> name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")
                        ? name.substring(1, name.length() - 1).strip()
                        : name)
                .toList();
    }

    static String shortened(String line) {
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }
}
