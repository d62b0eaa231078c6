package io.osusume.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How the API writes the constants of an enum: in lower case with hyphens.
final class ApiWords {
    private ApiWords() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// All words of an enum, in its order.
    static List<String> all(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .toList();
    }
}
