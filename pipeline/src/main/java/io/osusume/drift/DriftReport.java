package io.osusume.drift;

import io.osusume.drift.DriftThresholds.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What was found when lists of today were compared with those a model learnt from.
///
/// @param model the version's id
/// @param source what was compared with its training data, in words
/// @param expectedLists how many lists it learnt from
/// @param lists how many were compared
/// @param features one a row
/// @param unknownShare the share of their entries of titles the model does not know, in [0, 1]
/// @param unknownLevel what that means
/// @param enough whether there were lists enough to judge
/// @param thresholds by which it was judged
public record DriftReport(
        String model,
        String source,
        long expectedLists,
        long lists,
        List<FeatureDrift> features,
        double unknownShare,
        Level unknownLevel,
        boolean enough,
        DriftThresholds thresholds,
        Instant created) {
    public DriftReport {
        features = List.copyOf(features);
    }

    /// How far one feature has moved.
    ///
    /// @param psi the stability index
    /// @param judged whether it may raise an alarm
    /// @param expected shares of the training data, one a bin
    /// @param found shares of what was compared, one a bin; all 0 without a value
    public record FeatureDrift(
            Feature feature, double psi, Level level, boolean judged, List<Double> expected, List<Double> found) {
        public FeatureDrift {
            expected = List.copyOf(expected);
            found = List.copyOf(found);
        }
    }

    /// Compares.
    ///
    /// @param expected of the model's training data
    /// @param found of what is compared with it
    public static DriftReport of(
            String model, String source, Tally expected, Tally found, DriftThresholds thresholds, Instant now) {
        List<FeatureDrift> features = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            double psi = found.values(feature) == 0 ? 0 : Psi.of(expected.counts(feature), found.counts(feature));
            features.add(new FeatureDrift(
                    feature,
                    psi,
                    DriftThresholds.level(psi, thresholds.watch(), thresholds.alarm()),
                    thresholds.judged().contains(feature),
                    shares(expected.counts(feature)),
                    shares(found.counts(feature))));
        }
        double unknown = found.entries() == 0 ? 0 : (double) found.unknown() / found.entries();
        return new DriftReport(
                model,
                source,
                expected.lists(),
                found.lists(),
                features,
                unknown,
                DriftThresholds.level(unknown, thresholds.unknownWatch(), thresholds.unknownAlarm()),
                found.lists() >= thresholds.minLists(),
                thresholds,
                now);
    }

    private static List<Double> shares(long[] counts) {
        double all = Math.max(1, Arrays.stream(counts).sum());
        return Arrays.stream(counts).mapToObj(count -> count / all).toList();
    }

    /// Why there is an alarm, a phrase each; empty if there is none.
    public List<String> alarms() {
        List<String> alarms = new ArrayList<>();
        if (!enough) {
            return alarms;
        }
        for (FeatureDrift each : features) {
            if (each.judged && each.level == Level.ALARM) {
                alarms.add(String.format(
                        java.util.Locale.ROOT,
                        "%s: PSI %.3f is not below %.3f",
                        each.feature.word(),
                        each.psi,
                        thresholds.alarm()));
            }
        }
        if (unknownLevel == Level.ALARM) {
            alarms.add(String.format(
                    java.util.Locale.ROOT,
                    "unknown titles: %.1f%% of the entries is not below %.1f%%",
                    100 * unknownShare,
                    100 * thresholds.unknownAlarm()));
        }
        return alarms;
    }

    /// The verdict as a sentence.
    public String verdict() {
        if (!enough) {
            return "Too few lists to judge: " + lists + ", needed are " + thresholds.minLists();
        }
        return alarms().isEmpty()
                ? "No drift above the thresholds"
                : "Drift above the thresholds: " + String.join("; ", alarms());
    }
}
