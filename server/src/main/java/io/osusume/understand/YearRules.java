package io.osusume.understand;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Years and decades: "after 2015", "from 2010 to 2014", "the late 90s", "the last 3 years". Immutable.
final class YearRules {
    /// What is recent is of the last so many years; what is old is of this year or before.
    private static final int RECENT_YEARS = 5;

    private static final int OLD = 2000;
    private static final String YEAR = "((?:19[2-9]|20[0-4])\\d)";
    private static final String DECADE = "(?:the )?(early |mid |late )?(?:the )?((?:19[2-9]|20[0-4]|[0-9])0)s";
    private static final Pattern BETWEEN = Pattern.compile(
            " (?:between |from |in )?" + YEAR + "(?:-| - | to | and | till | until | through )" + YEAR + " ");
    private static final Pattern DECADES =
            Pattern.compile(" (?:from |between )?" + DECADE + " (?:to|and|or|-) " + DECADE + " ");
    private static final Pattern AFTER_DECADE = Pattern.compile(" (?:after|newer than|later than) " + DECADE + " ");
    private static final Pattern SINCE_DECADE = Pattern.compile(" since " + DECADE + " ");
    private static final Pattern BEFORE_DECADE =
            Pattern.compile(" (?:before|older than|earlier than|pre) " + DECADE + " ");
    private static final Pattern IN_DECADE = Pattern.compile(" (?:from |in |of )?" + DECADE + " ");
    private static final Pattern AFTER = Pattern.compile(
            " (?:(?:made|released|out|aired) )?(?:after|newer than|later than|more recent than|past|post) (?:the year )?"
                    + YEAR + " ");
    private static final Pattern SINCE = Pattern.compile(
            " since " + YEAR + " | (?:from )?" + YEAR
                    + " (?:on|onwards?|and (?:later|newer|up|after|onwards?)|or (?:later|newer|after)|up|\\+|to (?:now|today|present)) ");
    private static final Pattern BEFORE = Pattern.compile(
            " (?:(?:made|released|out) )?(?:before|older than|earlier than|pre|prior to) (?:the year )?" + YEAR + " ");
    private static final Pattern UNTIL = Pattern.compile(
            " (?:until|up to|till|til|not after|no later than|not newer than|nothing newer than|nothing after) " + YEAR
                    + " | (?:from )?" + YEAR + " (?:or|and) (?:older|earlier|before) ");
    private static final Pattern NOT_BEFORE = Pattern.compile(
            " (?:not before|nothing before|nothing older than|not older than|no older than) " + YEAR + " ");
    private static final Pattern LAST_YEARS =
            Pattern.compile(" (?:from |in |of |within )?(?:the )?(?:last|past) (\\d{1,2}|few|couple of) years? ");
    private static final String SHORT_YEAR = "(0\\d|[6-9]\\d)"; // with two digits, as after an apostrophe
    private static final Pattern SHORT_BETWEEN = Pattern.compile(" (?:between|from) " + SHORT_YEAR
            + "(?:-| - | to | and | till | until )" + SHORT_YEAR + " (?!ep|min|hour)");
    private static final Pattern YEARS_OLD_AT_MOST =
            Pattern.compile(" (?:nothing|not|no|none) older than (\\d{1,2}|a few|a couple of) years ");
    private static final Pattern YEARS_OLD = Pattern.compile(" older than (\\d{1,2}) years ");
    private static final Pattern THIS_DECADE = Pattern.compile(" (?:of|from|in|during) (this|last|the last) decade ");
    private static final Pattern LAST_CENTURY =
            Pattern.compile(" (?:(?:of|from|in) )?(?:the )?(?:last|20th|previous|past) century ");
    private static final Pattern IN = Pattern.compile(" (?:(?:from|in|of|year) )?" + YEAR + " ");

    private final int newestYear;

    /// @param newestYear of the catalogue, from which "recent" counts back
    YearRules(int newestYear) {
        this.newestYear = newestYear;
    }

    void read(Sentence sentence, Draft draft) {
        sentence.taken(BETWEEN).ifPresent(found -> range(draft, number(found.group(1)), number(found.group(2))));
        sentence.taken(NOT_BEFORE).ifPresent(found -> draft.fromYear = number(found.group(1)));
        sentence.taken(SHORT_BETWEEN)
                .ifPresent(found -> range(draft, century(found.group(1)), century(found.group(2))));
        sentence.taken(YEARS_OLD_AT_MOST)
                .ifPresent(found ->
                        draft.fromYear = newestYear - years(found.group(1).replace("a ", "")) + 1);
        sentence.taken(YEARS_OLD).ifPresent(found -> draft.toYear = newestYear - number(found.group(1)));
        sentence.taken(THIS_DECADE).ifPresent(found -> decade(found.group(1), draft));
        if (sentence.take(LAST_CENTURY)) {
            draft.toYear = OLD;
        }
        sentence.taken(LAST_YEARS).ifPresent(found -> draft.fromYear = newestYear - years(found.group(1)) + 1);
        sentence.taken(AFTER).ifPresent(found -> draft.fromYear = number(found.group(1)) + 1);
        sentence.taken(SINCE).ifPresent(found -> draft.fromYear = number(firstOf(found)));
        sentence.taken(BEFORE).ifPresent(found -> draft.toYear = number(found.group(1)) - 1);
        sentence.taken(UNTIL).ifPresent(found -> draft.toYear = number(firstOf(found)));
        sentence.taken(DECADES)
                .ifPresent(found ->
                        range(draft, begin(found.group(1), found.group(2)), end(found.group(3), found.group(4))));
        sentence.taken(AFTER_DECADE).ifPresent(found -> draft.fromYear = end(found.group(1), found.group(2)) + 1);
        sentence.taken(SINCE_DECADE).ifPresent(found -> draft.fromYear = begin(found.group(1), found.group(2)));
        sentence.taken(BEFORE_DECADE).ifPresent(found -> draft.toYear = begin(found.group(1), found.group(2)) - 1);
        sentence.taken(IN_DECADE)
                .ifPresent(found ->
                        range(draft, begin(found.group(1), found.group(2)), end(found.group(1), found.group(2))));
        sentence.taken(IN).ifPresent(found -> range(draft, number(found.group(1)), number(found.group(1))));
    }

    /// The year from which on a title is recent.
    int recent() {
        return newestYear - RECENT_YEARS;
    }

    /// The last year of what is old.
    static int old() {
        return OLD;
    }

    int newestYear() {
        return newestYear;
    }

    private static void range(Draft draft, int from, int to) {
        draft.fromYear = Math.min(from, to);
        draft.toYear = Math.max(from, to);
    }

    private void decade(String which, Draft draft) {
        int begin = newestYear / 10 * 10;
        if (which.equals("this")) {
            draft.fromYear = begin;
        } else {
            range(draft, begin - 10, begin - 1);
        }
    }

    private static int century(String digits) {
        int year = number(digits);
        return year < 60 ? 2000 + year : 1900 + year;
    }

    private static int years(String words) {
        return words.equals("few") ? RECENT_YEARS : words.startsWith("couple") ? 2 : number(words);
    }

    private static String firstOf(MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    private static int decade(String digits) {
        int number = number(digits);
        return number >= 1900 ? number : number >= 30 ? 1900 + number : 2000 + number;
    }

    private static int begin(String part, String digits) {
        String which = part == null ? "" : part.strip();
        return decade(digits) + (which.equals("mid") ? 4 : which.equals("late") ? 7 : 0);
    }

    private static int end(String part, String digits) {
        String which = part == null ? "" : part.strip();
        return decade(digits) + (which.equals("early") ? 3 : which.equals("mid") ? 6 : 9);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
