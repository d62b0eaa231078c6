package io.osusume.data;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made when somebody first asks, such as franchises: reading all names of a catalogue takes some
/// tenths of a second, and most models never ask. If making it fails, the next who asks tries again. Safe for use by
/// many threads.
public final class Lazy<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    public T get() {
        T known = made;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
