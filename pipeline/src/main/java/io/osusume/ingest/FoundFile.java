package io.osusume.ingest;

import java.io.IOException;
import java.io.InputStream;

/// A raw file as the source has it, ready to be read.
///
/// @param file which one it is
/// @param origin where it comes from, for people
/// @param opener gives its unpacked bytes
record FoundFile(RawFile file, String origin, Opener opener) {
    /// Opens the unpacked bytes from the start.
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }
}
