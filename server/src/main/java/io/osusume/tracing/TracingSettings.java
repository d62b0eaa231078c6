package io.osusume.tracing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where spans go.
///
/// @param endpoint of the collector, all of it, such as `http://localhost:4318/v1/traces`
/// @param share of the requests that are traced, in [0, 1]; a proxy that is trusted decides for its own
/// @param headers that the collector asks for, such as a key; never shown
/// @param version of the program
public record TracingSettings(URI endpoint, double share, Map<String, String> headers, String version) {
    /// The variable that holds the headers, as OpenTelemetry specifies it: `name=value`, separated by
    /// commas. No setting holds them, since settings are shown.
    public static final String HEADERS_VARIABLE = "OTEL_EXPORTER_OTLP_HEADERS";

    public TracingSettings {
        headers = Map.copyOf(headers);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of traced requests must be in [0, 1], was " + share);
        }
    }

    /// Reads the headers as they stand in the variable; what is no pair is left out.
    public static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                headers.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return headers;
    }

    @Override
    public String toString() {
        return "TracingSettings[endpoint=" + endpoint + ", share=" + share + ", version=" + version + "]";
    }
}
