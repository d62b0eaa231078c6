package io.osusume.encoder;

/// Turns a text into a vector: texts of like meaning into vectors of like direction.
public interface TextEncoder {
    /// Which encoder in which version: vectors of different names must not be mixed.
    String name();

    /// How many numbers a vector has.
    int size();

    /// The vector of a text, `size()` long, owned by the caller. Safe for use by many threads.
    float[] encode(String text);
}
