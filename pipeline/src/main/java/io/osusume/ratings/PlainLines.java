package io.osusume.ratings;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads lines of unsigned numbers and commas alone, the usual ones, eight characters at a time where they are short.
/// What it refuses may still be a good line, which [RatingParser#parse] decides. Not thread-safe.
final class PlainLines {
    private static final int MAX_DIGITS = 18; // no overflow of a long
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L; // times a character: eight of them
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long LOW_BITS = ~HIGH_BITS;

    private final long[] values;
    private final int lastNeeded;
    private long firstField; // of the line before, which often has the same user: its word, where that counts, ...
    private long firstFieldMask;
    private int firstFieldLength; // with its comma; 0 if there was none
    private long firstFieldValue;

    PlainLines(Columns columns) {
        this.values = new long[columns.count()];
        this.lastNeeded = Math.max(columns.user(), Math.max(columns.item(), columns.rating()));
    }

    /// The number in a column of the last line read; columns behind the last needed one are undefined.
    long value(int column) {
        return values[column];
    }

    /// Reads a line.
    ///
    /// @param buffer has a line end at or after `begin`
    /// @return the position after the line, or -1 if it is refused
    int read(byte[] buffer, int begin) {
        int next = byWords(buffer, begin);
        return next > 0 ? next : byCharacters(buffer, begin);
    }

    private int byWords(byte[] buffer, int begin) {
        int lastWord = buffer.length - Long.BYTES;
        int position = begin;
        int column = 0;
        if (begin <= lastWord
                && firstFieldLength > 0
                && (((long) WORDS.get(buffer, begin) ^ firstField) & firstFieldMask) == 0) {
            values[0] = firstFieldValue;
            position += firstFieldLength;
            column = 1;
        }
        for (; column < lastNeeded; column++) {
            if (position > lastWord) {
                return -1;
            }
            long word = (long) WORDS.get(buffer, position);
            int digits = Long.numberOfTrailingZeros(nonDigits(word)) >>> 3;
            if (digits == 0 || digits == Long.BYTES || (byte) (word >>> (8 * digits)) != ',') {
                return -1;
            }
            values[column] = number(word, digits);
            position += digits + 1;
            if (column == 0) {
                firstField = word;
                firstFieldMask = -1L >>> (8 * (7 - digits));
                firstFieldLength = digits + 1;
                firstFieldValue = values[0];
            }
        }
        return position <= lastWord ? restOfLine((long) WORDS.get(buffer, position), position) : -1;
    }

    /// Reads the last needed column and passes over those behind it, if all that fits into one word.
    private int restOfLine(long word, int position) {
        long nonDigits = nonDigits(word);
        int digits = Long.numberOfTrailingZeros(nonDigits) >>> 3;
        long lineEnd = Long.lowestOneBit(equal(word, '\n'));
        long separators = nonDigits & (lineEnd - 1);
        if (lineEnd == 0
                || digits == 0
                || separators != (equal(word, ',') & (lineEnd - 1))
                || Long.bitCount(separators) != values.length - 1 - lastNeeded) {
            return -1;
        }
        values[lastNeeded] = number(word, digits);
        return position + (Long.numberOfTrailingZeros(lineEnd) >>> 3) + 1;
    }

    /// The high bit of every character that is not a digit.
    private static long nonDigits(long word) {
        long digits = word ^ ('0' * EACH);
        return (((digits & LOW_BITS) + (0x80 - 10) * EACH) | digits) & HIGH_BITS;
    }

    /// The high bit of every character that is this one.
    private static long equal(long word, char character) {
        long difference = word ^ (character * EACH);
        return ~(((difference & LOW_BITS) + LOW_BITS) | difference) & HIGH_BITS;
    }

    /// The number that the first 1 to 8 characters make, all digits: first pairs, then fours, then all.
    private static long number(long word, int digits) {
        long aligned = (word ^ ('0' * EACH)) << (8 * (8 - digits));
        long pairs = (aligned * (1 + (10 << 8))) >>> 8;
        long fours = ((pairs & 0x00FF_00FF_00FF_00FFL) * (1 + (100 << 16))) >>> 16;
        return ((fours & 0x0000_FFFF_0000_FFFFL) * (1 + (10_000L << 32))) >>> 32;
    }

    private int byCharacters(byte[] buffer, int begin) {
        int position = begin;
        for (int column = 0; ; column++) {
            int start = position;
            long value = 0;
            int digit = buffer[position] - '0';
            while (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digit = buffer[++position] - '0';
            }
            int digits = position - start;
            if (digits == 0 || digits > MAX_DIGITS || column >= values.length) {
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
}
