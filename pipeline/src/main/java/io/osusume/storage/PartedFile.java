package io.osusume.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;

/// An object on its way into a file, in parts that come side by side. Which parts are there is kept beside the bytes,
/// so
/// that a run that was ended goes on where it stopped if the object is still the same generation. The file gets its
/// name once all of it is there and its checksum is right.
final class PartedFile {
    private final Buckets buckets;
    private final StoredObject object;
    private final Path to;
    private final Path bytes;
    private final Path done;

    /// @param to where the file will lie, in a folder that is there
    PartedFile(Buckets buckets, StoredObject object, Path to) {
        this.buckets = buckets;
        this.object = object;
        this.to = to;
        String name = "." + to.getFileName() + "-" + object.generation();
        this.bytes = to.resolveSibling(name + ".part");
        this.done = to.resolveSibling(name + ".done");
    }

    /// The parts that are missing, each to be run by any thread.
    List<Callable<Long>> missing() throws IOException {
        if (object.sizeBytes() > buckets.settings().maxObjectBytes()) {
            throw new StorageFailure(
                    StorageFailure.Kind.OTHER,
                    object.name() + " must be at most " + buckets.settings().maxObjectBytes() + " bytes, was "
                            + object.sizeBytes() + "; is it the right one?",
                    null);
        }
        if (Files.exists(to)) {
            return List.of();
        }
        BitSet there = there();
        long part = buckets.settings().partBytes();
        List<Callable<Long>> missing = new ArrayList<>();
        for (int k = 0; k * part < object.sizeBytes(); k++) {
            if (!there.get(k)) {
                int number = k;
                missing.add(() -> fetch(number));
            }
        }
        return missing;
    }

    private BitSet there() throws IOException {
        BitSet there = new BitSet();
        if (Files.exists(done) && Files.exists(bytes)) {
            for (String line : Files.readAllLines(done)) {
                if (line.matches("\\d{1,9}")) {
                    there.set(Integer.parseInt(line));
                }
            }
        }
        return there;
    }

    private long fetch(int number) throws IOException {
        long part = buckets.settings().partBytes();
        long begin = number * part;
        long end = Math.min(begin + part, object.sizeBytes());
        try (FileChannel channel = FileChannel.open(bytes, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            buckets.copyPart(object, begin, end, channel);
            channel.force(false);
        }
        Files.write(
                done,
                (number + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return end - begin;
    }

    /// Checks the whole and gives the file its name.
    ///
    /// @throws StorageFailure of kind DAMAGED if it is not what was stored: all of it is removed
    void finish() throws IOException {
        if (Files.exists(to)) {
            return;
        }
        if (object.sizeBytes() == 0) {
            Files.write(bytes, new byte[0]);
        }
        long found = Checksums.of(bytes);
        Files.deleteIfExists(done);
        if (found != object.crc32c() || Files.size(bytes) != object.sizeBytes()) {
            Files.deleteIfExists(bytes);
            throw Buckets.damaged(object, found);
        }
        Files.move(bytes, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
