package io.osusume.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AiredTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Apr 3, 1998 to Apr 24, 1999 | 1998-04-03 | 1999-04-24
                    Oct 20, 1999 to ?           | 1999-10-20 |
                    Sep 1, 2001                 | 2001-09-01 |
                    Dec, 2004 to Jan, 2005      | 2004-12    | 2005-01
                    May, 1987                   | 1987-05    |
                    1963 to Jul 2, 1966         | 1963       | 1966-07-02
                    1917                        | 1917       |
                    2021 to ?                   | 2021       |
                    """)
    void everyFormOfTheRealFileBecomesIsoOfTheSamePrecision(String text, String from, String to) {
        assertEquals(new Aired(from, to), Aired.parse(text).orElseThrow());
        assertEquals(
                Integer.parseInt(from.substring(0, 4)),
                Aired.parse(text).orElseThrow().year());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Feb 30, 1999", "Abc 3, 1999", "3 Apr 1998", "98", "", "? to 1998", "1998 to later"})
    void anythingElseIsRefused(String text) {
        assertTrue(Aired.parse(text).isEmpty());
    }
}
