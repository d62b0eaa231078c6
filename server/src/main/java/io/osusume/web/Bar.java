package io.osusume.web;

/// A bar of a plot beside its row of a table, in a drawing 100 wide.
///
/// @param start where it begins
/// @param length how long it is
record Bar(int start, int length) {
    private static final int WIDTH = 100;

    /// From the left edge.
    static Bar of(double value, double longest) {
        return new Bar(0, longest <= 0 ? 0 : (int) Math.round(WIDTH * value / longest));
    }

    /// To both sides of the middle by the logarithm of a ratio, `most` and its inverse filling a half.
    static Bar ofRatio(double ratio, double most) {
        double share = Math.clamp(Math.log(ratio) / Math.log(most), -1, 1);
        int length = (int) Math.round(WIDTH / 2.0 * Math.abs(share));
        return new Bar(share < 0 ? WIDTH / 2 - length : WIDTH / 2, length);
    }
}
