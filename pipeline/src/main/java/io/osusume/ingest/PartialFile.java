package io.osusume.ingest;

import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Properties;

/// A download that may not be whole yet, with what is needed to go on with it: it survives a killed run.
final class PartialFile {
    private static final String ENTITY_TAG = "entity-tag";
    private static final String LAST_MODIFIED = "last-modified";

    private final Path content;
    private final Path facts;

    private PartialFile(Path content, Path facts) {
        this.content = content;
        this.facts = facts;
    }

    /// The partial file of an address in a folder; other addresses have others.
    static PartialFile of(URI address, Path folder) throws IOException {
        Files.createDirectories(folder);
        MessageDigest digest = Hashes.sha256();
        digest.update(address.toString().getBytes(StandardCharsets.UTF_8));
        String name = ".partial-" + Hashes.hex(digest).substring(0, 16);
        return new PartialFile(folder.resolve(name), folder.resolve(name + ".properties"));
    }

    Path content() {
        return content;
    }

    long sizeBytes() throws IOException {
        return Files.exists(content) ? Files.size(content) : 0;
    }

    /// What the server must still have for the bytes to fit: a strong entity tag, else the time of the last change.
    Optional<String> validator() throws IOException {
        Properties known = known();
        String tag = known.getProperty(ENTITY_TAG, "");
        String time = known.getProperty(LAST_MODIFIED, "");
        return tag.isEmpty() || tag.startsWith("W/")
                ? Optional.of(time).filter(value -> !value.isEmpty())
                : Optional.of(tag);
    }

    /// Whether an answer with these headers speaks of the same content; what it does not say counts as the same.
    boolean fits(Optional<String> entityTag, Optional<String> lastModified) throws IOException {
        Properties known = known();
        return entityTag.map(tag -> tag.equals(known.getProperty(ENTITY_TAG))).orElse(true)
                && lastModified
                        .map(time -> time.equals(known.getProperty(LAST_MODIFIED)))
                        .orElse(true);
    }

    private Properties known() throws IOException {
        Properties known = new Properties();
        if (Files.exists(facts)) {
            try (InputStream in = Files.newInputStream(facts)) {
                known.load(in);
            }
        }
        return known;
    }

    /// Empties the file for content of which the server says this.
    void restart(Optional<String> entityTag, Optional<String> lastModified) throws IOException {
        delete();
        Properties known = new Properties();
        entityTag.ifPresent(tag -> known.setProperty(ENTITY_TAG, tag));
        lastModified.ifPresent(time -> known.setProperty(LAST_MODIFIED, time));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        known.store(text, null);
        ArtifactFolder.writeFile(facts, text.toByteArray());
    }

    /// Opens the file to write on at its end.
    OutputStream append() throws IOException {
        return Files.newOutputStream(content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// Keeps other runs away from this file until closed.
    ///
    /// @throws IngestException if another run has it
    Lock lock(String address) throws IOException {
        Path file = facts.resolveSibling(content.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new Lock(file, channel);
            }
        } catch (OverlappingFileLockException inThisProgram) {
            // the same as null: somebody else has it
        }
        channel.close();
        throw new IngestException("another ingest is reading " + address + " at this moment; wait for it");
    }

    /// The right to write the file.
    record Lock(Path file, FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
            channel.close();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(content);
        Files.deleteIfExists(facts);
    }
}
