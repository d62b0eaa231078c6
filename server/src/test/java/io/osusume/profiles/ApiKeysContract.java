package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What API keys promise, whatever the database.
abstract class ApiKeysContract {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00.123Z");

    private final SettableClock clock = new SettableClock(START);
    private Database database;
    private ApiKeys keys;

    abstract DatabaseSettings settings();

    @BeforeEach
    void openTheDatabase() {
        database = Database.open(settings());
        keys = new ApiKeys(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aKeyOpensWhatItsScopesSayAndItsUseIsNotedOnceAnHour() {
        NewApiKey made = keys.create("a shop", Set.of(Scope.RECOMMEND, Scope.PROFILE), null);
        assertEquals(
                new ApiKey(made.key().id(), "a shop", Set.of(Scope.PROFILE, Scope.RECOMMEND), START, null, null, null),
                made.key());
        assertTrue(made.text().matches("osu_[0-9a-f]{12}_[A-Za-z0-9_-]{43}"), made.text());
        assertTrue(made.text().startsWith("osu_" + made.key().id() + "_"));

        assertEquals(Optional.of(made.key()), keys.verify(made.text()));
        assertEquals(START, keys.list().getFirst().lastUsed());
        clock.advance(Duration.ofMinutes(59));
        assertTrue(keys.verify(made.text()).isPresent());
        assertEquals(START, keys.list().getFirst().lastUsed());
        clock.advance(Duration.ofMinutes(2));
        assertTrue(keys.verify(made.text()).isPresent());
        assertEquals(clock.instant(), keys.list().getFirst().lastUsed());
    }

    @Test
    void whatIsNotExactlyAKeyOpensNothing() {
        NewApiKey made = keys.create("a", Set.of(Scope.ADMIN), null);
        NewApiKey other = keys.create("b", Set.of(Scope.ADMIN), null);
        String text = made.text();
        String secret = text.substring(17);
        for (String wrong : List.of(
                "",
                "osu_",
                text + "A",
                text.substring(1),
                text.toUpperCase(java.util.Locale.ROOT),
                " " + text.substring(1),
                "osu_" + other.key().id() + "_" + secret,
                "osu_" + "0".repeat(12) + "_" + secret,
                "osu_" + made.key().id() + "-" + secret,
                "osu_" + made.key().id() + "_" + "A".repeat(43),
                "osu_" + made.key().id() + "_" + "!".repeat(43),
                "osu_' OR '1'='1_" + secret.substring(0, 43))) {
            assertEquals(Optional.empty(), keys.verify(wrong), wrong);
        }
        assertEquals(null, keys.list().getFirst().lastUsed());
    }

    @Test
    void aRevokedOrExpiredKeyOpensNothingAndStaysInTheList() {
        NewApiKey revoked = keys.create("revoked", Set.of(Scope.ADMIN), null);
        clock.advance(Duration.ofMillis(1));
        NewApiKey expired = keys.create("expired", Set.of(Scope.ADMIN), START.plusSeconds(60));

        assertTrue(keys.verify(expired.text()).isPresent());
        clock.advance(Duration.ofSeconds(60));
        Instant now = clock.instant();
        assertEquals(now, keys.revoke(revoked.key().id()).orElseThrow().revoked());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(now, keys.revoke(revoked.key().id()).orElseThrow().revoked(), "the first time counts");

        assertEquals(Optional.empty(), keys.verify(revoked.text()));
        assertEquals(Optional.empty(), keys.verify(expired.text()));
        assertEquals(
                List.of("revoked", "expired"),
                keys.list().stream().map(ApiKey::name).toList());
        assertEquals(Optional.empty(), keys.revoke("000000000000"));
    }

    @Test
    void onlyTheHashOfTheSecretIsStored() {
        NewApiKey made = keys.create("a", Set.of(Scope.RECOMMEND), null);
        byte[] stored = database.read(handle -> handle.createQuery("SELECT secret_hash FROM api_key")
                .mapTo(byte[].class)
                .one());

        String secret = made.text().substring(17);
        assertEquals(
                HexFormat.of().formatHex(Secret256.parse(secret).orElseThrow().hash()),
                HexFormat.of().formatHex(stored));
        assertFalse(made.toString().contains(secret), made.toString());
        assertEquals("NewApiKey[" + made.key().id() + ", ...]", made.toString());
        assertNotEquals(
                made.text(), keys.create("a", Set.of(Scope.RECOMMEND), null).text());
    }

    @Test
    void aKeyMustHaveANameAScopeAndAFuture() {
        refused("name of a key must be 1 to 100 characters without control characters, was ' '", " ", null);
        refused("name of a key must be 1 to 100 characters without control characters, was 'a\nb'", "a\nb", null);
        refused("a key must expire in the future, was 2026-11-24T10:00:00.123Z", "a", START);
        assertEquals(
                "a key must have at least one scope, had none",
                assertThrows(IllegalArgumentException.class, () -> keys.create("a", Set.of(), null))
                        .getMessage());
        assertEquals(List.of(), keys.list());
    }

    private void refused(String message, String name, @Nullable Instant expires) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> keys.create(name, Set.of(Scope.ADMIN), expires))
                        .getMessage());
    }
}
