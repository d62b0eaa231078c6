package io.osusume.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How users are called at a service: checked before anything is sent, so that a name can be no part of an address or
/// query but a name.
///
/// @param service as messages name it
/// @param page matches the address of a user's page, the name as its group 1
/// @param name what a name consists of
/// @param rule the same in words, to follow "is"
record UserName(String service, Pattern page, Pattern name, String rule) {
    private static final int MAX_TYPED = 200;

    /// The name in what a fan typed or pasted: a name, perhaps with an `@`, or the address of the user's page.
    ///
    /// @throws ImportException if it cannot be one
    String in(String typed) {
        String text = typed.strip();
        if (text.length() <= MAX_TYPED) {
            Matcher address = page.matcher(text);
            String candidate = address.lookingAt() ? address.group(1) : text.replaceFirst("^@", "");
            if (name.matcher(candidate).matches()) {
                return candidate;
            }
        }
        throw new ImportException(
                ImportException.Reason.BAD_NAME,
                "this cannot be a user name at " + service + ": one is " + rule + "; check the spelling");
    }
}
