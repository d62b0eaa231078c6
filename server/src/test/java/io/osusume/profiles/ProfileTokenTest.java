package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileTokenTest {
    private final ProfileToken token = ProfileToken.random(new SecureRandom());

    @Test
    void aTokenIsReadBackFromItsText() {
        assertEquals(43, token.text().length());
        assertEquals(Optional.of(token), ProfileToken.parse(token.text()));
        assertNotEquals(token, ProfileToken.random(new SecureRandom()));
        assertEquals(
                "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925",
                HexFormat.of()
                        .formatHex(
                                ProfileToken.parse("A".repeat(43)).orElseThrow().hash()),
                "SHA-256 of 32 zero bytes");
    }

    @Test
    void onlyTheOneCanonicalTextOfATokenIsOne() {
        for (String wrong : List.of(
                "",
                "A".repeat(42),
                "A".repeat(44),
                "A".repeat(42) + "=",
                "A".repeat(42) + "B",
                "A".repeat(42) + "+",
                "\u0100".repeat(43))) {
            assertEquals(Optional.empty(), ProfileToken.parse(wrong), wrong);
        }
    }

    @Test
    void secretsNeverShowThemselves() {
        assertEquals("ProfileToken[...]", token.toString());
        DatabaseSettings settings =
                DatabaseSettings.postgresql("jdbc:postgresql://127.0.0.1/a", "fan", new Password("hush"));
        assertFalse(settings.toString().contains("hush"), settings.toString());
        assertFalse(String.valueOf(settings.engine()).contains("hush"));
    }

    @Test
    void anAddressWithAPasswordInItIsRefusedWithoutSayingIt() {
        for (String url : List.of(
                "jdbc:postgresql://127.0.0.1/a?password=hush",
                "jdbc:postgresql://fan:hush@127.0.0.1/a",
                "jdbc:postgresql://127.0.0.1/a?USER=hush")) {
            assertEquals(
                    "url must not hold a user or password, for it is shown in logs; give them apart",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> DatabaseSettings.postgresql(url, "fan", Password.NONE))
                            .getMessage());
        }
    }

    @Test
    void settingsOfADatabaseHaveRanges() {
        assertEquals(
                "url must be the path of a file or begin with jdbc:postgresql:, was 'jdbc:mysql://127.0.0.1/a'",
                refusal("jdbc:mysql://127.0.0.1/a", 4, 5));
        assertEquals("url must be the path of a file or begin with jdbc:postgresql:, was empty", refusal(" ", 4, 5));
        assertEquals("connections must be in [1, 100], was 0", refusal("a.db", 0, 5));
        assertEquals("timeout must be in [1, 60] seconds, was PT1M1S", refusal("a.db", 4, 61));
    }

    private static String refusal(String url, int connections, int seconds) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new DatabaseSettings(url, "", Password.NONE, connections, Duration.ofSeconds(seconds)))
                .getMessage());
    }
}
