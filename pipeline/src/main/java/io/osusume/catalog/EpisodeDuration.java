package io.osusume.catalog;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The length of an episode as MyAnimeList writes it: `24 min. per ep.`, `1 hr. 30 min.`, `2 hr.`, `45 sec.`.
final class EpisodeDuration {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d+) hr\\.)?(?: ?(\\d+) min\\.)?(?: ?(\\d+) sec\\.)?(?: per ep\\.)?");

    private EpisodeDuration() {}

    /// The length in minutes; empty if the text has another form.
    static OptionalDouble minutes(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || (form.group(1) == null && form.group(2) == null && form.group(3) == null)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(60 * count(form, 1) + count(form, 2) + count(form, 3) / 60);
    }

    private static double count(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Double.parseDouble(digits);
    }
}
