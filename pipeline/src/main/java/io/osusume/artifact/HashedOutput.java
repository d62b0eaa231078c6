package io.osusume.artifact;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A new large file whose SHA-256 is computed while it is written, by a thread of its own.
///
/// ```java
/// try (HashedOutput out = HashedOutput.create(file)) {
///     out.buffer().putInt(1); // while it has room, then
///     out.flush();
///     Manifest.FileEntry entry = out.finish();
/// }
/// ```
public final class HashedOutput implements AutoCloseable {
    private static final int BUFFERS = 4;
    private static final int BUFFER_BYTES = 1 << 20;

    private final FileChannel channel;
    private final MessageDigest digest = Hashes.sha256();
    private final BlockingQueue<ByteBuffer> empty = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<ByteBuffer> written = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final Thread hashing;
    private ByteBuffer buffer;

    private HashedOutput(FileChannel channel) {
        this.channel = channel;
        this.buffer = emptyBuffer();
        for (int k = 1; k < BUFFERS; k++) {
            empty.add(emptyBuffer());
        }
        this.hashing = Thread.ofPlatform().daemon().name("osusume-hash-output").start(this::hash);
    }

    private static ByteBuffer emptyBuffer() {
        return ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Creates the file, which must not exist.
    public static HashedOutput create(Path file) throws IOException {
        return new HashedOutput(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /// Where to put what comes next: little-endian, room for at least one `long` after [#flush]. Ask again after it.
    public ByteBuffer buffer() {
        return buffer;
    }

    /// Writes what is in the buffer.
    public void flush() throws IOException {
        if (buffer.position() == 0) {
            return; // an empty buffer is the end
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        try {
            written.put(buffer.rewind());
            buffer = empty.take();
        } catch (InterruptedException stop) {
            throw interrupted();
        }
    }

    private void hash() {
        try {
            for (ByteBuffer next = written.take(); next.hasRemaining(); next = written.take()) {
                digest.update(next);
                empty.put(next.clear());
            }
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes the rest, forces the file to disk and waits for the hash.
    ///
    /// @return size and hash, as they go into a manifest
    public Manifest.FileEntry finish() throws IOException {
        flush();
        try {
            written.put(ByteBuffer.allocate(0));
            channel.force(true);
            hashing.join();
        } catch (InterruptedException stop) {
            throw interrupted();
        }
        return new Manifest.FileEntry(channel.size(), Hashes.hex(digest));
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("stopped while a file was written");
    }

    @Override
    public void close() throws IOException {
        hashing.interrupt();
        channel.close();
    }
}
