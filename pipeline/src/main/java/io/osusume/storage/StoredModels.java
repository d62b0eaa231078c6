package io.osusume.storage;

import io.osusume.model.TrainingListener;
import io.osusume.registry.AliasTexts;
import io.osusume.registry.SharedModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Model versions and aliases in a bucket, laid out as in a local registry.
///
/// @param root such as `gs://my-models/osusume`
/// @param listener hears of each transfer
public record StoredModels(Buckets buckets, ObjectName root, TrainingListener listener) implements SharedModels {
    private static final String ABOUT = "about";
    private static final int MAX_REPORT_BYTES = 4 << 20;

    @Override
    public String place() {
        return root.toString();
    }

    @Override
    public AliasTexts aliases() {
        return new StoredTexts(buckets, root);
    }

    private StoredFolder version(String id) {
        return new StoredFolder(buckets, root.child(id));
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

    private ObjectName report(String id, Path name) {
        return root.child(ABOUT).child(id).child(String.valueOf(name.getFileName()));
    }

    @Override
    public void publishReport(String id, Path file) throws IOException {
        buckets.put(file, report(id, file));
    }

    @Override
    public Optional<String> report(String id, String name) throws IOException {
        return buckets.read(report(id, Path.of(name)), MAX_REPORT_BYTES).map(StoredText::text);
    }
}
