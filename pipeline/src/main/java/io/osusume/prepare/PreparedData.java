package io.osusume.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.artifact.SafetensorsFile;
import io.osusume.catalog.CatalogueFile;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.evaluation.HeldOutSplitter;
import io.osusume.evaluation.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.TreeMap;

/// A prepared folder, read and checked.
///
/// @param interactions of all kept users
/// @param users user ids, by user index
/// @param items MyAnimeList ids, by item index
/// @param catalogue may lack some of the items and have others
/// @param splitAssignment what [io.osusume.evaluation.HeldOutSplitter#assign] gave
public record PreparedData(
        Interactions interactions,
        IdIndex users,
        IdIndex items,
        Catalogue catalogue,
        Tensors splitAssignment,
        Manifest manifest) {
    /// The value of [Manifest#kind()].
    public static final String KIND = "prepared";

    static final String INTERACTIONS = "interactions.safetensors";
    static final String IDS = "ids.safetensors";
    static final String SPLIT = "split.safetensors";

    /// Reads a folder that [Prepare] wrote and compares every file with the hash in its manifest.
    ///
    /// @throws ArtifactException if the folder is not prepared data, a file is missing or differs, or
    ///     files do not fit
    ///     each other
    public static PreparedData read(Path folder) throws IOException {
        Manifest manifest = Manifest.read(folder);
        if (!manifest.kind().equals(KIND)) {
            throw new ArtifactException(
                    folder + " must be prepared data, was of kind '" + manifest.kind() + "'; give the prepared folder");
        }
        manifest.verify(folder);
        Interactions interactions = Interactions.from(SafetensorsFile.read(folder.resolve(INTERACTIONS)));
        Tensors ids = SafetensorsFile.read(folder.resolve(IDS));
        IdIndex users = IdIndex.of(ids.longs("users"));
        IdIndex items = IdIndex.of(ids.longs("items"));
        if (users.size() != interactions.userCount() || items.size() != interactions.itemCount()) {
            throw new ArtifactException(folder + " does not fit together: " + INTERACTIONS + " has "
                    + interactions.userCount() + " users and " + interactions.itemCount() + " items, " + IDS + " has "
                    + users.size() + " and " + items.size() + "; prepare again");
        }
        return new PreparedData(
                interactions,
                users,
                items,
                CatalogueFile.read(folder),
                SafetensorsFile.read(folder.resolve(SPLIT)),
                manifest);
    }

    /// The users set apart as the assignment says.
    public Split split() {
        return HeldOutSplitter.split(interactions, users, items, splitAssignment);
    }

    /// Where the data comes from: the hashes of the raw files by their names, and when it was `prepared`.
    public SortedMap<String, String> lineage() {
        SortedMap<String, String> lineage = new TreeMap<>(manifest.inputs());
        lineage.put("prepared", manifest.created().toString());
        return lineage;
    }

    /// One hash for everything the folder holds: SHA-256 over the names and hashes of its files, in hexadecimal.
    public String hash() {
        MessageDigest digest = Hashes.sha256();
        manifest.files().forEach((name, file) -> digest.update((name + " " + file.sha256() + "\n").getBytes(UTF_8)));
        return Hashes.hex(digest);
    }
}
