package io.osusume.lists;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// A stream that refuses to give more than a number of bytes, and says in a fan's words when its gzip is broken.
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private final String what;
    private long read;

    /// @param what is counted, as the message names it: `the file`, `the list inside the file`
    LimitedStream(InputStream in, long limit, String what) {
        super(in);
        this.limit = limit;
        this.what = what;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(buffer, offset, length);
        } catch (EOFException cut) {
            throw new ListException(
                    "the file is cut off: its gzip stream ends early; download the export again", false, cut);
        } catch (ZipException damaged) {
            throw new ListException(
                    "the file is damaged: its gzip stream cannot be unpacked; download the export again",
                    false,
                    damaged);
        }
        read += Math.max(count, 0);
        if (read > limit) {
            throw new ListException(what + " is too large: at most " + limit + " bytes are read", true, null);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return super.read(new byte[(int) Math.min(count, 8192)]);
    }
}
