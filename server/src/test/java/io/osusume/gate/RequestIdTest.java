package io.osusume.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a", "7f3a0c", "Root=1-67891233-abcdef012345678912345678", "550e8400-e29b-41d4-a716-446655440000"
            })
    void aWellFormedOneIsKept(String given) {
        assertEquals(given, RequestId.of(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\"b",
                "<script>",
                "jos\u00e9",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void anyOtherIsReplaced(String given) {
        String made = RequestId.of(given);
        assertTrue(made.matches("[0-9a-f]{32}"), made);
        assertNotEquals(made, RequestId.of(null));
    }
}
