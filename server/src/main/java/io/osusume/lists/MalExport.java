package io.osusume.lists;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads a MyAnimeList list export, the XML itself or gzip of it, by MyAnimeList, in its form of 2008, or by another
/// site that writes the like: what can be put right is, and an [Adjustment] says so. The files come from people nobody
/// knows: nothing outside the file is ever opened, a DOCTYPE is refused, and size, depth and number of entries have
/// limits.
public final class MalExport {
    private static final String REMEDY = "; use the file MyAnimeList gives under Profile, Export";

    private MalExport() {}

    /// Reads a file with the default limits.
    ///
    /// @throws ListException if it is not a whole anime list export; the message says why, without the file's name
    public static FanList read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, ListLimits.DEFAULT);
        }
    }

    /// Reads a stream to its end; the caller closes it.
    ///
    /// @throws ListException if it is not a whole anime list export, or larger than the limits
    public static FanList read(InputStream in, ListLimits limits) throws IOException {
        BufferedInputStream file = new BufferedInputStream(new LimitedStream(in, limits.fileBytes(), "the file"));
        byte[] magic = peek(file);
        boolean gzip = magic.length > 1 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        BufferedInputStream text = gzip
                ? new BufferedInputStream(
                        new LimitedStream(inflated(file), limits.inflatedBytes(), "the list inside the file"))
                : file;
        skipBlank(text);
        byte[] start = peek(text);
        if (start.length == 0) {
            throw new ListException((gzip ? "the file is gzip with nothing in it" : "the file is empty") + REMEDY);
        }
        checkLooksLikeXml(start);
        return new MalParser(limits.entries()).parse(new ListText(text));
    }

    private static InputStream inflated(InputStream file) throws IOException {
        try {
            return new GZIPInputStream(file);
        } catch (ZipException damaged) {
            throw new ListException(
                    "the file is damaged: its gzip stream cannot be unpacked; download the export again",
                    false,
                    damaged);
        } catch (java.io.EOFException cut) {
            throw new ListException(
                    "the file is cut off: its gzip stream ends early; download the export again", false, cut);
        }
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(64);
        byte[] start = in.readNBytes(64);
        in.reset();
        return start;
    }

    /// Skips white space and a byte order mark of UTF-8, which some sites write where XML allows none.
    private static void skipBlank(BufferedInputStream in) throws IOException {
        while (true) {
            in.mark(3);
            byte[] next = in.readNBytes(3);
            in.reset();
            if (Arrays.equals(next, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf})) {
                in.skipNBytes(3);
            } else if (next.length > 0 && " \t\r\n".indexOf(next[0]) >= 0) {
                in.skipNBytes(1);
            } else {
                return;
            }
        }
    }

    private static void checkLooksLikeXml(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1)
                .replaceFirst("^(\u00ff\u00fe|\u00fe\u00ff)", "")
                .replace("\0", "")
                .strip();
        if (text.startsWith("PK\u0003\u0004")) {
            throw new ListException("the file is a zip archive; unpack it and use the XML or gzip file inside");
        }
        if (!text.startsWith("<")) {
            throw new ListException("the file is not XML: expected it to start with '<'" + REMEDY);
        }
    }
}
