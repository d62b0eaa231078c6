package io.osusume.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void pathsAreNoAddresses() {
        assertTrue(Address.isAddress("HTTPS://example.org/anime.csv"));
        assertFalse(Address.isAddress("https.csv"));
        assertFalse(Address.isAddress("ftp://example.org/anime.csv"));
    }

    @Test
    void plainHttpIsForThisComputerOnly() {
        for (String own : new String[] {
            "http://localhost:8080/a", "http://127.0.0.1/a", "http://[::1]:1/a", "http://x.localhost/a"
        }) {
            assertEquals("http", Address.of(own, false).scheme());
        }
        for (String other : new String[] {"http://example.org/a", "http://127.0.0.1.example.org/a"}) {
            assertEquals(
                    "'" + other + "' must begin with https://, for anybody on the way can change what comes over"
                            + " http://; to allow it all the same set ingest.plain-http = true",
                    messageOf(other));
            assertEquals("http", Address.of(other, true).scheme());
        }
    }

    @Test
    void aPasswordIsRefusedAndNotRepeated() {
        assertEquals(
                "'https://example.org/a' must not hold a user name or password: addresses are written into reports",
                messageOf("https://me:secret@example.org/a?key=secret"));
    }

    @Test
    void whatIsNoAddressIsSaidSo() {
        assertEquals(
                "'https:///anime.csv' must be an http:// or https:// address with a host",
                messageOf("https:///anime.csv"));
        assertEquals(
                "'https://example.org/a b' is not an address: Illegal character in path",
                messageOf("https://example.org/a b"));
    }

    @Test
    void reportsShowNoQuery() {
        Address address = Address.of("https://example.org/files/anime.csv.gz?signature=secret", false);
        assertEquals("https://example.org/files/anime.csv.gz", address.shown());
        assertEquals("anime.csv.gz", address.fileName());
    }

    @Test
    void redirectsKeepTheScheme() {
        Address start = Address.of("https://example.org/a/b", false);
        assertEquals(
                "https://example.org/c", start.redirected("/c", false).uri().toString());
        assertEquals(
                "https://cdn.example.org/c",
                start.redirected("https://cdn.example.org/c", false).uri().toString());
        assertEquals(
                "https://example.org/a/b redirects from https:// to http://, which is not followed; give the address"
                        + " it leads to: http://localhost/c",
                assertThrows(IngestException.class, () -> start.redirected("http://localhost/c", false))
                        .getMessage());
        assertEquals(
                "'ftp://example.org/c' must be an http:// or https:// address with a host",
                assertThrows(IngestException.class, () -> start.redirected("ftp://example.org/c", false))
                        .getMessage());
    }

    private static String messageOf(String text) {
        return String.valueOf(assertThrows(IngestException.class, () -> Address.of(text, false))
                .getMessage());
    }
}
