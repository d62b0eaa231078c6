package io.osusume.web;

/// What the body of a request to the API is.
sealed interface ApiBody {
    /// There is none; one that is there is not read.
    record None() implements ApiBody {}

    /// A fan's list, as JSON or as an export.
    record FanList() implements ApiBody {}

    /// An export of a list, as MyAnimeList writes it.
    record Export() implements ApiBody {}

    /// A JSON object.
    record Json(Class<? extends Record> shape) implements ApiBody {}

    /// A JSON array of objects.
    record JsonArray(Class<? extends Record> shape) implements ApiBody {}
}
