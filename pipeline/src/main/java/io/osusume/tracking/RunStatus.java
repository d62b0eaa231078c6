package io.osusume.tracking;

import java.util.Locale;

/// How a run stands.
public enum RunStatus {
    /// Its process is at work.
    RUNNING,
    /// It came to its end.
    FINISHED,
    /// It ended with an error, which it kept.
    FAILED,
    /// Its process ended without a word (kill, Ctrl-C, a machine that went down): found out by who reads it.
    KILLED;

    /// The word in files, on the command line and on pages.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether nothing more will come.
    public boolean ended() {
        return this != RUNNING;
    }
}
