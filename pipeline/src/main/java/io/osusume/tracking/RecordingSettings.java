package io.osusume.tracking;

import java.time.Duration;

/// How a run is recorded.
///
/// @param systemInterval how often metrics of the computer are taken; zero for never
public record RecordingSettings(Duration systemInterval) {
    public RecordingSettings {
        if (systemInterval.isNegative()) {
            throw new IllegalArgumentException("systemInterval must not be negative, was " + systemInterval);
        }
    }
}
