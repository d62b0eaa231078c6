package io.osusume.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the gate found.
///
/// @param challenger the id of the version that wants to be served
/// @param champion the id of the one it was compared with; empty if there was none
/// @param checks in the order of reports
/// @param users how many held-out users both were judged by
/// @param data hash of the prepared data they come from
/// @param code the program's version
/// @param created when
public record GateReport(
        String challenger,
        Optional<String> champion,
        List<GateCheck> checks,
        int users,
        String data,
        String code,
        Instant created) {
    public GateReport {
        checks = List.copyOf(checks);
    }

    /// Whether nothing was refused.
    public boolean passed() {
        return refusals().isEmpty();
    }

    /// Why it was refused, a sentence each; empty if it passed.
    public List<String> refusals() {
        return checks.stream()
                .filter(check -> check.outcome() == GateCheck.Outcome.REFUSED)
                .map(GateCheck::sentence)
                .toList();
    }

    /// The verdict as a sentence.
    public String verdict() {
        String against = champion.map(id -> " against " + id).orElse(", there being no champion");
        return challenger + (passed() ? " passed the gate" : " was refused by the gate") + against;
    }
}
