package io.osusume.ratings;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads rating rows of CSV text. The header says where `user_id`, `anime_id` and `rating` stand, in any order and
/// among any other columns; fields may be quoted, lines may end in LF or CRLF, a byte order mark may stand first.
///
/// Fields are whole numbers; blanks around them are passed over, and so are empty lines. Immutable and thread-safe:
/// many threads may parse parts of one file.
public final class RatingParser {
    private static final int MAX_FAST_DIGITS = 18; // no overflow of a long

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030_3030_3030_3030L; // the digit 0, eight times

    private final String file;
    private final Columns columns;

    private RatingParser(String file, Columns columns) {
        this.file = file;
        this.columns = columns;
    }

    /// A parser for the rows below this header line, given without or with its line end.
    ///
    /// @param file the name used in messages
    /// @throws RatingFormatException if the header lacks a needed column or has it twice
    public static RatingParser ofHeader(String file, byte[] header, int begin, int end) {
        return new RatingParser(file, Columns.of(file, header, begin, end));
    }

    /// The number of columns every row must have.
    public int columnCount() {
        return columns.count();
    }

    /// Parses one line, without or with its line end.
    ///
    /// @param lineNumber from 1, for the message
    /// @return what is wrong with it; empty if the sink got the row, or the line is empty
    public Optional<BadRow> parse(byte[] line, int begin, int end, long lineNumber, RatingSink sink) {
        int stop = Fields.withoutLineEnd(line, begin, end);
        if (begin == stop) {
            return Optional.empty();
        }
        Fields fields = Fields.split(line, begin, stop);
        if (fields.count() != columns.count()) {
            return Optional.of(new BadRow(
                    file,
                    lineNumber,
                    "row",
                    Fields.shortened(line, begin, stop),
                    "must have " + columns.count() + " columns like the header"));
        }
        String userId = fields.text(columns.user());
        String itemId = fields.text(columns.item());
        String rating = fields.text(columns.rating());
        if (!wholeNumber(userId)) {
            return Optional.of(bad(lineNumber, Columns.USER, userId, "must be a whole number of 64 bits"));
        }
        if (!wholeNumber(itemId)) {
            return Optional.of(bad(lineNumber, Columns.ITEM, itemId, "must be a whole number of 64 bits"));
        }
        if (!wholeNumber(rating) || Long.parseLong(rating) < 0 || Long.parseLong(rating) > 10) {
            return Optional.of(bad(lineNumber, Columns.RATING, rating, "must be a whole number in [0, 10]"));
        }
        sink.rating(Long.parseLong(userId), Long.parseLong(itemId), Integer.parseInt(rating));
        return Optional.empty();
    }

    /// Parses many whole lines: plain ones in one sweep, all others through [#parse].
    ///
    /// @param begin the first byte of a line
    /// @param end the position after a line end, or the end of the file
    /// @param firstLine the number of the first line, from 1
    /// @param badRows gets every bad row
    /// @return the number of lines
    public long parseLines(
            byte[] buffer, int begin, int end, long firstLine, RatingSink sink, Consumer<BadRow> badRows) {
        int whole = end;
        while (whole > begin && buffer[whole - 1] != '\n') {
            whole--;
        }
        long[] values = new long[columns.count()];
        long line = firstLine;
        int position = begin;
        while (position < whole) {
            int next = plainLine(buffer, position, values);
            if (next > 0 && values[columns.rating()] <= 10) {
                sink.rating(values[columns.user()], values[columns.item()], (int) values[columns.rating()]);
            } else {
                next = lineEnd(buffer, position);
                parse(buffer, position, next, line, sink).ifPresent(badRows);
            }
            position = next;
            line++;
        }
        if (whole < end) {
            parse(buffer, whole, end, line++, sink).ifPresent(badRows);
        }
        return line - firstLine;
    }

    /// The position after a line of unsigned numbers and commas alone, its numbers in `values`; -1 if it is not one.
    private static int plainLine(byte[] buffer, int begin, long[] values) {
        int position = begin;
        for (int column = 0; ; column++) {
            int start = position;
            long value = 0;
            if (position <= buffer.length - Long.BYTES) {
                long word = (long) WORDS.get(buffer, position) ^ ZEROS;
                int count = leadingDigits(word);
                value = number(word, count);
                position += count;
            }
            int digit = buffer[position] - '0';
            while (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digit = buffer[++position] - '0';
            }
            int digits = position - start;
            if (digits == 0 || digits > MAX_FAST_DIGITS || column >= values.length) {
                return -1;
            }
            values[column] = value;
            byte separator = buffer[position++];
            if (separator == ',') {
                continue;
            }
            if (separator == '\r' && buffer[position] == '\n') {
                separator = buffer[position++];
            }
            return separator == '\n' && column == values.length - 1 ? position : -1;
        }
    }

    /// How many of eight characters, less the digit 0 each, are digits before the first that is not.
    private static int leadingDigits(long word) {
        long low = word & 0x7F7F_7F7F_7F7F_7F7FL;
        long others = ((low + 0x7676_7676_7676_7676L) | word) & 0x8080_8080_8080_8080L; // 10 + 0x76 = 0x80
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /// The number that the first `count` of eight digits make, 0 to 8: pairs, then fours, then all.
    private static long number(long word, int count) {
        int half = 4 * (8 - count);
        long digits = word << half << half; // in two steps: a shift by 64 would do nothing
        long pairs = (digits * (1 + (10 << 8))) >>> 8;
        long fours = ((pairs & 0x00FF_00FF_00FF_00FFL) * (1 + (100 << 16))) >>> 16;
        return ((fours & 0x0000_FFFF_0000_FFFFL) * (1 + (10_000L << 32))) >>> 32;
    }

    private static int lineEnd(byte[] buffer, int begin) {
        int position = begin;
        while (buffer[position] != '\n') {
            position++;
        }
        return position + 1;
    }

    private BadRow bad(long line, String column, String value, String rule) {
        return new BadRow(file, line, column, value, rule);
    }

    private static boolean wholeNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        if (text.length() == start || text.length() - start > 19) {
            return false;
        }
        for (int k = start; k < text.length(); k++) {
            if (text.charAt(k) < '0' || text.charAt(k) > '9') {
                return false;
            }
        }
        return text.length() - start < 19
                || text.compareTo(start == 0 ? "9223372036854775807" : "-9223372036854775808") <= 0;
    }
}
