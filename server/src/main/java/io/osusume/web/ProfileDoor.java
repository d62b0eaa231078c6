package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.artifact.Hashes;
import io.osusume.profiles.Acknowledged;
import io.osusume.profiles.ProfileException;
import io.osusume.profiles.ProfileStore;
import io.osusume.profiles.ProfileToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Opens the one profile a request to the API is about, by the token in its header. A token that opens nothing gets the
/// same answer whatever is wrong with it: only who has the right one learns that there is a profile.
///
/// A profile has a tag (`ETag`), which changes with every change: a program that sends the one it knows (`If-Match`)
/// never overwrites what it has not seen.
record ProfileDoor(Fans fans) {
    private static final String DOMAIN = "osusume tag\n";

    /// @throws RequestException with status 501 if this server keeps no profiles
    ProfileStore store() {
        return fans.store().orElseThrow(() -> new RequestException(501, "this server keeps no profiles"));
    }

    /// @throws RequestException with status 400 if there is none, 404 for what is none
    ProfileToken token(Context ctx) {
        String text = ctx.header(ApiCallers.PROFILE);
        if (text == null || text.isBlank()) {
            throw new RequestException(
                    400,
                    "the header " + ApiCallers.PROFILE + " is missing: expected the token of a profile, as POST"
                            + " /api/v1/profile gave it");
        }
        return ProfileToken.parse(text.strip()).orElseThrow(ProfileDoor::unknown);
    }

    private static RequestException unknown() {
        return new RequestException(404, ProfileException.NO_PROFILE);
    }

    /// The fan whose profile it is.
    StoredFan open(Context ctx) {
        ProfileToken token = token(ctx);
        return store().contents(token)
                .map(contents -> new StoredFan(token, contents))
                .orElseThrow(ProfileDoor::unknown);
    }

    /// Which versions of the profile the request may change: those of the header `If-Match`, without it any.
    static LongPredicate expected(Context ctx, ProfileToken token) {
        @Nullable String header = ctx.header("If-Match");
        if (header == null || header.strip().equals("*")) {
            return _ -> true;
        }
        Set<String> tags = new HashSet<>();
        Arrays.stream(header.split(",", -1)).map(String::strip).forEach(tags::add);
        return version -> tags.contains(tag(token, version));
    }

    /// Whether the client knows this version already (`If-None-Match`); tells it the tag in any case.
    static boolean known(Context ctx, ProfileToken token, long version) {
        String tag = tag(token, version);
        ctx.header("ETag", tag);
        return Optional.ofNullable(ctx.header("If-None-Match"))
                .map(header -> Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> each.equals(tag) || each.equals("W/" + tag)))
                .orElse(false);
    }

    /// Answers a change, with the new tag.
    static ProfileJson.ChangedJson changed(Context ctx, ProfileToken token, Acknowledged done) {
        ctx.header("ETag", tag(token, done.version()));
        return ProfileJson.ChangedJson.of(done);
    }

    /// A strong one. It holds a part of a hash of the token, so that two profiles have no tag in common.
    static String tag(ProfileToken token, long version) {
        MessageDigest digest = Hashes.sha256();
        digest.update((DOMAIN + token.text()).getBytes(StandardCharsets.UTF_8));
        return "\"" + version + "-" + Hashes.hex(digest).substring(0, 16) + "\"";
    }
}
