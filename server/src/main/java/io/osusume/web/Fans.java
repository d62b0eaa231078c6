package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.osusume.profiles.Change;
import io.osusume.profiles.EntryStatus;
import io.osusume.profiles.ProfileStore;
import io.osusume.profiles.ProfileToken;
import io.osusume.recommend.RatedItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Knows a fan by the token in a cookie. Where the server keeps no lists, it knows nobody. What is made for a fan who
/// is
/// known is kept by no cache, not the browser's either.
///
/// Behind TLS the cookie's name begins with `__Host-`: then a browser takes it from this host alone, and nobody who
/// writes cookies elsewhere in the domain, or without TLS, can make a fan use a profile that is another's.
record Fans(Optional<ProfileStore> store) {
    private static final String COOKIE = "osusume-profile";
    private static final String SECURE_COOKIE = "__Host-" + COOKIE;
    private static final String PERSONAL = "no-store";
    private static final int COOKIE_SECONDS =
            Math.toIntExact(Duration.ofDays(400).toSeconds()); // browsers' most

    /// The fan of a request.
    Optional<StoredFan> known(Context ctx) {
        String text = ctx.cookie(SecurityHeaders.encrypted(ctx) ? SECURE_COOKIE : COOKIE);
        if (store.isEmpty() || text == null) {
            return Optional.empty();
        }
        Optional<StoredFan> fan = ProfileToken.parse(text)
                .flatMap(token -> store.get().contents(token).map(contents -> new StoredFan(token, contents)));
        if (fan.isPresent()) {
            ctx.header("Cache-Control", PERSONAL);
        }
        return fan;
    }

    /// The store.
    ///
    /// @throws RequestException with status 501 if this server keeps no lists
    ProfileStore required() {
        return store.orElseThrow(
                () -> new RequestException(501, "this server keeps no lists; your titles stay in the address"));
    }

    /// The profile of a fan after the form was checked; a new one with the titles of the address where there is none.
    ProfileToken opened(Context ctx, Picks picks) {
        Optional<StoredFan> known = known(ctx);
        FormGuard.check(ctx, known);
        if (known.isPresent()) {
            return known.get().token();
        }
        ProfileToken made = required().create();
        remember(ctx, made);
        if (!picks.isEmpty()) {
            required().apply(made, new Change.Several(entries(picks)));
        }
        return made;
    }

    /// Picked titles as entries of a list.
    static List<Change> entries(Picks picks) {
        return picks.items().stream().map(Fans::entry).toList();
    }

    private static Change entry(RatedItem item) {
        return new Change.SetEntry(item.itemId(), EntryStatus.WATCHED, item.rating());
    }

    private static void remember(Context ctx, ProfileToken token) {
        ctx.header("Cache-Control", PERSONAL);
        ctx.cookie(cookie(ctx, token.text(), COOKIE_SECONDS));
    }

    /// Makes the browser forget the token, and what it may have kept of the pages.
    static void forget(Context ctx) {
        ctx.cookie(cookie(ctx, "", 0));
        ctx.header("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    private static Cookie cookie(Context ctx, String text, int seconds) {
        boolean secure = SecurityHeaders.encrypted(ctx);
        return new Cookie(secure ? SECURE_COOKIE : COOKIE, text, "/", seconds, secure, true, null, SameSite.LAX);
    }
}
