package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.artifact.Hashes;
import io.osusume.profiles.ProfileToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/// Refuses forms that another site made a browser send. A form of a fan with a profile must bring back a hash of the
/// profile's token, which no other site can know; all forms must come from here where the browser says whence. Nothing
/// is stored, so every replica judges alike.
final class FormGuard {
    /// The field of the hash.
    static final String FIELD = "form-token";

    private static final String DOMAIN = "osusume form\n";

    private FormGuard() {}

    /// The hash for a profile: SHA-256 of a fixed text and the token, in hexadecimal digits.
    static String token(ProfileToken token) {
        MessageDigest digest = Hashes.sha256();
        digest.update((DOMAIN + token.text()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /// @throws RequestException with status 403 if the form is not from here
    static void check(Context ctx, Optional<StoredFan> fan) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw foreign();
        }
        String origin = ctx.header("Origin");
        // a browser that is told to send no referrer sends the origin "null" with a form of our own
        if (origin != null && !origin.equals("null") && !origin.endsWith("//" + ctx.host())) {
            throw foreign();
        }
        if (fan.isPresent()) {
            String brought = String.valueOf(ctx.formParam(FIELD));
            boolean right = MessageDigest.isEqual(
                    brought.getBytes(StandardCharsets.UTF_8),
                    fan.get().formToken().getBytes(StandardCharsets.UTF_8));
            if (!right) {
                throw foreign();
            }
        }
    }

    private static RequestException foreign() {
        return new RequestException(403, "this form was not made by this site, or is too old; load the page again");
    }
}
