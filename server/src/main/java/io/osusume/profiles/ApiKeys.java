package io.osusume.profiles;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The API keys of other programs. A key is `osu_`, its public id, `_` and 256 random bits, of which only the SHA-256
/// is
/// stored: it is shown once, when it is made. Safe for many threads.
public final class ApiKeys {
    private static final String PREFIX = "osu_";
    private static final int ID_BYTES = 6;
    private static final int ID_LENGTH = 2 * ID_BYTES;
    private static final int TEXT_LENGTH = PREFIX.length() + ID_LENGTH + 1 + Secret256.TEXT_LENGTH;
    private static final int NAME_LENGTH = 100;
    private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);
    private static final String COLUMNS =
            "SELECT id, name, scopes, created, expires, last_used, revoked, secret_hash FROM api_key";

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public ApiKeys(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Makes a key.
    ///
    /// @param name whose it is, 1 to 100 characters, for people; several keys may have the same
    /// @param scopes at least one
    /// @param expires in the future; null for never
    public NewApiKey create(String name, Set<Scope> scopes, @Nullable Instant expires) {
        Instant now = now();
        if (name.isBlank() || name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("name of a key must be 1 to " + NAME_LENGTH
                    + " characters without control characters, was '" + name + "'");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a key must have at least one scope, had none");
        }
        if (expires != null && !expires.isAfter(now)) {
            throw new IllegalArgumentException("a key must expire in the future, was " + expires);
        }
        Instant end = expires == null ? null : expires.truncatedTo(ChronoUnit.MILLIS);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Secret256 secret = Secret256.random(random);
        ApiKey key = new ApiKey(HexFormat.of().formatHex(id), name, scopes, now, end, null, null);
        database.write(handle -> handle.createUpdate("INSERT INTO api_key"
                        + " (id, secret_hash, name, scopes, created, expires)"
                        + " VALUES (:id, :hash, :name, :scopes, :created, :expires)")
                .bind("id", key.id())
                .bind("hash", secret.hash())
                .bind("name", name)
                .bind("scopes", words(scopes))
                .bind("created", now.toEpochMilli())
                .bind("expires", end == null ? null : Long.valueOf(end.toEpochMilli()))
                .execute());
        return new NewApiKey(key, PREFIX + key.id() + "_" + secret.text());
    }

    /// The key a caller presents; empty if its form or secret is wrong, or it is revoked or expired: the caller must
    /// not
    /// learn which. Notes its use, once an hour at most.
    public Optional<ApiKey> verify(String text) {
        int secretAt = TEXT_LENGTH - Secret256.TEXT_LENGTH;
        if (text.length() != TEXT_LENGTH || !text.startsWith(PREFIX) || text.charAt(secretAt - 1) != '_') {
            return Optional.empty();
        }
        Optional<Secret256> secret = Secret256.parse(text.substring(secretAt));
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        byte[] hash = secret.get().hash();
        Optional<Stored> stored = database.read(handle -> find(handle, text.substring(PREFIX.length(), secretAt - 1)));
        Instant now = now();
        boolean right =
                MessageDigest.isEqual(hash, stored.map(Stored::secretHash).orElseGet(() -> new byte[32]));
        Optional<ApiKey> key = stored.map(Stored::key).filter(found -> right && found.valid(now));
        key.ifPresent(found -> noteUse(found, now));
        return key;
    }

    private void noteUse(ApiKey key, Instant now) {
        Instant last = key.lastUsed();
        if (last == null || last.plus(USE_NOTED_EVERY).isBefore(now)) {
            try {
                database.write(handle -> handle.createUpdate("UPDATE api_key SET last_used = :now"
                                + " WHERE id = :id AND (last_used IS NULL OR last_used < :now)")
                        .bind("now", now.toEpochMilli())
                        .bind("id", key.id())
                        .execute());
            } catch (StoreException cannotNow) {
                // the next use notes it; the key is right all the same
            }
        }
    }

    /// Makes a key open nothing, for good. It stays in the list.
    ///
    /// @param id its public part
    /// @return the key as it is now, empty if there is none of this id
    public Optional<ApiKey> revoke(String id) {
        Instant now = now();
        return database.write(handle -> {
            handle.createUpdate("UPDATE api_key SET revoked = :now WHERE id = :id AND revoked IS NULL")
                    .bind("now", now.toEpochMilli())
                    .bind("id", id)
                    .execute();
            return find(handle, id).map(Stored::key);
        });
    }

    /// All keys, oldest first, revoked and expired ones too.
    public List<ApiKey> list() {
        return database.read(handle -> handle.createQuery(COLUMNS + " ORDER BY created, id")
                .map((row, _) -> stored(row).key())
                .list());
    }

    private static Optional<Stored> find(Handle handle, String id) {
        return handle.createQuery(COLUMNS + " WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> stored(row))
                .findOne();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Set<Scope> scopes = Arrays.stream(row.getString(3).split(","))
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        ApiKey key = new ApiKey(
                row.getString(1),
                row.getString(2),
                scopes,
                Instant.ofEpochMilli(row.getLong(4)),
                moment(row, 5),
                moment(row, 6),
                moment(row, 7));
        return new Stored(key, row.getBytes(8));
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(","));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// A row with what is compared.
    @SuppressWarnings("ArrayRecordComponent") // lives for one comparison
    private record Stored(ApiKey key, byte[] secretHash) {}
}
