package io.osusume.web;

import org.jspecify.annotations.Nullable;

/// What an operation of the API answers when all is well.
///
/// @param type its media type, empty for an answer without a body
/// @param shape the record it is as JSON, null for any object or what is no JSON
record ApiAnswer(int status, String type, @Nullable Class<? extends Record> shape) {
    static final String JSON = "application/json";

    /// Status 200 with a record as JSON, null for any object.
    static ApiAnswer json(@Nullable Class<? extends Record> shape) {
        return new ApiAnswer(200, JSON, shape);
    }

    /// Status 201 with a record as JSON.
    static ApiAnswer created(Class<? extends Record> shape) {
        return new ApiAnswer(201, JSON, shape);
    }

    /// Status 200 with a file.
    static ApiAnswer file(String type) {
        return new ApiAnswer(200, type, null);
    }

    /// Status 204.
    static ApiAnswer nothing() {
        return new ApiAnswer(204, "", null);
    }
}
