package io.osusume.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            30                            | 30
            0                             | 0
            ' 5 '                         | 5
            Sat, 28 Nov 2026 12:01:00 GMT | 60
            Sat, 28 Nov 2026 11:00:00 GMT | 0
            -5                            | none
            soon                          | none
            99999999999999999999          | none
            2026-11-28T12:01:00Z          | none
            """)
    void secondsAndDatesAreRead(String header, Long seconds) {
        assertEquals(Optional.ofNullable(seconds).map(Duration::ofSeconds), RetryAfter.of(header, NOW));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            1795867260 | 60
            1502035959 | 0
            60         | none
            x          | none
            """)
    void aResetIsAUnixTime(String header, Long seconds) {
        assertEquals(1_795_867_200L, NOW.getEpochSecond());
        assertEquals(Optional.ofNullable(seconds).map(Duration::ofSeconds), RetryAfter.ofReset(header, NOW));
    }
}
