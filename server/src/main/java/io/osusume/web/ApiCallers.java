package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.profiles.ApiKey;
import io.osusume.profiles.ApiKeys;
import io.osusume.profiles.Scope;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Knows who asks the API: a program by its key (`Authorization: Bearer osu_...`), or somebody without one by the
/// address; and limits how often each may ask. A key that is not valid is refused, and counts for the address.
final class ApiCallers {
    /// The header with the token of the profile a request is about: no token ever stands in an address.
    static final String PROFILE = "Osusume-Profile";

    private static final String KEY = "osusume.api-key";
    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "Bearer realm=\"osusume\"";

    private final Optional<ApiKeys> keys;
    private final ApiSettings settings;
    private final Optional<RateLimit> ofAddresses;
    private final Optional<RateLimit> ofKeys;

    ApiCallers(Optional<ApiKeys> keys, ApiSettings settings) {
        this.keys = keys;
        this.settings = settings;
        this.ofAddresses = limit(settings.requestsPerMinute());
        this.ofKeys = limit(settings.requestsPerMinuteOfKey());
    }

    private static Optional<RateLimit> limit(int perMinute) {
        return perMinute == 0 ? Optional.empty() : Optional.of(new RateLimit(perMinute, System::nanoTime));
    }

    /// Lets a request through, or not.
    ///
    /// @throws RequestException with status 401 for a key that is not valid, 429 for too many requests
    void admit(Context ctx) {
        Optional<String> text = bearer(ctx);
        Optional<ApiKey> key = text.flatMap(each -> keys.flatMap(known -> known.verify(each)));
        if (key.isPresent()) {
            take(ctx, ofKeys, "key " + key.get().id(), settings.requestsPerMinuteOfKey(), "with this key");
            ctx.attribute(KEY, key.get());
            return;
        }
        take(ctx, ofAddresses, ctx.ip(), settings.requestsPerMinute(), "from this address");
        if (text.isPresent()) {
            ctx.header("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
            throw new RequestException(
                    401,
                    "the API key is not valid: it is wrong, has expired, or was revoked; whoever runs this server can"
                            + " make another with ./osusume keys create");
        }
    }

    /// What stands after `Bearer`. Other schemes are none of ours: a proxy in front may have its own.
    private static Optional<String> bearer(Context ctx) {
        String header = ctx.header("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        return (header.strip() + " ").toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? Optional.of(header.strip().substring(SCHEME.length() - 1).strip())
                : Optional.empty();
    }

    private static void take(Context ctx, Optional<RateLimit> limit, String whose, int perMinute, String how) {
        int wait = limit.map(each -> each.take(whose)).orElse(0);
        if (wait > 0) {
            ctx.header("Retry-After", Integer.toString(wait));
            throw new RequestException(
                    429,
                    "more than " + perMinute + " requests a minute came " + how + "; ask again in " + wait
                            + (wait == 1 ? " second" : " seconds"));
        }
    }

    /// Refuses who may not ask an operation.
    ///
    /// @throws RequestException with status 401 without a key, 403 with one that lacks the scope
    static void check(Context ctx, ApiAccess access) {
        check(ctx, access.scope(), access.withoutKey());
    }

    /// The same by the scope that is needed.
    ///
    /// @param withoutKey whether it can be asked without any key
    static void check(Context ctx, Scope needed, boolean withoutKey) {
        Optional<ApiKey> key = Optional.ofNullable(ctx.attribute(KEY));
        String scope = needed.word();
        if (key.isEmpty() && !withoutKey) {
            ctx.header("WWW-Authenticate", CHALLENGE + ", scope=\"" + scope + "\"");
            throw new RequestException(
                    401,
                    "this needs an API key with the scope " + scope
                            + ", as Authorization: Bearer KEY; whoever runs this"
                            + " server can make one with ./osusume keys create");
        }
        if (key.isPresent() && !key.get().scopes().contains(needed)) {
            ctx.header("WWW-Authenticate", CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
            throw new RequestException(403, "this needs the scope " + scope + ", the API key has " + words(key.get()));
        }
    }

    private static String words(ApiKey key) {
        return Arrays.stream(Scope.values())
                .filter(key.scopes()::contains)
                .map(Scope::word)
                .collect(Collectors.joining(", "));
    }
}
