package io.osusume.storage;

import io.osusume.registry.AliasTexts;
import java.io.IOException;
import java.util.Optional;

/// Texts in a bucket, an object each. An empty one stands for none: nothing needs to be deleted.
///
/// @param place under which they lie
record StoredTexts(Buckets buckets, ObjectName place) implements AliasTexts {
    private static final int LONGEST = 4 << 20;

    @Override
    public String place(String name) {
        return place.child(name).toString();
    }

    private Optional<StoredText> stored(String name) throws IOException {
        return buckets.read(place.child(name), LONGEST);
    }

    private static Optional<String> text(Optional<StoredText> stored) {
        return stored.map(StoredText::text).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<String> read(String name) throws IOException {
        return text(stored(name));
    }

    @Override
    public boolean compareAndSet(String name, Optional<String> expected, Optional<String> next) throws IOException {
        Optional<StoredText> stored = stored(name);
        if (!text(stored).equals(expected)) {
            return false;
        }
        if (next.equals(expected)) {
            return true;
        }
        try {
            buckets.write(
                    place.child(name),
                    next.orElse(""),
                    stored.map(StoredText::generation).orElse(StoredText.ABSENT));
            return true;
        } catch (StorageFailure failed) {
            if (failed.kind() == StorageFailure.Kind.CONFLICT) {
                return false;
            }
            throw failed;
        }
    }
}
