package io.osusume.ratings;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The fields of one CSV line: where each begins and ends, without its quotes and the blanks around it.
final class Fields {
    private static final int SHOWN_BYTES = 60;

    private final byte[] line;
    private int[] bounds = new int[16]; // begin and end of each field in turn
    private int count;

    private Fields(byte[] line) {
        this.line = line;
    }

    /// Splits at commas outside of quotes.
    static Fields split(byte[] line, int begin, int end) {
        Fields fields = new Fields(line);
        int position = begin;
        while (true) {
            int stop = position;
            boolean quoted = false;
            while (stop < end && (quoted || line[stop] != ',')) {
                quoted ^= line[stop++] == '"';
            }
            fields.add(position, stop);
            if (stop == end) {
                return fields;
            }
            position = stop + 1;
        }
    }

    private void add(int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && isBlank(line[from])) {
            from++;
        }
        while (from < to && isBlank(line[to - 1])) {
            to--;
        }
        if (to - from >= 2 && line[from] == '"' && line[to - 1] == '"') {
            from++;
            to--;
        }
        if (2 * count + 2 > bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
        }
        bounds[2 * count] = from;
        bounds[2 * count + 1] = to;
        count++;
    }

    int count() {
        return count;
    }

    /// The text of a field, shortened if it is long.
    String text(int column) {
        return shortened(line, bounds[2 * column], bounds[2 * column + 1]);
    }

    /// The text of these bytes, cut after [#SHOWN_BYTES] with three dots.
    static String shortened(byte[] bytes, int begin, int end) {
        return end - begin <= SHOWN_BYTES
                ? new String(bytes, begin, end - begin, StandardCharsets.UTF_8)
                : new String(bytes, begin, SHOWN_BYTES, StandardCharsets.UTF_8) + "...";
    }

    static int withoutLineEnd(byte[] bytes, int begin, int end) {
        int stop = end;
        if (stop > begin && bytes[stop - 1] == '\n') {
            stop--;
        }
        if (stop > begin && bytes[stop - 1] == '\r') {
            stop--;
        }
        return stop;
    }

    static int withoutByteOrderMark(byte[] bytes, int begin, int end) {
        boolean marked = end - begin >= 3
                && bytes[begin] == (byte) 0xEF
                && bytes[begin + 1] == (byte) 0xBB
                && bytes[begin + 2] == (byte) 0xBF;
        return marked ? begin + 3 : begin;
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t';
    }
}
