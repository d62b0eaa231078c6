package io.osusume.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/// Bytes of known number that tell, about every hundredth, how many of them have been read.
final class ProgressStream extends FilterInputStream {
    private final long total;
    private final DoubleConsumer progress;
    private long count;
    private long next;

    /// @param total the number of bytes, 0 or less if not known: then nothing is told
    /// @param progress gets fractions in [0, 1]
    ProgressStream(InputStream in, long total, DoubleConsumer progress) {
        super(in);
        this.total = total;
        this.progress = progress;
        this.next = total / 100;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        advance(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        advance(read);
        return read;
    }

    private void advance(int bytes) {
        count += Math.max(0, bytes);
        if (total > 0 && count >= next) {
            next = count + total / 100 + 1;
            progress.accept(Math.min(1, (double) count / total));
        }
    }
}
