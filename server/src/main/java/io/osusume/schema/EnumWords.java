package io.osusume.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How JSON writes the constants of an enum: in lower case with hyphens.
public final class EnumWords {
    private EnumWords() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant of a word, upper and lower case being the same; empty for a word that is none.
    public static <T extends Enum<T>> Optional<T> parsed(Class<T> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /// All words of an enum, in its order.
    public static List<String> all(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .toList();
    }
}
