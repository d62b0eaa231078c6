package io.osusume.model.net;

/// A learning rate an epoch: a straight warm-up, a plateau, then exponential decay towards `min`.
///
/// With epochs counted from 0: `(max - start) / ramp * epoch + start` below `ramp`; `max` for `sustain`
/// epochs more; then `(max - min) * decay^(epoch - ramp - sustain) + min`. Nothing asks that `min` is
/// below `max`: the original has it the other way round, and its rate climbs for ever.
///
/// @param start the rate of the first epoch, above 0
/// @param max the rate the warm-up climbs to, above 0
/// @param min the rate the decay ends at, above 0
/// @param ramp epochs of warm-up, at least 0
/// @param sustain epochs at `max`, at least 0
/// @param decay factor an epoch of the distance to `min`, in (0, 1]
public record LearningRateSchedule(double start, double max, double min, int ramp, int sustain, double decay) {
    public LearningRateSchedule {
        positive("start", start);
        positive("max", max);
        positive("min", min);
        if (ramp < 0 || sustain < 0) {
            throw new IllegalArgumentException(
                    "ramp and sustain must be at least 0 epochs, were " + ramp + " and " + sustain);
        }
        if (!(decay > 0 && decay <= 1)) {
            throw new IllegalArgumentException("decay must be in (0, 1], was " + decay);
        }
    }

    private static void positive(String name, double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("learning rate " + name + " must be above 0, was " + rate);
        }
    }

    /// The same rate in every epoch.
    public static LearningRateSchedule constant(double rate) {
        return new LearningRateSchedule(rate, rate, rate, 0, 0, 1);
    }

    /// The original's: from 1e-5 to 5e-5 in five epochs, then "down" to a minimum of 1e-4.
    public static LearningRateSchedule original() {
        return new LearningRateSchedule(1e-5, 5e-5, 1e-4, 5, 0, .8);
    }

    /// The learning rate of an epoch.
    ///
    /// @param epoch counts from 1
    public double rate(int epoch) {
        int passed = epoch - 1;
        if (passed < ramp) {
            return (max - start) / ramp * passed + start;
        }
        if (passed < ramp + sustain) {
            return max;
        }
        return (max - min) * Math.pow(decay, passed - ramp - sustain) + min;
    }
}
