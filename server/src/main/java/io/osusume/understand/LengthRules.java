package io.osusume.understand;

import java.util.regex.Pattern;

/// Episodes and watching time: "max 24 eps", "10-13 episodes", "one cour", "a movie under 2 hours",
/// "one evening".
final class LengthRules {
    /// An evening is three hours, a weekend twelve, a day eight.
    static final int EVENING_MINUTES = 180;

    static final int WEEKEND_MINUTES = 720;
    static final int DAY_MINUTES = 480;

    /// A season of a quarter of a year.
    static final int COUR = 13;

    private static final String UNIT = "(?: (?:episodes?|episods?|epsiodes?|eps?|epis))";
    private static final String BELOW = "(?:under|less than|fewer than|below|shorter than)";
    private static final String MOST =
            "(?:at most|at max|until|till|max(?:imum)?(?: of)?|up to|(?:not|no|nothing|anything|dont want anything) (?:more|longer) than|(?:not|nothing) over|not above|nothing above|within)";
    private static final String LEAST =
            "(?:at least|min(?:imum)?(?: of)?|(?:not|no|nothing) (?:less|fewer|shorter) than|nothing under)";
    private static final String ABOVE = "(?:more than|over|above|longer than)";
    private static final String OR_LESS =
            "(?: or| and)?(?: max(?:imum)?| less| fewer| under| at most| tops| shorter| top)";
    private static final String OR_MORE = "(?: or| and)?(?: min(?:imum)?| more| up| longer| at least| \\+)";

    private static final Pattern BETWEEN_EPISODES =
            Pattern.compile(" (?:between |from )?(\\d{1,4})(?:-| - | to | and )(\\d{1,4})" + UNIT + " ");
    private static final Pattern MOST_EPISODES = Pattern.compile(
            " " + MOST + " (\\d{1,4})" + UNIT + "? (?!hours?|hrs?|h |min|cours? |seasons? |years? )| (\\d{1,4})" + UNIT
                    + OR_LESS + " | (\\d{1,4})" + OR_LESS + UNIT + " ");
    private static final Pattern BELOW_EPISODES = Pattern.compile(" " + BELOW + " (\\d{1,4})" + UNIT + " ");
    private static final Pattern LEAST_EPISODES = Pattern.compile(" " + LEAST + " (\\d{1,4})" + UNIT + " | (\\d{1,4})"
            + UNIT + OR_MORE + " | (\\d{1,4}) ?" + OR_MORE + UNIT + " ");
    private static final Pattern ABOVE_EPISODES = Pattern.compile(" " + ABOVE + " (\\d{1,4})" + UNIT + " ");
    private static final Pattern ABOUT_EPISODES =
            Pattern.compile(" (?:around|about|roughly|approximately|circa|ca) (\\d{1,4})" + UNIT + " ");
    private static final Pattern EPISODES = Pattern.compile(" (\\d{1,4})" + UNIT + " ");
    private static final Pattern ONE_COUR = Pattern.compile(" (?:(?:just|only|" + MOST + "|longer than|" + BELOW
            + ") )?(?:one|single|a single|1) (?:cours?|season)(?: only| long| max)? ");
    private static final Pattern TWO_COURS =
            Pattern.compile(" (?:" + MOST + " )?2 (?:cours?|seasons?)(?: max| at most| or less)? ");
    private static final Pattern HOURS = Pattern.compile(" (?:" + BELOW + "|" + MOST
            + "|in) (an?|\\d{1,3}(?:\\.\\d)?) ?(?:and a half )?(hours?|hrs?|h|minutes?|mins?)(?: long| runtime| total)? "
            + "| (\\d{1,3}(?:\\.\\d)?) ?(hours?|hrs?|h|minutes?|mins?)" + OR_LESS
            + " | (?:about |around |for )?(\\d{1,2}(?:\\.\\d)?) ?(hours?|hrs?) "
            + "| (?:about|around|roughly) (\\d{2,3}) ?(minutes?|mins?) ");
    private static final Pattern EVENING = Pattern.compile(
            " (?:(?:in|for|within) )?(?:(?:one|an|a|1|single|tonight|this) )+(?:evening|night|sitting|afternoon)(?: of time| time)? ");
    private static final Pattern WEEKEND =
            Pattern.compile(" (?:(?:in|over|for|on|within) )?(?:(?:a|the|this|one|1) )*weekend ");
    private static final Pattern DAY = Pattern.compile(" (?:in|within) (?:a|one|1|a single) day ");

    private LengthRules() {}

    static void read(Sentence sentence, Draft draft) {
        time(sentence, draft);
        sentence.taken(BETWEEN_EPISODES).ifPresent(found -> {
            draft.minEpisodes = number(found.group(1));
            draft.maxEpisodes = number(found.group(2));
        });
        sentence.taken(ABOUT_EPISODES).ifPresent(found -> {
            draft.minEpisodes = (int) Math.round(number(found.group(1)) * 0.8);
            draft.maxEpisodes = (int) Math.round(number(found.group(1)) * 1.2);
        });
        sentence.taken(MOST_EPISODES).ifPresent(found -> draft.maxEpisodes = number(Groups.first(found)));
        sentence.taken(BELOW_EPISODES).ifPresent(found -> draft.maxEpisodes = number(found.group(1)) - 1);
        sentence.taken(LEAST_EPISODES).ifPresent(found -> draft.minEpisodes = number(Groups.first(found)));
        sentence.taken(ABOVE_EPISODES).ifPresent(found -> draft.minEpisodes = number(found.group(1)) + 1);
        sentence.taken(EPISODES).ifPresent(found -> {
            draft.minEpisodes = number(found.group(1));
            draft.maxEpisodes = number(found.group(1));
        });
        sentence.taken(ONE_COUR).ifPresent(_ -> draft.maxEpisodes = COUR);
        sentence.taken(TWO_COURS).ifPresent(_ -> draft.maxEpisodes = 2 * COUR);
    }

    private static void time(Sentence sentence, Draft draft) {
        sentence.taken(HOURS).ifPresent(found -> {
            String amount = Groups.first(found);
            String unit = Groups.last(found);
            double number = amount.startsWith("a") ? 1 : Double.parseDouble(amount);
            if (found.group().contains("half")) {
                number += 0.5;
            }
            draft.maxMinutes = (int) Math.round(unit.startsWith("h") ? number * 60 : number);
        });
        sentence.taken(WEEKEND).ifPresent(_ -> draft.maxMinutes = WEEKEND_MINUTES);
        sentence.taken(EVENING).ifPresent(_ -> draft.maxMinutes = EVENING_MINUTES);
        sentence.taken(DAY).ifPresent(_ -> draft.maxMinutes = DAY_MINUTES);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
