package io.osusume.release;

import io.osusume.plot.Figures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One thing the gate looked at.
///
/// @param name what, in words
/// @param champion its figure for the champion, null without one
/// @param challenger its figure for the challenger, null if not measured
/// @param low lower end of the 95% interval of the difference, challenger minus champion; null where
///     there is none
/// @param high upper end; null with `low`
/// @param allowed what is allowed, in words
/// @param reason what was found, a sentence's end such as `fell by 0.0210`; possibly empty
public record GateCheck(
        String name,
        @Nullable Double champion,
        @Nullable Double challenger,
        @Nullable Double low,
        @Nullable Double high,
        String allowed,
        Outcome outcome,
        String reason) {
    /// What a check ends with.
    public enum Outcome {
        /// As allowed.
        PASSED("passed"),
        /// The mean is as allowed; the interval does not say that of the users in general.
        UNDECIDED("undecided"),
        /// Worse than allowed.
        REFUSED("REFUSED"),
        /// It could not be measured, as the reason says.
        NOT_MEASURED("not measured");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /// The word in reports.
        public String word() {
            return word;
        }
    }

    /// A check that could not be made.
    static GateCheck notMeasured(String name, String allowed, String reason) {
        return new GateCheck(name, null, null, null, null, allowed, Outcome.NOT_MEASURED, reason);
    }

    /// A figure that may fall by so much at most.
    static GateCheck mayFall(String name, @Nullable Double champion, double challenger, double tolerance) {
        String allowed = "may fall by " + Figures.share(tolerance);
        if (champion == null) {
            return new GateCheck(name, null, challenger, null, null, "no champion", Outcome.PASSED, "");
        }
        double change = challenger - champion;
        return new GateCheck(
                name,
                champion,
                challenger,
                null,
                null,
                allowed,
                change < -tolerance ? Outcome.REFUSED : Outcome.PASSED,
                moved(change));
    }

    /// `fell by 0.0210`, `rose by 0.0042` or `is the same`.
    static String moved(double change) {
        return change == 0 ? "is the same" : (change < 0 ? "fell by " : "rose by ") + Figures.share(Math.abs(change));
    }

    /// The difference, challenger minus champion; empty without both.
    public Optional<Double> difference() {
        return champion == null || challenger == null ? Optional.empty() : Optional.of(challenger - champion);
    }

    /// The check in one sentence: `NDCG@10 fell by 0.0210; may fall by 0.0050`.
    public String sentence() {
        return name + " " + (reason.isEmpty() ? outcome.word() : reason) + "; " + allowed;
    }
}
