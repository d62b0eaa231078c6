package io.osusume.lists;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The letters of an XML file: in the encoding its byte order mark or its first line says, else UTF-8. Bytes that are
/// no letters in it are taken for Windows-1252, which old programs wrote without saying so.
final class ListText extends Reader {
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"'>]*)[\"']", Pattern.CASE_INSENSITIVE);
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int FIRST_LINE = 256;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final CharBuffer chars = CharBuffer.allocate(8192).flip();
    private boolean ended;

    /// @throws ListException if the file declares an encoding that is not known
    ListText(BufferedInputStream in) throws IOException {
        this.in = in;
        this.decoder = charset(in)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static Charset charset(BufferedInputStream in) throws IOException {
        in.mark(FIRST_LINE);
        byte[] start = in.readNBytes(FIRST_LINE);
        in.reset();
        int pair = start.length < 2 ? 0 : ((start[0] & 0xff) << 8) | (start[1] & 0xff);
        if (pair == 0xfeff || pair == 0xfffe) {
            in.skipNBytes(2);
        }
        if (pair == 0xfeff || pair == '<') {
            return StandardCharsets.UTF_16BE;
        } else if (pair == 0xfffe || pair == '<' << 8) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
        return declared.find() ? named(declared.group(1).strip()) : StandardCharsets.UTF_8;
    }

    private static Charset named(String name) {
        try {
            Charset charset = Charset.forName(name);
            boolean untrue =
                    charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
            if (untrue) {
                return StandardCharsets.UTF_8; // its first line could not be read if that were so
            }
            return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                    ? WESTERN
                    : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new ListException(
                    "the file declares the encoding '" + FanListBuilder.shortened(name)
                            + "', which is not known; save it as UTF-8",
                    false,
                    unknown);
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(buffer, offset, count);
        return count;
    }

    private void decode() throws IOException {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isError() && chars.position() == 0) {
            for (int k = 0; k < result.length(); k++) {
                chars.put(new String(new byte[] {bytes.get()}, WESTERN));
            }
        } else if (result.isUnderflow() && !ended) {
            bytes.compact();
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = count < 0;
            bytes.position(bytes.position() + Math.max(0, count)).flip();
        }
        chars.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
