package io.osusume.tune;

/// How draws spread over a range.
public enum Scale {
    /// Equal steps are equally likely: 1 to 2 as often as 9 to 10.
    LINEAR,

    /// Equal factors are equally likely: 1 to 2 as often as 10 to 20.
    LOGARITHMIC;

    /// The number at a share of the way.
    ///
    /// @param share in [0, 1]
    double at(double share, double low, double high) {
        return switch (this) {
            case LINEAR -> low + share * (high - low);
            case LOGARITHMIC -> StrictMath.exp(StrictMath.log(low) + share * StrictMath.log(high / low));
        };
    }

    /// @throws IllegalArgumentException if numbers from `low` to `high` are none, or have no logarithm
    void check(String key, double low, double high) {
        if (!(low < high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the range of " + key + " must ascend, was " + low + " to " + high);
        }
        if (this == LOGARITHMIC && !(low > 0)) {
            throw new IllegalArgumentException(
                    "a logarithmic range must begin above 0, that of " + key + " begins at " + low);
        }
    }

    String words() {
        return this == LINEAR ? "" : ", logarithmic";
    }
}
