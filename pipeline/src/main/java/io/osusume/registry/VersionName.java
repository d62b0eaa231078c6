package io.osusume.registry;

import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a model version: `ease-20261124T113000Z-9f2c1a`: the family, when it was made, and
/// the beginning of the manifest's SHA-256. Since the manifest has the hash of every file, the name
/// vouches for the whole folder.
///
/// @param family the trainer's word
/// @param time UTC, seconds
/// @param hash six hexadecimal digits
record VersionName(String family, String time, String hash) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9][a-z0-9-]*)-([0-9]{8}T[0-9]{6}Z)-([0-9a-f]{6})");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// The name for a folder whose manifest is written.
    static VersionName of(String family, Instant created, Path folder) throws IOException {
        return new VersionName(
                family, TIME.format(created), manifestHash(folder).substring(0, 6));
    }

    /// The parts of a folder's name; empty if it is none of a version.
    static Optional<VersionName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        return matcher.matches()
                ? Optional.of(new VersionName(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /// SHA-256 of the manifest in a folder.
    static String manifestHash(Path folder) throws IOException {
        return Hashes.sha256(folder.resolve(Manifest.FILE));
    }

    @Override
    public String toString() {
        return family + "-" + time + "-" + hash;
    }
}
