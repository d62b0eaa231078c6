package io.osusume.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a title was broadcast, as MyAnimeList writes it: `Apr 3, 1998 to Apr 24, 1999`, `Oct, 2004 to ?`, `1995`.
///
/// @param from ISO 8601 date, month or year
/// @param to the same, null if there is no second date or it is `?`
record Aired(String from, @Nullable String to) {
    private static final Pattern RANGE = Pattern.compile("(.+?)(?: to (.+))?");
    private static final Pattern DATE = Pattern.compile("(?:([A-Z][a-z]{2})(?: (\\d{1,2}))?, )?(\\d{4})");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /// Reads it; empty if it has another form or names a day that does not exist.
    static Optional<Aired> parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        Optional<String> from = iso(range.group(1));
        String end = range.group(2);
        if (end == null || end.equals("?")) {
            return from.map(date -> new Aired(date, null));
        }
        return from.flatMap(date -> iso(end).map(last -> new Aired(date, last)));
    }

    /// The year of the first broadcast.
    int year() {
        return Integer.parseInt(from.substring(0, 4));
    }

    private static Optional<String> iso(@Nullable String text) {
        Matcher date = DATE.matcher(text == null ? "" : text);
        if (!date.matches()) {
            return Optional.empty();
        }
        String year = date.group(3);
        if (date.group(1) == null) {
            return Optional.of(year);
        }
        int month = MONTHS.indexOf(date.group(1)) + 1;
        if (month == 0) {
            return Optional.empty();
        }
        if (date.group(2) == null) {
            return Optional.of(String.format(Locale.ROOT, "%s-%02d", year, month));
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(date.group(2)))
                    .toString());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
