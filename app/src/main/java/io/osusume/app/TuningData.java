package io.osusume.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.artifact.Hashes;
import io.osusume.catalog.CatalogueCsv;
import io.osusume.data.Catalogue;
import io.osusume.evaluation.Split;
import io.osusume.model.Trainer;
import io.osusume.prepare.PreparedData;
import io.osusume.split.SplitFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a search trains and judges on.
///
/// @param catalogue empty if none is known
/// @param hash of everything it was read from
record TuningData(Split split, Catalogue catalogue, String hash) {
    /// A split that is given as a file.
    ///
    /// @param folder of the catalogue, null if there is none
    static TuningData given(Path file, @Nullable Path folder) throws IOException {
        Split split = SplitFile.read(file);
        MessageDigest digest = Hashes.sha256();
        digest.update(Hashes.sha256(file).getBytes(UTF_8));
        Catalogue catalogue = new Catalogue(List.of(), List.of());
        if (folder != null) {
            catalogue = CatalogueCsv.readFolder(folder);
            for (Path facts : CatalogueCsv.files(folder)) {
                digest.update(Hashes.sha256(facts).getBytes(UTF_8));
            }
        }
        return of(split, catalogue, Hashes.hex(digest), file);
    }

    /// The split that was prepared.
    static TuningData prepared(PreparedData data, Path folder) {
        return of(data.split(), data.catalogue(), data.hash(), folder);
    }

    private static TuningData of(Split split, Catalogue catalogue, String hash, Path from) {
        if (split.validation().isEmpty()) {
            throw new CommandFailure(from + " has no validation users to tune on; take one that has");
        }
        if (split.users().size() == 0) {
            throw new CommandFailure(from + " has no training users; take one that has");
        }
        return new TuningData(split, catalogue, hash);
    }

    /// What decides the figures of a search on this data beside what it draws, in words by name.
    ///
    /// @param trainer with the settings in force
    Map<String, String> circumstances(Trainer<?> trainer, Settings settings) {
        Map<String, String> words = new TreeMap<>();
        words.put("model", trainer.name());
        words.put("data", hash);
        words.put(Setting.SYNOPSIS_EMBEDDINGS.key(), settings.text(Setting.SYNOPSIS_EMBEDDINGS));
        trainer.settings().forEach((name, value) -> words.put("trial 0 " + name, value));
        return words;
    }
}
