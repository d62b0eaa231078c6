package io.osusume.benchmarks;

import java.io.IOException;

/// Runs the JMH benchmarks of this module; takes the options of JMH.
public final class Jmh {
    private Jmh() {}

    /// Runs JMH.
    public static void main(String[] args) throws IOException {
        org.openjdk.jmh.Main.main(args);
    }
}
