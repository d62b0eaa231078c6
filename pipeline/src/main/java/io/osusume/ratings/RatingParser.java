package io.osusume.ratings;

import java.util.Optional;
import java.util.function.Consumer;

/// Reads rating rows of CSV text. The header says where `user_id`, `anime_id` and `rating` stand, in any order and
/// among any other columns; fields may be quoted, lines may end in LF or CRLF, a byte order mark may stand first.
///
/// Fields are whole numbers; blanks around them are passed over, and so are empty lines. Immutable and thread-safe:
/// many threads may parse parts of one file.
public final class RatingParser {
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
        PlainLines lines = new PlainLines(columns);
        long line = firstLine;
        int position = begin;
        while (position < whole) {
            int next = lines.read(buffer, position);
            if (next > 0 && lines.value(columns.rating()) <= 10) {
                sink.rating(
                        lines.value(columns.user()), lines.value(columns.item()), (int) lines.value(columns.rating()));
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
