package io.osusume.drift;

import java.util.Set;

/// What counts as drift.
///
/// @param watch a stability index from here on is worth a look
/// @param alarm from here on it is too much
/// @param unknownWatch a share of entries of unknown titles from here on is worth a look
/// @param unknownAlarm from here on it is too much
/// @param minLists with fewer lists nothing is judged
/// @param judged the features that may raise an alarm; the others are only told
public record DriftThresholds(
        double watch, double alarm, double unknownWatch, double unknownAlarm, int minLists, Set<Feature> judged) {
    public DriftThresholds {
        if (watch > alarm || unknownWatch > unknownAlarm) {
            throw new IllegalArgumentException("what is worth a look must not be above what is too much, were " + watch
                    + " and " + alarm + ", " + unknownWatch + " and " + unknownAlarm);
        }
        judged = Set.copyOf(judged);
    }

    /// Where a value stands between two thresholds.
    static Level level(double value, double watch, double alarm) {
        return value >= alarm ? Level.ALARM : value >= watch ? Level.WATCH : Level.STABLE;
    }

    /// How far something has moved.
    public enum Level {
        /// Hardly.
        STABLE("stable"),
        /// So far that it is worth a look.
        WATCH("worth a look"),
        /// Too far.
        ALARM("DRIFTED");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /// The word in reports.
        public String word() {
            return word;
        }
    }
}
