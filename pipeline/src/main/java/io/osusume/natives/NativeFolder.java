package io.osusume.natives;

import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// Files of a jar in a folder of the disk, taken out once: the folder appears whole or not at all, so that several
/// programs may start at the same time.
///
/// Its name ends in a hash of the files' content: another version goes elsewhere, and a folder someone has tampered
/// with or a disk has damaged is made again, because every file is compared with the jar before it is used.
final class NativeFolder {
    private NativeFolder() {}

    /// Takes the files out where they are not yet, and gives the folder that holds them all.
    ///
    /// @param cache where such folders are kept; made where missing
    /// @param resources the folder inside the jar, ending in `/`
    /// @param files names of resources that exist
    static Path extract(Path cache, String name, String resources, List<String> files) throws IOException {
        List<String> hashes = new ArrayList<>();
        MessageDigest all = Hashes.sha256();
        for (String file : files) {
            String hash = hash(resources + file);
            hashes.add(hash);
            all.update((file + ' ' + hash + '\n').getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path place = cache.resolve(name + "-" + Hashes.hex(all).substring(0, 16));
        if (isWhole(place, files, hashes)) {
            return place;
        }
        try (ArtifactFolder folder = ArtifactFolder.begin(place)) {
            for (String file : files) {
                try (InputStream in = open(resources + file)) {
                    Files.copy(in, folder.path().resolve(file));
                }
            }
            try {
                if (Files.exists(place)) {
                    folder.commit();
                } else {
                    folder.commitNew();
                }
            } catch (FileAlreadyExistsException anotherProgramWasFaster) {
                // It wrote the same bytes.
            }
        }
        if (!isWhole(place, files, hashes)) {
            throw new IOException(place + " does not hold what was written there; delete it and start again");
        }
        return place;
    }

    static boolean exists(String resource) {
        return NativeFolder.class.getResource(resource) != null;
    }

    private static boolean isWhole(Path place, List<String> files, List<String> hashes) throws IOException {
        for (int k = 0; k < files.size(); k++) {
            Path file = place.resolve(files.get(k));
            if (!Files.isRegularFile(file) || !Hashes.sha256(file).equals(hashes.get(k))) {
                return false;
            }
        }
        return true;
    }

    private static String hash(String resource) throws IOException {
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = new DigestInputStream(open(resource), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return Hashes.hex(digest);
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = NativeFolder.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("no resource " + resource + " on the class path");
        }
        return in;
    }
}
