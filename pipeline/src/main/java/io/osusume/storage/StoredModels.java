package io.osusume.storage;

import io.osusume.model.TrainingListener;
import io.osusume.registry.AliasTexts;
import io.osusume.registry.SharedModels;
import java.io.IOException;
import java.nio.file.Path;

/// Model versions and aliases in a bucket, laid out as in a local registry.
///
/// @param place such as `gs://my-models/osusume`
/// @param listener hears of each transfer
public record StoredModels(Buckets buckets, ObjectName place, TrainingListener listener) implements SharedModels {
    @Override
    public AliasTexts aliases() {
        return new StoredTexts(buckets, place);
    }

    private StoredFolder version(String id) {
        return new StoredFolder(buckets, place.child(id));
    }

    @Override
    public void publish(String id, Path folder) throws IOException {
        version(id).publish(folder, listener);
    }

    @Override
    public boolean fetch(String id, Path folder) throws IOException {
        if (!version(id).complete()) {
            return false;
        }
        version(id).fetch(folder, listener);
        return true;
    }
}
