package io.osusume.ingest;

import io.osusume.ratings.BadRowPolicy;
import io.osusume.ratings.BadRows;
import io.osusume.ratings.RatingParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/// Copies rating rows in blocks, checks every one and leaves the bad ones out. Good rows are copied as they are.
final class RatingCopy {
    private static final int BLOCK = 1 << 20;

    private final InputStream in;
    private final OutputStream out;
    private final String name;
    private final long maxRows;
    private final BadRows badRows = new BadRows();
    private final byte[] buffer = new byte[BLOCK];
    private int size; // bytes in the buffer
    private boolean ended;
    private long line = 1;
    private long kept;

    private RatingCopy(InputStream in, OutputStream out, String name, OptionalLong maxRows) {
        this.in = in;
        this.out = out;
        this.name = name;
        this.maxRows = maxRows.orElse(Long.MAX_VALUE);
    }

    /// Copies the header and the rows, at most `maxRows` good ones.
    ///
    /// @throws IngestException if the file is empty or has a line longer than a mebibyte
    /// @throws io.osusume.ratings.RatingFormatException if the header is wrong or there are too many bad rows
    static CopiedRows copy(InputStream in, OutputStream out, String name, OptionalLong maxRows, BadRowPolicy policy)
            throws IOException {
        RatingCopy copy = new RatingCopy(in, out, name, maxRows);
        boolean cut = copy.run();
        copy.badRows.check(policy);
        long bad = copy.badRows.count();
        return new CopiedRows(copy.kept + bad, copy.kept, bad, copy.badRows.first(), cut);
    }

    /// True if rows are left in the source.
    private boolean run() throws IOException {
        RatingParser parser = header();
        while (true) {
            fill();
            if (size == 0) {
                return false;
            }
            if (kept == maxRows) {
                return true;
            }
            int end = wholeLines();
            if (end == 0) {
                throw new IngestException(name + " line " + line + ": a line must be shorter than " + BLOCK
                        + " bytes, this one is longer; it is not a file of ratings");
            }
            end = linesEnd(end, maxRows - kept);
            rows(parser, end);
            drop(end);
        }
    }

    private RatingParser header() throws IOException {
        fill();
        if (size == 0) {
            throw new IngestException(name + " is empty; expected the header " + RawFile.ANIMELIST.header());
        }
        int whole = wholeLines();
        int end = linesEnd(whole == 0 ? size : whole, 1);
        RatingParser parser = RatingParser.ofHeader(name, buffer, 0, end);
        String text = CsvHeader.clean(new String(buffer, 0, end, StandardCharsets.UTF_8).stripTrailing());
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        drop(end);
        line++;
        return parser;
    }

    private void fill() throws IOException {
        while (!ended && size < buffer.length) {
            int read = in.read(buffer, size, buffer.length - size);
            ended = read < 0;
            size += Math.max(0, read);
        }
    }

    /// The position after the last whole line; the last line of the file is whole without a line end.
    private int wholeLines() {
        if (ended) {
            return size;
        }
        int end = size;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /// The position after so many lines, `end` if there are fewer.
    private int linesEnd(int end, long lines) {
        if (lines >= end) {
            return end;
        }
        int position = 0;
        for (long count = 0; count < lines && position < end; position++) {
            if (buffer[position] == '\n' && ++count == lines) {
                return position + 1;
            }
        }
        return position;
    }

    private void rows(RatingParser parser, int end) throws IOException {
        Set<Long> badLines = new HashSet<>();
        long first = line;
        line += parser.parseLines(buffer, 0, end, first, (user, item, rating) -> kept++, bad -> {
            badRows.add(bad);
            badLines.add(bad.line());
        });
        if (badLines.isEmpty()) {
            out.write(buffer, 0, end);
        } else {
            int start = 0;
            for (long number = first; start < end; number++) {
                int stop = linesEndFrom(start, end);
                if (!badLines.contains(number)) {
                    out.write(buffer, start, stop - start);
                }
                start = stop;
            }
        }
        if (buffer[end - 1] != '\n' && !badLines.contains(line - 1)) {
            out.write('\n');
        }
    }

    private int linesEndFrom(int start, int end) {
        int position = start;
        while (position < end && buffer[position] != '\n') {
            position++;
        }
        return Math.min(end, position + 1);
    }

    private void drop(int end) {
        System.arraycopy(buffer, end, buffer, 0, size - end);
        size -= end;
    }
}
