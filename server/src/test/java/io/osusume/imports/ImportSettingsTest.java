package io.osusume.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportSettingsTest {
    private static ImportSettings settings(String url, String clientId) {
        return new ImportSettings(URI.create(url), 30, clientId, FakeService.limits());
    }

    @Test
    void theClientIdIsNeverShown() {
        assertEquals(
                "ImportSettings[baseUrl=https://api.example.org/v2, requestsPerMinute=30, clientId=(set), limits="
                        + FakeService.limits() + "]",
                settings("https://api.example.org/v2", "s3cret").toString());
        assertEquals(
                "the client id must be letters, digits and signs without spaces",
                assertThrows(IllegalArgumentException.class, () -> settings("https://api.example.org", "s3 cret\r\n"))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://api.example.org/v2", "http://localhost:8080", "http://127.0.0.1:1/a", "http://[::1]/a"})
    void anEncryptedAddressOrOneOfThisComputerIsTaken(String url) {
        assertEquals(url, settings(url, "").baseUrl().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.org",
                "http://127.0.0.1.example.org",
                "https://user:word@api.example.org",
                "https://api.example.org/",
                "https://api.example.org?a=b",
                "https://api.example.org#a",
                "https:///a",
                "ftp://localhost",
                "api.example.org"
            })
    void anyOtherAddressIsRefused(String url) {
        assertEquals(
                "the base URL must be https://host/path without a login, a query or a slash at its end (http:// only to "
                        + "this computer), was '" + url + "'",
                assertThrows(IllegalArgumentException.class, () -> settings(url, ""))
                        .getMessage());
    }
}
