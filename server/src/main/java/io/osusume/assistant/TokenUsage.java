package io.osusume.assistant;

/// How many tokens a request took.
///
/// @param in that the model read
/// @param out that it wrote
public record TokenUsage(long in, long out) {
    /// None.
    public static final TokenUsage NONE = new TokenUsage(0, 0);

    TokenUsage plus(TokenUsage other) {
        return new TokenUsage(in + other.in, out + other.out);
    }

    long sum() {
        return in + out;
    }
}
