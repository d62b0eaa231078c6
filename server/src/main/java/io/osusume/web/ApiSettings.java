package io.osusume.web;

import java.util.List;

/// How the API treats those who ask.
///
/// @param requestsPerMinute of one client address without a key, 0 for no limit
/// @param requestsPerMinuteOfKey of one API key, from wherever it is used, 0 for no limit
/// @param origins web sites whose pages may call the API, such as `https://example.org`; `*` for all
public record ApiSettings(int requestsPerMinute, int requestsPerMinuteOfKey, List<String> origins) {
    /// No limit, and no other site's pages.
    public static final ApiSettings OPEN = new ApiSettings(0, 0, List.of());

    /// @throws IllegalArgumentException for an origin that is none
    public ApiSettings {
        origins = List.copyOf(origins);
        if (requestsPerMinute < 0 || requestsPerMinuteOfKey < 0) {
            throw new IllegalArgumentException("requests a minute must not be negative, were " + requestsPerMinute
                    + " and " + requestsPerMinuteOfKey);
        }
        for (String origin : origins) {
            if (!origin.matches("[*]|https?://[^/\\s,]+")) {
                throw new IllegalArgumentException(
                        "an origin must be like https://example.org, or * for all, was '" + origin + "'");
            }
        }
    }
}
