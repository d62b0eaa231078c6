package io.osusume.web;

/// Lengths of time as pages write them.
final class Durations {
    private static final int HOUR = 60;

    private Durations() {}

    /// Such as `2 h 5 min`, `24 min` or `10 h`.
    static String of(double minutes) {
        long whole = Math.round(minutes);
        String rest = whole % HOUR + " min";
        return whole < HOUR ? rest : whole / HOUR + " h" + (whole % HOUR == 0 ? "" : " " + rest);
    }

    /// What a limit of the watching time is called.
    static String atMost(int minutes) {
        return minutes == Controls.EVENING_MINUTES ? "something for one evening" : "at most " + of(minutes);
    }
}
