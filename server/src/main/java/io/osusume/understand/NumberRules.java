package io.osusume.understand;

import io.osusume.data.AgeRating;
import io.osusume.model.rerank.FranchiseRule;
import java.util.regex.Pattern;

/// Community scores, members, ages, franchises, and how many titles are wanted.
final class NumberRules {
    private static final String NUMBER = "(\\d{1,2}(?:\\.\\d{1,2})?)";
    private static final String ABOVE =
            "(?:above|over|at least|higher than|better than|greater than|more than|min(?:imum)?|of at least|of)";
    private static final Pattern MEMBERS = Pattern.compile(
            " (?:with )?(?:at least|over|more than|min(?:imum)?|above) (\\d{1,7}) ?(k|m|thousand|million)? ?(?:members|users|people|fans) ");
    private static final Pattern SCORE =
            Pattern.compile(" (?:with )?(?:an? )?(?:mal )?(?:scores?|scored|rated|ratings?|scoring) (?:is |are )?(?:"
                    + ABOVE + " )?(?:an? )?" + NUMBER
                    + "(?: ?\\+| or (?:higher|more|above|better|up)| and (?:higher|up|above)|/10)* ");
    private static final Pattern SCORE_AFTER = Pattern.compile(" (?:" + ABOVE + " )(?:an? )?" + NUMBER
            + "(?: ?\\+)? (?:on mal|on myanimelist|score|rating|stars|out of 10|points) | " + NUMBER
            + " ?(?:\\+|or (?:higher|better|above)|plus) (?:on mal|on myanimelist|score|rating|rated|stars)? ?");
    private static final Pattern CHILD = Pattern.compile(
            " (?:(?:for|with) )?(?:an? |my |our |child(?:ren|s)? of |kids? of )*(\\d{1,2}) ?(?:years?|yrs?|yo) ?(?:olds?)?(?: (?:kid|child|son|daughter|brother|sister|niece|nephew|girl|boy)s?)? ");
    private static final Pattern CHILD_IS = Pattern.compile(
            " (?:kid|child|son|daughter|niece|nephew|brother|sister|boy|girl|he|she) is (?:only |just )?(\\d{1,2})(?: years?)?(?: old)? ");
    private static final Pattern WITH_CHILDREN = Pattern.compile(
            " (?:for|with) (?:my |our |the |small |little |young |younger )*(?:kids?|child|childs|children|family|nephews?|nieces?|little (?:brother|sister)s?|toddlers?|daughters?|sons?)(?: and kids)? ");
    private static final Pattern NEW_FRANCHISES = Pattern.compile(
            " (?:and |but |with )?(?:no|without|not an?|not|nothing|non|avoid|skip|isnt an?|arent) (?:any )?(?:sequels?|prequels?|2nd seasons?|second seasons?|spin ?offs?|continuations?)(?: (?:or|and|,|nor)(?: no)? (?:sequels?|prequels?|spin ?offs?|second seasons?|remakes?))* "
                    + "| stand ?alones? | self contained | first seasons? only | only first seasons? | new franchises? | nothing ive started ");
    private static final Pattern EVERY_PART = Pattern.compile(
            " (?:sequels?|all seasons) (?:are |is )?(?:also |totally )?(?:fine|ok|okay|too|included|welcome|allowed|good)(?: too| as well)? | (?:include|including|with|even|also) (?:the )?sequels | every part ");
    private static final Pattern ONE_PART = Pattern.compile(
            " (?:only |just )?(?:one|1|a single one) (?:title |anime |entry |part )?(?:per|of each|for each|of every|from each|of a) (?:franchise|series) ");
    private static final Pattern COUPLE = Pattern.compile(" (?:a )?couple(?: of)?(?= (?!years)) ");
    private static final Pattern FEW = Pattern.compile(" a few ");
    private static final Pattern ONE = Pattern.compile(
            " (?:just|only|give me|gimme|exactly) one(?: (?:anime|title|rec|recommendation|suggestion))? ");
    private static final Pattern COUNT = Pattern.compile(
            "^[ .]*(\\d{1,2}) | (?:top|best|only|just|me|us|gimme|recommend|suggest|need|want|get|list|find|see|another|like|about|be|have|of) (\\d{1,2}) "
                    + "| (\\d{1,2}) (?=(?:[a-z]+ ){0,2}(?:<f\\d+>|anime|animes|shows?|titles?|recs?|recommendations?|suggestions?|ones|things|picks|more|please|pls|good|great|best) )");
    private static final int MOST = 50;

    private NumberRules() {}

    static void read(Sentence sentence, Draft draft) {
        sentence.taken(MEMBERS).ifPresent(found -> {
            int factor = found.group(2) == null ? 1 : found.group(2).matches("k|thousand") ? 1_000 : 1_000_000;
            draft.minMembers = (int) Math.min(Integer.MAX_VALUE, Long.parseLong(found.group(1)) * factor);
        });
        sentence.taken(SCORE).or(() -> sentence.taken(SCORE_AFTER)).ifPresent(found -> {
            double score = Double.parseDouble(Groups.first(found));
            if (score >= 1 && score <= 10) {
                draft.minScore = score;
            }
        });
        sentence.taken(CHILD).or(() -> sentence.taken(CHILD_IS)).ifPresent(found -> {
            int age = Integer.parseInt(found.group(1));
            draft.notAbove(age < 13 ? AgeRating.CHILDREN : age < 17 ? AgeRating.TEENS : AgeRating.MILD_NUDITY);
        });
        if (sentence.take(WITH_CHILDREN)) {
            draft.notAbove(AgeRating.CHILDREN);
        }
        if (sentence.take(NEW_FRANCHISES)) {
            draft.franchises = FranchiseRule.NEW_FRANCHISES;
        }
        if (sentence.take(EVERY_PART)) {
            draft.franchises = FranchiseRule.EVERY_PART;
        }
        if (sentence.take(ONE_PART)) {
            draft.franchises = FranchiseRule.ONE_PART;
        }
    }

    /// What is left of numbers tells how many titles are wanted.
    static void count(Sentence sentence, Draft draft) {
        sentence.taken(ONE).ifPresent(_ -> draft.count = 1);
        sentence.taken(COUPLE).ifPresent(_ -> draft.count = 2);
        sentence.taken(FEW).ifPresent(_ -> draft.count = 3);
        sentence.taken(COUNT).ifPresent(found -> {
            int count = Integer.parseInt(Groups.first(found));
            draft.count = count >= 1 && count <= MOST ? count : draft.count;
        });
    }
}
