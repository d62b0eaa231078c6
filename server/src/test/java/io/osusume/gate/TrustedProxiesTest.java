package io.osusume.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "::/0, ::1, true",
        "fd00::/8, fdab::1, true",
        "fd00::/8, fe00::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "127.0.0.1, ::ffff:127.0.0.1, true",
    })
    void aRangeHoldsTheAddressesThatBeginWithItsBits(String range, String other, boolean held) {
        assertEquals(held, TrustedProxies.of(List.of(range)).trusts(address(other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0/8x", "::/129", "10.0.0.0/"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertEquals(
                "a range of addresses must be like 10.0.0.0/8, fd00::/8 or 192.0.2.1, was '" + text + "'",
                assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(List.of(text)))
                        .getMessage());
    }

    @Test
    void nobodyIsTrustedUnlessNamed() {
        assertFalse(TrustedProxies.NONE.trusts(address("127.0.0.1")));
        assertTrue(TrustedProxies.of(List.of("10.0.0.0/8", "::1")).trusts(address("::1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9            | 203.0.113.9                         | one proxy",
                "203.0.113.9            | 203.0.113.9, 10.1.1.1               | two proxies",
                "203.0.113.9            | 198.51.100.1, 203.0.113.9, 10.1.1.1 | what stands before is invented",
                "10.0.0.1               | unknown                             | hidden",
                "10.1.1.1               | 203.0.113.9, unknown, 10.1.1.1      | hidden before the second proxy",
                "203.0.113.9            | 203.0.113.9:51234                   | with a port",
                "2001:db8:0:0:0:0:0:7   | [2001:db8::7]:51234                 | IPv6 with a port",
                "2001:db8:0:0:0:0:0:7   | 2001:db8::7                         | IPv6",
                "10.2.2.2               | 10.2.2.2                            | a client inside",
            })
    void theClientIsTheLastThatNoTrustedProxyIs(String client, String noted, String why) {
        TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8"));
        assertEquals(
                client,
                proxies.client(address("10.0.0.1"), List.of(noted.split(","))).getHostAddress(),
                why);
    }

    @Test
    void withoutANoteTheProxyItselfIsTheClient() {
        TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8"));
        assertEquals(address("10.0.0.1"), proxies.client(address("10.0.0.1"), List.of()));
    }
}
