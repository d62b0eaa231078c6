package io.osusume.gate;

import io.osusume.telemetry.Telemetry;
import java.time.Duration;

/// How requests are let in, watched and seen out.
///
/// @param proxies whose word counts about clients
/// @param lines which requests get a line in the log
/// @param clientTimeout how long a client may stand still: while it sends a request, takes an answer, or
///     between the two
/// @param connections open at most at the same time
/// @param drainDelay how long requests are still taken when the server is told to end
/// @param drainLimit how long those inside may take after that
public record GateSettings(
        Telemetry telemetry,
        TrustedProxies proxies,
        RequestLines lines,
        Duration clientTimeout,
        int connections,
        Duration drainDelay,
        Duration drainLimit) {
    /// Nobody watches, no proxy, no lines; ten seconds for those inside at the end.
    public static final GateSettings DEFAULT = new GateSettings(
            Telemetry.NONE,
            TrustedProxies.NONE,
            RequestLines.NONE,
            Duration.ofSeconds(30),
            4096,
            Duration.ZERO,
            Duration.ofSeconds(10));

    /// @throws IllegalArgumentException for a client time-out or number of connections below 1
    public GateSettings {
        if (clientTimeout.toMillis() < 1 || connections < 1) {
            throw new IllegalArgumentException(
                    "clients need time and connections, had " + clientTimeout + " and " + connections + " connections");
        }
    }
}
