package io.osusume.web;

import io.osusume.web.ApiParameter.Kind.OfCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A parameter of the API's addresses: what it is, and what it may be. The same ranges are checked and
/// described.
///
/// @param many whether it may stand more than once
/// @param otherwise what holds where it is absent, null if nothing does or if it is required
record ApiParameter(
        String name,
        boolean required,
        boolean many,
        Kind kind,
        @Nullable Object otherwise,
        Object example,
        String what) {
    /// What a value may be.
    sealed interface Kind {
        /// A whole number.
        record Whole(long least, long most) implements Kind {}

        /// A number with a point; two digits after it count.
        record Decimal(double least, double most) implements Kind {}

        /// `true` or `false`.
        record Truth() implements Kind {}

        /// One of some words.
        record Word(List<String> words) implements Kind {}

        /// One of the words of the model's catalogue.
        record OfCatalogue(Function<ControlWords, List<String>> words) implements Kind {}

        /// A text of a form.
        ///
        /// @param pattern a regular expression that the whole text fits
        /// @param expected the form in words, after "must be"
        record Form(String pattern, String expected) implements Kind {}

        /// Any text.
        record Text() implements Kind {}
    }

    static ApiParameter optional(String name, Kind kind, @Nullable Object otherwise, Object example, String what) {
        return new ApiParameter(name, false, false, kind, otherwise, example, what);
    }

    static ApiParameter many(String name, Kind kind, Object example, String what) {
        return new ApiParameter(name, false, true, kind, null, example, what);
    }

    static ApiParameter required(String name, Kind kind, Object example, String what) {
        return new ApiParameter(name, true, false, kind, null, example, what);
    }

    /// The value as the rest of the program reads it.
    ///
    /// @throws RequestException with status 400 if it is none of those that may be
    String checked(String value) {
        return switch (kind) {
            case Kind.Whole whole -> whole(value, whole);
            case Kind.Decimal decimal -> decimal(value, decimal);
            case Kind.Truth() -> oneOf(value, List.of("true", "false"), "true or false");
            case Kind.Word word -> oneOf(value, word.words(), "one of " + String.join(", ", word.words()));
            case OfCatalogue _ -> {
                if (value.isBlank()) {
                    throw refused("must not be empty", value);
                }
                yield value;
            }
            case Kind.Form(String pattern, String expected) -> {
                if (!value.matches(pattern)) {
                    throw refused("must be " + expected, value);
                }
                yield value;
            }
            case Kind.Text() -> value;
        };
    }

    private String whole(String value, Kind.Whole range) {
        if (value.matches("\\d{1,10}")) {
            long number = Long.parseLong(value);
            if (number >= range.least() && number <= range.most()) {
                return Long.toString(number);
            }
        }
        throw refused("must be a whole number in [" + range.least() + ", " + range.most() + "]", value);
    }

    private String decimal(String value, Kind.Decimal range) {
        if (value.matches("-?(\\d{1,3}([.]\\d{0,25})?|[.]\\d{1,25})([eE]-?\\d{1,3})?")) {
            double number = new BigDecimal(value).doubleValue();
            if (number >= range.least() && number <= range.most()) {
                return Controls.number(number);
            }
        }
        throw refused(
                "must be a number in [" + Controls.number(range.least()) + ", " + Controls.number(range.most()) + "]",
                value);
    }

    private String oneOf(String value, List<String> words, String expected) {
        for (String word : words) {
            if (word.equalsIgnoreCase(value)) {
                return word;
            }
        }
        throw refused("must be " + expected, value);
    }

    private RequestException refused(String expected, String value) {
        return new RequestException(
                400,
                name + " " + expected + ", was '" + (value.length() <= 40 ? value : value.substring(0, 40) + "...")
                        + "'");
    }
}
