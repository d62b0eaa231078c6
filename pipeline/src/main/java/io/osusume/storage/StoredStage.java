package io.osusume.storage;

import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a stage made, in a bucket: every version of it, and which one counts.
///
/// ```
/// gs://bucket/raw/
///   current                       the name of one version
///   versions/9f2c1a0b.../         files that never change, manifest.json last
/// ```
/// A version's name is the hash of its manifest, which names the hashes of all files. `current` is replaced only if it
/// is still what the writer had read.
///
/// @param place such as `gs://my-prepared/osusume`
public record StoredStage(Buckets buckets, ObjectName place) {
    private static final String CURRENT = "current";
    private static final int LONGEST = 200;
    private static final int NAME = 32;

    /// The version that counts; empty if there is none yet.
    ///
    /// @throws StorageFailure if the name is none
    public Optional<StoredText> current() throws IOException {
        Optional<StoredText> current = buckets.read(place.child(CURRENT), LONGEST);
        if (current.isPresent() && !current.get().text().strip().matches("[0-9a-f]{" + NAME + "}")) {
            throw new StorageFailure(
                    StorageFailure.Kind.DAMAGED,
                    place.child(CURRENT) + " must hold the name of a version (" + NAME + " hexadecimal digits), was '"
                            + current.get().text().strip() + "'; write one that is in " + place.child("versions"),
                    null);
        }
        return current;
    }

    private StoredFolder version(String name) {
        return new StoredFolder(buckets, place.child("versions/" + name));
    }

    private static String nameOf(Path local) throws IOException {
        return Hashes.sha256(local.resolve(Manifest.FILE)).substring(0, NAME);
    }

    /// Sends a local folder and makes it the one that counts.
    ///
    /// @return false if it was that already
    /// @throws StorageFailure of kind CONFLICT if somebody else made another one count meanwhile; both are there
    public boolean publish(Path local, TrainingListener listener) throws IOException {
        Optional<StoredText> before = current();
        String name = nameOf(local);
        if (before.isPresent() && before.get().text().strip().equals(name)) {
            return false;
        }
        version(name).publish(local, listener);
        buckets.write(
                place.child(CURRENT),
                name + "\n",
                before.map(StoredText::generation).orElse(StoredText.ABSENT));
        return true;
    }

    /// Brings the version that counts to a local place, unless it lies there.
    ///
    /// @return false if nothing had to be fetched
    /// @throws StorageFailure of kind NO_OBJECT if there is none yet
    public boolean fetch(Path local, TrainingListener listener) throws IOException {
        String name = current()
                .map(text -> text.text().strip())
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
