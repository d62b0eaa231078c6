package io.osusume.imports;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// Where a service is and how it is asked.
///
/// @param baseUrl without a slash at its end; `https`, or `http` to this computer
/// @param requestsPerMinute how many requests all imports together send at most
/// @param clientId what the service knows this installation by, empty if there is none; it is never shown
public record ImportSettings(URI baseUrl, int requestsPerMinute, String clientId, ImportLimits limits) {
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    public ImportSettings {
        String scheme = String.valueOf(baseUrl.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(baseUrl.getHost()).toLowerCase(Locale.ROOT);
        boolean safe = scheme.equals("https") || (scheme.equals("http") && THIS_COMPUTER.contains(host));
        if (!safe
                || baseUrl.getHost() == null
                || baseUrl.getRawUserInfo() != null
                || baseUrl.getRawQuery() != null
                || baseUrl.getRawFragment() != null
                || baseUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("the base URL must be https://host/path without a login, a query or a"
                    + " slash at its end (http:// only to this computer), was '" + baseUrl + "'");
        }
        if (requestsPerMinute < 1) {
            throw new IllegalArgumentException("requestsPerMinute must be positive, was " + requestsPerMinute);
        }
        if (!clientId.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("the client id must be letters, digits and signs without spaces");
        }
    }

    /// All but the client id.
    @Override
    public String toString() {
        return "ImportSettings[baseUrl=" + baseUrl + ", requestsPerMinute=" + requestsPerMinute + ", clientId="
                + (clientId.isEmpty() ? "none" : "(set)") + ", limits=" + limits + "]";
    }
}
