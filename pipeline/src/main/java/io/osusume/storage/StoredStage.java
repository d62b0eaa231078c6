package io.osusume.storage;

import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a stage made, in a bucket: every version of it, of which the newest counts.
///
/// ```
/// gs://bucket/raw/
///   20261128T100000Z-9f2c1a0b7d31/      files that never change, manifest.json last
/// ```
/// A version's name is when it was made and the hash of its manifest, which names the hashes of all files. Nothing is
/// ever replaced, so that whoever sends needs no more than to create, and of two that send at the same time none is
/// lost.
///
/// @param place such as `gs://my-prepared/osusume`
public record StoredStage(Buckets buckets, ObjectName place) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HASH = 12;
    private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{" + HASH + "}");

    /// The version that counts; empty if there is none yet.
    public Optional<String> current() throws IOException {
        return buckets.list(place).stream()
                .map(StoredObject::name)
                .filter(name -> name.fileName().equals(Manifest.FILE))
                .map(name -> name.toString().split("/", -1))
                .map(parts -> parts[parts.length - 2])
                .filter(name -> NAME.matcher(name).matches())
                .max(Comparator.naturalOrder());
    }

    private StoredFolder version(String name) {
        return new StoredFolder(buckets, place.child(name));
    }

    private static String nameOf(Path local) throws IOException {
        return TIME.format(Manifest.read(local).created()) + "-"
                + Hashes.sha256(local.resolve(Manifest.FILE)).substring(0, HASH);
    }

    /// Sends a local folder, unless it is there.
    ///
    /// @return its name there
    public String publish(Path local, TrainingListener listener) throws IOException {
        String name = nameOf(local);
        version(name).publish(local, listener);
        return name;
    }

    /// Brings the version that counts to a local place, unless it lies there.
    ///
    /// @return false if nothing had to be fetched
    /// @throws StorageFailure of kind NO_OBJECT if there is none yet
    public boolean fetch(Path local, TrainingListener listener) throws IOException {
        String name = current()
                .orElseThrow(() -> new StorageFailure(
                        StorageFailure.Kind.NO_OBJECT,
                        place + " holds nothing yet; run the stage that fills it",
                        null));
        if (Files.exists(local.resolve(Manifest.FILE)) && nameOf(local).equals(name)) {
            return false;
        }
        version(name).fetch(local, listener);
        return true;
    }
}
