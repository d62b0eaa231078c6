package io.osusume.prepare;

import io.osusume.ratings.BadRow;
import io.osusume.ratings.RatingFormatException;
import io.osusume.ratings.RatingParser;
import io.osusume.ratings.RatingSink;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.function.Consumer;

/// A rating file cut into parts at line ends, which may be read in any order and by many threads. The cut depends on
/// the size of the file alone.
final class RatingFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final long LEAST_PART_BYTES = 1 << 20;
    private static final int MOST_PARTS = 64; // bounds what the first pass keeps of each part

    private final Path file;
    private final String name;
    private final FileChannel channel;
    private final FileTime modified;
    private final long size;
    private final RatingParser parser;
    private final long[] bounds;

    private RatingFile(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
        this.channel = channel;
        this.modified = Files.getLastModifiedTime(file);
        this.size = channel.size();
        if (size == 0) {
            throw new RatingFormatException(
                    name + " is empty: it must begin with a header that names user_id, anime_id and rating");
        }
        byte[] start = new byte[(int) Math.min(size, BUFFER_BYTES)];
        fill(start, 0, start.length, 0);
        int headerEnd = 0;
        while (headerEnd < start.length && start[headerEnd] != '\n') {
            headerEnd++;
        }
        this.parser = RatingParser.ofHeader(name, start, 0, headerEnd);
        this.bounds = bounds(Math.min(size, headerEnd + 1L));
    }

    /// Opens a file and reads its header.
    ///
    /// @throws RatingFormatException if it is empty or the header is not that of a rating file
    static RatingFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new RatingFile(file, channel);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /// How many parts there are.
    int parts() {
        return bounds.length - 1;
    }

    /// Reads one part; the lines of bad rows count from the part's first line, which is 1.
    ///
    /// @return how many lines it has
    long read(int part, RatingSink sink, Consumer<BadRow> badRows) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long position = bounds[part];
        long end = bounds[part + 1];
        long lines = 0;
        int kept = 0;
        while (position < end) {
            int filled = kept + (int) Math.min(buffer.length - kept, end - position);
            fill(buffer, kept, filled, position);
            position += filled - kept;
            int whole = filled;
            while (position < end && whole > 0 && buffer[whole - 1] != '\n') {
                whole--;
            }
            if (whole == 0) {
                throw tooLong();
            }
            lines += parser.parseLines(buffer, 0, whole, lines + 1, sink, badRows);
            kept = filled - whole;
            System.arraycopy(buffer, whole, buffer, 0, kept);
        }
        return lines;
    }

    /// Passes if nobody changed the file since it was opened.
    void checkUnchanged() throws IOException {
        if (channel.size() != size || !Files.getLastModifiedTime(file).equals(modified)) {
            throw new RatingFormatException(name + " was changed while it was read; prepare again");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private long[] bounds(long begin) throws IOException {
        int parts = Math.clamp((size - begin) / LEAST_PART_BYTES, 1, MOST_PARTS);
        long[] cuts = new long[parts + 1];
        cuts[0] = begin;
        for (int part = 1; part < parts; part++) {
            cuts[part] = lineStart(Math.max(cuts[part - 1], begin + (size - begin) / parts * part));
        }
        cuts[parts] = size;
        return cuts;
    }

    /// The first start of a line at or after a position behind the header.
    private long lineStart(long position) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, size - position + 1)];
        fill(buffer, 0, buffer.length, position - 1);
        for (int k = 0; k < buffer.length; k++) {
            if (buffer[k] == '\n') {
                return position + k;
            }
        }
        if (position - 1 + buffer.length == size) {
            return size;
        }
        throw tooLong();
    }

    private RatingFormatException tooLong() {
        return new RatingFormatException(
                name + " has a line of more than " + BUFFER_BYTES + " bytes: it is not a rating file");
    }

    private void fill(byte[] buffer, int begin, int end, long position) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(buffer, begin, end - begin);
        long at = position;
        while (target.hasRemaining()) {
            int count = channel.read(target, at);
            if (count < 0) {
                throw new EOFException(name + " became shorter while it was read; prepare again");
            }
            at += count;
        }
    }
}
