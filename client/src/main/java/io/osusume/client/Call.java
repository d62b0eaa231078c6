package io.osusume.client;

import java.util.LinkedHashMap;
import java.util.Map;

/// One request.
///
/// @param path with its query
/// @param type the media type of the body, empty for no body
/// @param repeatable whether it does no harm to send it again though it may have arrived
/// @param headers further ones
@SuppressWarnings("ArrayRecordComponent") // lives for one request
record Call(String method, String path, String type, byte[] body, boolean repeatable, Map<String, String> headers) {
    private static final byte[] NOTHING = {};

    Call {
        headers = Map.copyOf(headers);
    }

    static Call of(String method, String path) {
        return new Call(method, path, "", NOTHING, true, Map.of());
    }

    Call with(String mediaType, byte[] content) {
        return new Call(method, path, mediaType, content, repeatable, headers);
    }

    Call once() {
        return new Call(method, path, type, body, false, headers);
    }

    Call header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, type, body, repeatable, more);
    }
}
