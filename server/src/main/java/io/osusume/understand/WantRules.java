package io.osusume.understand;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What is asked for, by the words around the titles: the first rule of the list that fits.
final class WantRules {
    private static final String T = "<t\\d+>";
    private static final Pattern RATE =
            Pattern.compile(" (?:rate|score|give|gave|id give|my (?:rating|score) (?:for|of)|rating) " + T
                    + " (?:an? |is |with |at |as |to |. |of |it )*(\\d{1,2})(?:/10| out of 10)? | (\\d{1,2})(?:/10| out of 10| points| stars)? (?:for|to) "
                    + T + " | (?:rating|score) (?:of|for) " + T + " (?:to|is|as|at) (?:an? )?(\\d{1,2})(?:/10)? | " + T
                    + " (?:(?:gets?|deserves|is worth|is|:|was) )?(?:an? )?(\\d{1,2})(?:/10| out of 10) | " + T
                    + " (?:gets?|deserves) (?:an? )?(\\d{1,2}) | (?:make|call) " + T + " (?:an? )?(\\d{1,2}) ");
    private static final String THAT = "(?:that|this|it|those|these|them)";
    private static final Pattern LIKENESS = Pattern.compile(
            " (?:shows?|animes?|something|anything|movies?|series|titles?|more|stuff|one|ones) like .*" + T
                    + "| (?:similar|comparable|close|alternatives?) (?:to|with) .*" + T + "| " + T
                    + " .*(?:something|anything|what|more|stuff|shows?) (?:similar|alike|comparable|along|like " + THAT
                    + ")| " + T
                    + " .*(?:what (?:now|next|else)|more (?:of|like) " + THAT + ")| " + T
                    + " (?:like|style|type|vibes?|level)[ .]*$| my (?:all time )?(?:favou?rites?|best|top) .*(?:is|are) .*"
                    + T);
    private static final Set<Want> AFTER_LIKENESS = EnumSet.of(Want.COMPARE, Want.ORDER, Want.ADD, Want.FACTS);
    private static final List<Rule> RULES = List.of(
            rule(
                    Want.TASTE,
                    " my (?:anime |own )?tastes? | (?:what|which|that) .*do i (?:really |usually |actually |tend to )?(?:like|love|enjoy|prefer|watch (?:the )?most) (?!.*like )| (?:analy[sz]e|describe|about) my (?:list|profile|taste) | my (?:list|profile) (?:say|tell)s? | my favou?rite (?:genres?|studios?) | (?:what|which) (?:kinds? (?:of )?)?(?:genres?|animes?|studios?) i (?:really )?(?:like|love|prefer|enjoy) | (?:genres|studios|shows) do i | do i (?:watch|like|prefer|enjoy|rate) (?:more|less|mostly|mainly) "),
            rule(
                    Want.WHY_NOT,
                    " why (?:not|isnt|wasnt|arent|werent|dont|doesnt|didnt|havent|hasnt|wont|no|cant) .*" + T
                            + "| why (?:is|was|are) " + T
                            + " (?:missing|absent|not|excluded|left out|hidden)| how come " + T
                            + " (?:isnt|wasnt|hasnt|never|(?:is|was|has|does) (?:not|never|missing|absent))| how come (?:you|i|we)(?:ve)? (?:never|dont|didnt|havent|do not|did not|have (?:not|never)|cant) .*"
                            + T
                            + "| why (?:are|do|did|have|am) (?:you|i|we) (?:not|never) .*" + T
                            + "| i (?:dont|do not|cant|cannot) (?:see|find|get) " + T
                            + " [.,]? ?why | where (?:is|are|was|did) " + T
                            + " | what (?:keeps?|kept|stops?|prevents?|blocks?|holds?) .*" + T
                            + "| what (?:has|have|needs?|would have|must|should) (?:to )?(?:be )?(?:changed?|happen|different|done) .*"
                            + T + "| " + T
                            + " .*(?:not|isnt|doesnt|dont|didnt|never|missing|wasnt)(?: [a-z]+){0,4} [.,] why | " + T
                            + " [.,] why .*(?:not|isnt|doesnt|dont|didnt|never|missing|wasnt)"),
            rule(
                    Want.EXPLAIN,
                    " why .*" + T + "| explain .*" + T + "| how come .*" + T + "| what makes you think .*" + T
                            + "| reasons? (?:for|behind|why) .*" + T + "| because of what .*" + T
                            + "| (?:what|which) (?:made|makes|led) you .*" + T + "| for what reason .*" + T
                            + "| (?:what|which) .*(?:led|leads?|brought|points?|pointed) (?:you |me )?to " + T
                            + "| " + T + " [.,]? ?why[ .]*$| justify .*" + T + "| " + T
                            + " [.,]? ?why (?:that|this|it)\\b"),
            rule(
                    Want.HIDE,
                    "^ (?:i |please )*(?:dont|do not|never|no)(?: want| want to see| wanna see| want see| like| need| show)? "
                            + T
                            + "(?: please| again| any ?more| ever| thanks| here)*[ .]*$| " + T
                            + " (?:never again|no more|no thanks)|^ (?:remove|delete|drop) " + T
                            + "[ .]*$| (?:hide|block|ban|blacklist|exclude|get rid of|take away|throw out) .*"
                            + T
                            + "| (?:dont|do not|never|stop|no longer) (?:[a-z]+ ){0,3}?(?:show|showing|see|hear|read|recommend|recommending|suggest|suggesting|offer).* "
                            + T + "| (?:not interested|no interest|not .*interest) in .*" + T + "| no more " + T
                            + "| (?:remove|delete|drop) .*" + T
                            + " .*(?:recommend|recs|suggest)| (?:im )?done with " + T + "| " + T
                            + " (?:is|was)(?:nt| not) (?:really )?(?:for me|my (?:thing|taste|cup|kind))"),
            rule(
                    Want.COMPARE,
                    " compare .*" + T + ".*" + T + "| " + T + " (?:, |/ |and )?" + T
                            + " (?:differen|compar)| " + T + " (?:vs|versus|or|against|compared (?:to|with)) " + T
                            + "| difference .*" + T + ".*" + T + "| " + T + " .*better .*" + T + "| " + T + " and " + T
                            + " .*(?:differ|side by side|next to|compare|same|in common)| (?:how|where) .*" + T
                            + " .*differs? .*" + T + "| " + T + " .*(?:differs?|different) from " + T
                            + "| have " + T + " and " + T + " in common| which .*better.*"
                            + T + "| should i .*" + T + ".*" + T + " first"),
            rule(
                    Want.ORDER,
                    " (?:watch(?:ing)? )?order .*" + T + "| order .*" + T + "| is " + T
                            + " (?:an? |the )?(?:direct )?(?:sequel|prequel|continuation|spin ?off|side story)| (?:which|what) "
                            + T + " (?:season|part|movie|series)s? .*(?:watch|see|come|next|first|after)"
                            + "| " + T
                            + " .*where (?:do i |to |should i |i )?(?:begin|start) | (?:can|could|may|should|do) i (?:safely |just |have to )?skip "
                            + T + "| " + T
                            + " .*\\border\\b| (?:where|how) .*start .*" + T + "| how .*watch .*" + T
                            + ".*order| (?:comes?|watch|see) first .*" + T + "| " + T
                            + " .*comes? (?:first|next|after)| sequels? (?:to|of|for) " + T + "| prequels? (?:to|of) "
                            + T + "| chronolog.*" + T + "| seasons? of " + T
                            + " .*(?:first|next)| what comes (?:after|next) .*" + T + " season| " + T
                            + " (?:before|after) " + T
                            + "| (?:watch|see|know|seen) .*before " + T + "| (?:does|did|will|has) " + T
                            + " .*(?:season|sequel|prequel|continuation|part|movie)s? | (?:where|how) (?:do|does|should|can) "
                            + T + " (?:start|begin)| how (?:do |should |can |to )?(?:i )?watch " + T),
            rule(
                    Want.ADD,
                    " add .*" + T + "| (?:mark|put|save|tick off|check off|note) .*" + T + "| i (?:already )?know " + T
                            + " already| " + T + " (?:is|was) (?:already )?(?:watched|seen|done|finished|completed) | "
                            + T
                            + " (?:done|finished|watched|completed|seen)[ .]*$| i (?:have|did|do) (?:already )?(?:see|watch|finish) "
                            + T + "| seen it .*" + T
                            + "| " + T
                            + " .*add (?:it|that|this) | (?:know|seen|watched|saw) (?:that|this|it)(?: one)?(?: already)? .*"
                            + T
                            + "| (?:i |ive |i have |have )*(?:already |just )?(?:seen|saw|watched|completed|finished) (?:it )?(?:already )?(?:all of )?"
                            + T + "(?!.*(?:need|what|next|similar|more|like|recommend|give|now|want))"),
            rule(
                    Want.FACTS,
                    " how (?:many|long|old|good|popular|much) .*" + T + "| when .*" + T + "| (?:tell me|talk) .*about "
                            + T + "| what (?:is |are )" + T + " (?:about|like)?|whats " + T + "| what .*" + T
                            + " about | who (?:made|directed|wrote|animated|produced|is|did) .*" + T
                            + "| (?:which|what) (?:studio|genres?|year|rating|score|source) .*" + T
                            + "| (?:synopsis|plot|summary|info|information|details|facts|score|rating|genres?|studio|story|description|episodes?) (?:of|on|about|for) .*"
                            + T + "| whats the .* of " + T + "| is " + T + " (?!.*(?:better|similar))| " + T
                            + " (?:is |was )?(?:any |really |actually )?(?:good|worth|ok|okay|bad|suitable|appropriate) | (?:more|something) about "
                            + T
                            + "| (?:can|could|may) (?:[a-z]+ ){1,4}(?:watch|see) " + T + "| does " + T
                            + " |^\\s*(?:do you know |show me |show )?" + T + "[ .]*$| look up " + T
                            + "| (?:info|facts|details|tell me|tell) (?:the )?" + T + " ?(?:story|plot)?[ .]*$| "
                            + T + " (?:story|plot|synopsis|summary|episodes|studio|score|year)[ .]*$| " + T
                            + " [.,]? ?(?:how (?:many|long|old)|what year|which year|when)| " + T
                            + " [.,]? ?about what| " + T
                            + " [.,]? ?(?:what is it|whats it|what is that|what is this|whats that)(?: about|[ .]*$)"),
            rule(
                    Want.HELP,
                    "^\\s*(?:i )?(?:need )?(?:some )?help(?: me)?(?: please)?[ .]*$| what (?:sorts?|kinds?) of (?:questions?|things?|stuff) .*you| what (?:can|do|does) (?:you do|this do|it do|i (?:ask|do|say|type))| how (?:does|do) (?:this|it|you|i) (?:work|use)|^\\s*how (?:it|this) works| commands? [. ]*$| what are you able | how to use "));
    private static final Pattern CHAT = Pattern.compile(
            "^\\s*(?:(?:bot|hi+|hello|hey|heya|hiya|yo|good (?:morning|evening|day|night|afternoon)|thanks?|thank you|thx|ty|cheers|bye|goodbye|see you|see ya|lol|haha+|ok|okay|cool|nice|great|awesome|wow|there|so much|a lot|very much|again|osusume|that|was|is|this|it|perfect|fine|lovely|amazing|brilliant|for|the|your|help|you|konnichiwa|ohayo|arigato|arigatou)[ .,]*)+$"
                    + "| (?:who|what) are you | are you (?:a |an )?(?:chatgpt|bot|human|robot|ai|real|gpt) | how are you | your name ");

    private static final Pattern GREETING = Pattern.compile(
            "^(?:(?:hi+|hello|hey|hiya|good (?:morning|evening|day|night|afternoon)|thanks?|thank you|thx|bye|goodbye|so much|a lot|there)[ .,]*)+$");

    private record Rule(Want want, Pattern pattern) {}

    private WantRules() {}

    private static Rule rule(Want want, String pattern) {
        return new Rule(want, Pattern.compile(pattern));
    }

    /// Whether a text is nothing but a greeting, though a title may be called so.
    static boolean isPolite(String text) {
        return GREETING.matcher(Plain.of(text)).find();
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
        boolean likeness = sentence.has(LIKENESS);
        return RULES.stream()
                .filter(rule -> !(likeness && AFTER_LIKENESS.contains(rule.want)) && sentence.has(rule.pattern))
                .map(Rule::want)
                .findFirst()
                .or(() -> sentence.has(CHAT) ? Optional.of(Want.CHAT) : Optional.empty());
    }
}
