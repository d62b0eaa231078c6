package io.osusume.flow;

import java.time.Instant;
import java.util.List;

/// What is remembered of a stage that ran to its end.
///
/// @param fingerprint as it was before the stage began
/// @param products what it made
/// @param finished when
/// @param seconds how long it took
public record StageRecord(Fingerprint fingerprint, List<Product> products, Instant finished, double seconds) {
    public StageRecord {
        products = List.copyOf(products);
    }

    /// One thing a stage made.
    ///
    /// @param output its name in the pipeline
    /// @param path where it lies, relative to the artifacts folder
    /// @param hash of its content
    public record Product(String output, String path, String hash) {}
}
