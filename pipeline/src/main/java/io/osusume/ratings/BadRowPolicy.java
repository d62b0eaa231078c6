package io.osusume.ratings;

/// How many bad rows a file may have: so many are skipped, counted and listed; one more is an error.
///
/// @param maxBadRows at least 0; setting `ingest.max-bad-rows`
public record BadRowPolicy(long maxBadRows) {
    /// The setting's public name.
    public static final String SETTING = "ingest.max-bad-rows";

    /// No bad row is allowed: the default.
    public static final BadRowPolicy NONE_ALLOWED = new BadRowPolicy(0);

    public BadRowPolicy {
        if (maxBadRows < 0) {
            throw new IllegalArgumentException(SETTING + " must be at least 0, was " + maxBadRows);
        }
    }
}
