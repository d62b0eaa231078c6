package io.osusume.understand;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What is asked for, by the words around the titles: the first rule of the list that fits.
final class WantRules {
    private static final String T = "<t\\d+>";
    private static final Pattern RATE =
            Pattern.compile(" (?:rate|score|give|gave|id give|my (?:rating|score) (?:for|of)|rating) " + T
                    + " (?:an? |is |with |at |as |to |. |of |it )*(\\d{1,2})(?:/10| out of 10)? | (\\d{1,2})(?:/10| out of 10| points| stars)? (?:for|to) "
                    + T + " ");
    private static final List<Rule> RULES = List.of(
            rule(
                    Want.TASTE,
                    " my (?:anime |own )?tastes? | (?:what|which|that) .*do i (?:really |usually |actually |tend to )?(?:like|love|enjoy|prefer|watch (?:the )?most) (?!.*like )| (?:analy[sz]e|describe|about) my (?:list|profile|taste) | my (?:list|profile) (?:say|tell)s? | my favou?rite (?:genres?|studios?) | genres do i "),
            rule(
                    Want.WHY_NOT,
                    " why (?:not|isnt|wasnt|arent|werent|dont|doesnt|didnt|havent|hasnt|wont|no|cant) .*" + T
                            + "| why (?:is|was|are) " + T
                            + " (?:missing|absent|not|excluded|left out|hidden)| how come " + T
                            + " (?:isnt|wasnt|hasnt|never|(?:is|was|has|does) (?:not|never|missing|absent))| where is "
                            + T + " "),
            rule(
                    Want.EXPLAIN,
                    " why .*" + T + "| explain .*" + T + "| how come .*" + T + "| what makes you think .*" + T
                            + "| reasons? (?:for|behind|why) .*" + T + "| because of what .*" + T),
            rule(
                    Want.HIDE,
                    " (?:hide|block|ban|blacklist|exclude) .*" + T
                            + "| (?:dont|do not|never|stop) (?:ever |want to )?(?:show|showing|see|recommend|recommending|suggest|suggesting|offer).* "
                            + T + "| not interested in .*" + T + "| no more " + T + "| (?:remove|delete|drop) .*" + T
                            + " .*(?:recommend|recs|suggest)| (?:im )?done with " + T),
            rule(
                    Want.COMPARE,
                    " compare .*" + T + ".*" + T + "| " + T + " (?:vs|versus|or|against|compared (?:to|with)) " + T
                            + "| difference .*" + T + ".*" + T + "| " + T + " .*better .*" + T + "| which .*better.*"
                            + T + "| should i .*" + T + ".*" + T + " first"),
            rule(
                    Want.ORDER,
                    " (?:watch(?:ing)? )?order .*" + T + "| order .*" + T + "| " + T
                            + " .*\\border\\b| (?:where|how) .*start .*" + T + "| how .*watch .*" + T
                            + ".*order| (?:comes?|watch|see) first .*" + T + "| " + T
                            + " .*comes? (?:first|next|after)| sequels? (?:to|of|for) " + T + "| prequels? (?:to|of) "
                            + T + "| chronolog.*" + T + "| seasons? of " + T
                            + " .*(?:first|next)| what comes (?:after|next) .*" + T + " season"),
            rule(
                    Want.ADD,
                    " add .*" + T + "| (?:mark|put|save) .*" + T + "| seen it .*" + T
                            + "| (?:i |ive |i have |have )*(?:already |just )?(?:seen|watched|completed) (?:it )?(?:all of )?"
                            + T + "(?!.*(?:need|what|next|similar|more|like|recommend|give|now|want))"),
            rule(
                    Want.FACTS,
                    " how (?:many|long|old|good|popular|much) .*" + T + "| when .*" + T + "| (?:tell me|talk) .*about "
                            + T + "| what (?:is |are )" + T + " (?:about|like)?|whats " + T + "| what .*" + T
                            + " about | who (?:made|directed|wrote|animated|produced|is|did) .*" + T
                            + "| (?:which|what) (?:studio|genres?|year|rating|score|source) .*" + T
                            + "| (?:synopsis|plot|summary|info|information|details|facts|score|rating|genres?|studio|story|description|episodes?) (?:of|on|about|for) .*"
                            + T + "| whats the .* of " + T + "| is " + T + " (?!.*(?:better|similar))| does " + T
                            + " |^\\s*(?:do you know |show me |show )?" + T + "[ .]*$| look up " + T),
            rule(
                    Want.HELP,
                    "^\\s*help(?: me)?[ .]*$| what (?:can|do) (?:you do|i (?:ask|do|say|type))| how (?:does|do) (?:this|it|you|i) (?:work|use)| commands? [. ]*$| what are you able | how to use "));
    private static final Pattern CHAT = Pattern.compile(
            "^\\s*(?:(?:hi+|hello|hey|heya|hiya|yo|good (?:morning|evening|day|night)|thanks?|thank you|thx|ty|cheers|bye|goodbye|see you|see ya|lol|haha+|ok|okay|cool|nice|great|awesome|wow|there|so much|a lot|very much|again|osusume|konnichiwa|ohayo|arigato|arigatou)[ .,]*)+$"
                    + "| (?:who|what) are you | are you (?:a |an )?(?:chatgpt|bot|human|robot|ai|real|gpt) | how are you | your name ");

    private record Rule(Want want, Pattern pattern) {}

    private WantRules() {}

    private static Rule rule(Want want, String pattern) {
        return new Rule(want, Pattern.compile(pattern));
    }

    /// What is asked for beside a list of titles; empty if it is that, or nothing that a rule knows.
    static Optional<Want> read(Sentence sentence, Draft draft) {
        Optional<MatchResult> rate = sentence.seen(RATE);
        if (rate.isPresent()) {
            int rating = Integer.parseInt(Groups.first(rate.get()));
            if (rating >= 1 && rating <= 10) {
                draft.rating = rating;
                return Optional.of(Want.SCORE);
            }
        }
        return RULES.stream()
                .filter(rule -> sentence.has(rule.pattern))
                .map(Rule::want)
                .findFirst()
                .or(() -> sentence.has(CHAT) ? Optional.of(Want.CHAT) : Optional.empty());
    }
}
