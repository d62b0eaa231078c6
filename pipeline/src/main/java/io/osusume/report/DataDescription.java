package io.osusume.report;

import io.osusume.evaluation.Split;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which data the figures are about.
///
/// @param name for people: a data set's name, not a place on a disk
/// @param hash of the prepared data or the split file, in hexadecimal
/// @param counts whole numbers by name, in the order of reports
public record DataDescription(String name, String hash, Map<String, Long> counts) {
    public DataDescription {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /// The counts of a split: training `users`, ranked `items`, training `interactions`,
    /// `validationUsers`, `testUsers`.
    public static DataDescription of(String name, String hash, Split split) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("users", (long) split.users().size());
        counts.put("items", (long) split.items().size());
        counts.put("interactions", (long) split.training().size());
        counts.put("validationUsers", (long) split.validation().size());
        counts.put("testUsers", (long) split.test().size());
        return new DataDescription(name, hash, counts);
    }
}
