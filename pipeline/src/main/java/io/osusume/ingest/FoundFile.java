package io.osusume.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/// A raw file as the source has it, ready to be read.
///
/// @param file which one it is
/// @param origin where it comes from, for people
/// @param opener gives its unpacked bytes
record FoundFile(RawFile file, String origin, Opener opener) {
    @FunctionalInterface
    interface Opener {
        /// Opens the unpacked bytes from the start.
        ///
        /// @param progress hears the fraction read so far
        InputStream open(DoubleConsumer progress) throws IOException;
    }
}
