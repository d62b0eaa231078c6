package io.osusume.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What changes the request before ("shorter ones", "but funny", "more") or points at what was shown
/// ("the second").
final class FollowUpRules {
    private static final Map<String, Integer> ORDINALS = Map.ofEntries(
            Map.entry("first", 1),
            Map.entry("1st", 1),
            Map.entry("second", 2),
            Map.entry("2nd", 2),
            Map.entry("third", 3),
            Map.entry("3rd", 3),
            Map.entry("fourth", 4),
            Map.entry("4th", 4),
            Map.entry("fifth", 5),
            Map.entry("5th", 5),
            Map.entry("sixth", 6),
            Map.entry("6th", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10));
    private static final String ORDINAL = String.join("|", ORDINALS.keySet());
    private static final String THING = "(?: (?:one|title|anime|show|movie|series|recommendation|rec))?";
    private static final Pattern FIRST_FEW = Pattern.compile(" (?:the )?first (\\d{1,2})" + THING + "s? ");
    private static final Pattern LAST = Pattern.compile(" the last" + THING + "(?= (?!\\d|few|couple|years?|season))");
    private static final Pattern PLACE =
            Pattern.compile(" (?:the (" + ORDINAL + ")" + THING + "|(\\d(?:st|nd|rd|th))" + THING + "|(" + ORDINAL
                    + ") (?:one|title|recommendation|rec)|(?<= (?:saw|seen|watched|like|why|hide|and|or) )(" + ORDINAL
                    + ")|(?:number|no|nr|#) (\\d{1,2}))(?= (?!seasons?|half|part|episode))");
    private static final Pattern MORE = Pattern.compile(
            "^[ .]*(?:(?:show|give|list|get|tell)(?: me)? |gimme |some |any |ok |and |please |what |even )*(?:(\\d{1,2}) )?(?:more|next|others?|next (?:page|ones)|other ones|what else|anything else|more (?:of (?:these|those|them|that)|like (?:these|those|that)|recs?|recommendations|options|ones)|keep going|continue)(?: please| pls| ones)?[ .]*$");
    private static final Pattern FRESH = Pattern.compile(
            " (?:start(?:ing)? over|new (?:search|request|topic)|reset|forget (?:all|everything|that|it|about it|the rest)|something else entirely|clear (?:all|everything)) "
                    + "|^[ .,]*(?:actually|no|nah)[ .,]+(?:show|give|find|get|recommend|suggest|i want|i need|id like|lets see) ");
    private static final Pattern CHANGE = Pattern.compile(
            "^[ .]*(?:but|and|without|only|not|no|as|make (?:it|them)|what about|how about|now|also|even|just|with|less|more|forget|then|or|in|from|nothing|under|max|at most|at least|same|maybe|ok|okay|actually|too|after|before|since|exclude|remove|drop|fewer|preferably|rather|anything|(?:id|i would) (?:rather|prefer))\\b"
                    + "| (?:shorter|longer|older|newer|better|instead|ones|one|after all|again|too|as well|funnier|sadder|scarier|darker|<f\\d+>er) |^[ .]*(?:<f\\d+> ?|please |pls |\\. |, )+$");
    private static final Pattern INSTEAD = Pattern.compile(" (?:instead|rather) ");
    private static final Pattern LIFTED = Pattern.compile(
            " <f(\\d+)>(?: (?:stuff|ones))? (?:is|are|would be)(?: also| totally)? (?:ok|okay|fine|allowed|good|alright)(?: (?:too|after all|again|now))? | (?:may|can|might) (?:also |even |well )?be <f(\\d+)>(?= )| (?:dont|do not) mind (?:any |some |a bit of |a little |the )?<f(\\d+)>(?= )");
    private static final Pattern SHORTER =
            Pattern.compile(" (?:(?:even|much|a bit|a little|something|way) )*shorter(?: ones?)?(?! than) ");
    private static final Pattern LONGER =
            Pattern.compile(" (?:(?:even|much|a bit|a little|something|way) )*longer(?: ones?)?(?! than) ");
    private static final Pattern OLDER =
            Pattern.compile(" (?:(?:even|much|a bit|a little|something|way) )*older(?: ones?)?(?! than) ");
    private static final Pattern NEWER = Pattern.compile(
            " (?:(?:even|much|a bit|a little|something|way) )*(?:newer|more recent)(?: ones?)?(?! than) ");
    private static final Pattern BETTER = Pattern.compile(
            " (?:(?:even|much|something) )*(?:better|higher)(?: (?:rated|scored|scores?|ratings?|ones?))+ ");
    private static final int LONGER_FROM = 25;
    private static final int OLDER_YEARS = 11;
    private static final int OLDER_STEP = 5;
    private static final int NEWER_STEP = 2;

    private FollowUpRules() {}

    /// Marks the titles that are pointed at by their place in what was shown.
    ///
    /// @param titles those the sentence names, to which they are added
    static void point(
            Sentence sentence, List<Long> shown, List<NamedTitle> titles, LongFunction<Optional<String>> names) {
        sentence.seen(FIRST_FEW).ifPresent(found -> {
            List<String> marks = new ArrayList<>();
            for (int k = 0; k < Math.min(shown.size(), Integer.parseInt(found.group(1))); k++) {
                mark(shown.get(k), "the first " + found.group(1), titles, names).ifPresent(marks::add);
            }
            sentence.replace(found, String.join(" and ", marks));
        });
        for (Optional<MatchResult> found = sentence.seen(PLACE); found.isPresent(); found = sentence.seen(PLACE)) {
            String word = Groups.first(found.get());
            int place = ORDINALS.containsKey(word) ? ORDINALS.getOrDefault(word, 0) : Integer.parseInt(word);
            sentence.replace(
                    found.get(),
                    place < 1 || place > shown.size()
                            ? "."
                            : mark(shown.get(place - 1), found.get().group().strip(), titles, names)
                                    .orElse("."));
        }
        sentence.seen(LAST)
                .ifPresent(found -> sentence.replace(
                        found, mark(shown.getLast(), "the last", titles, names).orElse(".")));
    }

    private static Optional<String> mark(
            long itemId, String typed, List<NamedTitle> titles, LongFunction<Optional<String>> names) {
        return names.apply(itemId).map(name -> {
            titles.add(new NamedTitle(itemId, name, typed));
            return "<t" + (titles.size() - 1) + ">";
        });
    }

    /// How many more titles are wanted, 0 where no number is said; empty if the sentence asks for something
    /// else.
    static OptionalInt more(Sentence sentence) {
        Optional<MatchResult> found = sentence.seen(MORE);
        if (found.isEmpty()) {
            return OptionalInt.empty();
        }
        String number = found.get().group(1);
        return OptionalInt.of(number == null ? 0 : Integer.parseInt(number));
    }

    /// Whether the sentence changes the request before; one that says so begins anew.
    static boolean changes(Sentence sentence) {
        return !sentence.take(FRESH) && sentence.has(CHANGE);
    }

    /// The places of facets that are to be let in again, used up.
    static List<Integer> lifted(Sentence sentence) {
        List<Integer> places = new ArrayList<>();
        for (Optional<MatchResult> found = sentence.taken(LIFTED); found.isPresent(); found = sentence.taken(LIFTED)) {
            places.add(Integer.parseInt(Groups.first(found.get())));
        }
        return places;
    }

    static boolean replaces(Sentence sentence) {
        return sentence.take(INSTEAD);
    }

    /// A request with what another sentence adds.
    ///
    /// @param replaces whether genres are put in the place of the old ones
    static Draft merged(Draft base, Draft added, boolean replaces) {
        if (!added.types.isEmpty()) {
            base.types.clear();
            base.types.addAll(added.types);
        }
        if (!added.sources.isEmpty()) {
            base.sources.clear();
            base.sources.addAll(added.sources);
        }
        if (replaces && !added.genres.isEmpty()) {
            base.genres.clear();
        }
        base.genres.removeAll(added.withoutGenres);
        base.withoutGenres.removeAll(added.genres);
        base.genres.addAll(added.genres);
        base.withoutGenres.addAll(added.withoutGenres);
        if (added.fromYear > 0 || added.toYear > 0) {
            base.fromYear = added.fromYear;
            base.toYear = added.toYear;
        }
        if (added.minEpisodes > 0 || added.maxEpisodes > 0) {
            base.minEpisodes = added.minEpisodes;
            base.maxEpisodes = added.maxEpisodes;
        }
        base.maxMinutes = added.maxMinutes > 0 ? added.maxMinutes : base.maxMinutes;
        base.minMembers = added.minMembers > 0 ? added.minMembers : base.minMembers;
        base.minScore = Double.isNaN(added.minScore) ? base.minScore : added.minScore;
        base.unaired |= added.unaired;
        base.notAbove(added.oldest);
        base.franchises = added.franchises == Draft.USUAL_FRANCHISES ? base.franchises : added.franchises;
        base.popularity = added.popularity != 0 ? added.popularity : base.popularity;
        base.variety = added.variety != 0 ? added.variety : base.variety;
        base.count = added.count > 0 ? added.count : base.count;
        if (!added.titles.isEmpty()) {
            base.titles.clear();
            base.titles.addAll(added.titles);
        }
        base.withoutTitles.addAll(added.withoutTitles);
        base.notUsed.addAll(added.notUsed);
        return base;
    }

    /// Applies comparatives to what a request says: "shorter", "older", "better rated".
    static void compare(Sentence sentence, Draft draft, YearRules years) {
        if (sentence.take(SHORTER)) {
            draft.maxEpisodes = draft.maxEpisodes > 1 ? draft.maxEpisodes / 2 : LengthRules.COUR;
            draft.minEpisodes = 0;
        }
        if (sentence.take(LONGER)) {
            draft.minEpisodes =
                    draft.minEpisodes > 0 ? 2 * draft.minEpisodes : Math.max(LONGER_FROM, draft.maxEpisodes + 1);
            draft.maxEpisodes = 0;
        }
        if (sentence.take(OLDER)) {
            int to = draft.fromYear > 0
                    ? draft.fromYear - 1
                    : draft.toYear > 0 ? draft.toYear - OLDER_STEP : years.newestYear() - OLDER_YEARS;
            draft.fromYear = 0;
            draft.toYear = to;
        }
        if (sentence.take(NEWER)) {
            int from = draft.fromYear > 0
                    ? draft.fromYear + NEWER_STEP
                    : draft.toYear > 0 ? draft.toYear + 1 : years.recent();
            draft.fromYear = from;
            draft.toYear = 0;
        }
        if (sentence.take(BETTER)) {
            draft.minScore = Double.isNaN(draft.minScore) ? FacetRules.HIGH : Math.min(10, draft.minScore + 0.5);
        }
    }
}
