package io.osusume.app;

import io.osusume.artifact.Hashes;
import io.osusume.flow.HashCache;
import io.osusume.storage.ObjectName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/// What a source of ingest holds, as a hash or what stands for one: of a folder those files that ingest may take, of a
/// bucket the checksums it keeps. An address is not asked again whether it has changed: its words are its hash.
final class SourceContent {
    private static final List<String> STEMS =
            List.of("animelist", "rating_complete", "anime", "anime_with_synopsis", "watching_status", "relations");

    private SourceContent() {}

    /// The hash of a source.
    ///
    /// @throws CommandFailure if nothing is there
    static String hash(StoredArtifacts stored, String source, HashCache cache) throws IOException {
        if (ObjectName.isOne(source)) {
            return stored.contents(source);
        }
        if (source.contains("://")) {
            return source;
        }
        Path path = Path.of(source);
        if (Files.isRegularFile(path)) {
            return cache.sha256(path);
        }
        if (!Files.isDirectory(path)) {
            throw new CommandFailure("there is nothing to ingest at " + source
                    + "; give another place with --from, or the setting pipeline.source");
        }
        MessageDigest digest = Hashes.sha256();
        try (Stream<Path> listed = Files.list(path)) {
            for (Path file : listed.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (STEMS.contains(name.split("\\.", 2)[0])) {
                    digest.update((name + " " + cache.sha256(file) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return Hashes.hex(digest);
    }
}
