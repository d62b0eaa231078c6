package io.osusume.web;

import io.osusume.gate.GateSettings;
import java.util.Optional;

/// How an operator runs the server.
///
/// @param gate how requests are let in, watched and seen out
/// @param ping returns if the database of profiles answers and throws if not; empty without one
public record Operation(GateSettings gate, Optional<Runnable> ping) {
    /// As on a computer of one's own.
    public static final Operation USUAL = new Operation(GateSettings.DEFAULT, Optional.empty());
}
