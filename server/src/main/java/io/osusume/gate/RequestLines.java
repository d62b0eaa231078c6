package io.osusume.gate;

/// Which requests get a line in the log.
public enum RequestLines {
    ALL,
    /// Those with a status of 400 or above.
    FAILED,
    NONE
}
