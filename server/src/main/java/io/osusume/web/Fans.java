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

/// Knows a fan by the token in a cookie. Where the server keeps no lists, it knows nobody.
record Fans(Optional<ProfileStore> store) {
    private static final String COOKIE = "osusume-profile";
    private static final int COOKIE_SECONDS =
            Math.toIntExact(Duration.ofDays(400).toSeconds()); // browsers' most

    /// The fan of a request.
    Optional<StoredFan> known(Context ctx) {
        String text = ctx.cookie(COOKIE);
        if (store.isEmpty() || text == null) {
            return Optional.empty();
        }
        return ProfileToken.parse(text)
                .flatMap(token -> store.get().contents(token).map(contents -> new StoredFan(token, contents)));
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
        ctx.cookie(cookie(ctx, token.text(), COOKIE_SECONDS));
    }

    /// Makes the browser forget the token.
    static void forget(Context ctx) {
        ctx.cookie(cookie(ctx, "", 0));
    }

    private static Cookie cookie(Context ctx, String text, int seconds) {
        boolean secure = ctx.scheme().equals("https"); // to a trusted proxy too
        return new Cookie(COOKIE, text, "/", seconds, secure, true, null, SameSite.LAX);
    }
}
