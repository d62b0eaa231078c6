package io.osusume.ingest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Unpacked bytes that say clearly when the packed file is cut off or damaged, or larger than allowed.
final class GuardedStream extends FilterInputStream {
    private static final long NO_CHECKSUM = -1;

    private final String origin;
    private final long maxBytes;
    private final long checksum;
    private final CRC32 crc = new CRC32();
    private long count;

    private GuardedStream(InputStream in, String origin, long maxBytes, long checksum) {
        super(in);
        this.origin = origin;
        this.maxBytes = maxBytes;
        this.checksum = checksum;
    }

    /// Guards a file whose own reader checks it, if there is anything to check.
    static InputStream of(InputStream in, String origin, long maxBytes) {
        return new GuardedStream(in, origin, maxBytes, NO_CHECKSUM);
    }

    /// Guards an entry of an archive with the checksum the archive names; -1 if it names none.
    static InputStream of(InputStream in, String origin, long maxBytes, long checksum) {
        return new GuardedStream(in, origin, maxBytes, checksum);
    }

    /// Unpacks gzip, guarded.
    ///
    /// @throws IngestException if it does not begin as gzip does
    static InputStream gzip(InputStream in, String origin, long maxBytes) throws IOException {
        try {
            return of(new GZIPInputStream(in, 1 << 16), origin, maxBytes);
        } catch (EOFException | ZipException broken) {
            in.close();
            throw new IngestException(origin + " is damaged: its gzip header is not whole; get it again", broken);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (EOFException cut) {
            throw new IngestException(
                    origin + " is cut off: it ends after " + count + " unpacked bytes without its end mark; get it"
                            + " again",
                    cut);
        } catch (ZipException broken) {
            throw damaged(String.valueOf(broken.getMessage()), broken);
        }
        if (read < 0) {
            if (checksum != NO_CHECKSUM && crc.getValue() != checksum) {
                throw damaged("its checksum differs", null);
            }
            return read;
        }
        count += read;
        if (checksum != NO_CHECKSUM) {
            crc.update(buffer, offset, read);
        }
        if (count > maxBytes) {
            throw new IngestException(origin + " must be at most " + maxBytes + " bytes when unpacked, and is more;"
                    + " if it is right, raise ingest.max-file-bytes");
        }
        return read;
    }

    private IngestException damaged(String reason, @Nullable Throwable cause) {
        String message = origin + " is damaged: after " + count + " unpacked bytes " + reason + "; get it again";
        return cause == null ? new IngestException(message) : new IngestException(message, cause);
    }

    @Override
    public long skip(long n) throws IOException {
        return Math.max(0, read(new byte[Math.clamp(n, 0, 8192)])); // skipped bytes are checked as well
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
