package io.osusume.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the next part of a list begins: how many titles came before, and the model that ranked them.
/// Clients pass it on as they got it.
///
/// @param skip in [1, 999999]
record Cursor(int skip, String model) {
    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,5}):(.{1,200})");

    /// As it stands in an answer and in an address.
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((skip + ":" + model).getBytes(StandardCharsets.UTF_8));
    }

    /// How many titles come before, by a cursor's text.
    ///
    /// @param model the one that answers now
    /// @throws RequestException with status 400 for what is no cursor, 410 for one of another model
    static int skip(String text, String model) {
        Matcher parts = TEXT.matcher(decoded(text));
        if (!parts.matches()) {
            throw new RequestException(400, "cursor must be the next of an earlier answer, was '" + cut(text) + "'");
        }
        if (!parts.group(2).equals(model)) {
            throw new RequestException(
                    410,
                    "the cursor goes on with a list of another model than the one that answers now (" + model
                            + "); ask again without cursor");
        }
        return Integer.parseInt(parts.group(1));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
