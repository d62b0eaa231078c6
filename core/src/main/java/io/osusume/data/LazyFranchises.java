package io.osusume.data;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Franchises that are worked out when somebody first asks: reading all names of a catalogue takes some tenths of a
/// second, and most models never ask. Safe for use by many threads.
final class LazyFranchises {
    private final Supplier<Franchises> maker;
    private @Nullable Franchises made;

    LazyFranchises(Supplier<Franchises> maker) {
        this.maker = maker;
    }

    synchronized Franchises get() {
        Franchises known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
