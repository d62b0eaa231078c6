package io.osusume.understand;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is asked for about a title where no rule of [WantRules] fits: by single words, wherever they stand, as
/// people write who do not keep to the order of English words ("naruto first what?", "gintama already i
/// finished"). Only in sentences none of whose words asks for something like the title.
final class LooseWants {
    private static final Pattern TITLE = Pattern.compile("<t\\d+>");
    private static final Pattern TWO_TITLES = Pattern.compile("<t\\d+>.*<t\\d+>");

    private static final Pattern COMPARES =
            Pattern.compile(" (?:differ\\w*|compar\\w*|better|worse|same|vs|versus|or|which|what) ");

    /// Words of those who look for something to watch.
    private static final Pattern LIKENESS = Pattern.compile(
            " (?:like|likes|similar|alike|vibes?|style|type|kind|feeling|feel|mood|more|something|smth|anything|another|recommend\\w*|suggest\\w*|want|need|search|looking|find|animes?|shows?|movies?|titles?|series|next|else|now|love|loved|loves|liked|enjoy|enjoyed|favou?rite|fans?|but|with|without|shorter|longer|newer|older|mix|miss) |<f\\d+>| (?:what|which) (?:.* )?(?:watch|see) ");
    private static final Pattern SCORE = Pattern.compile(" (\\d{1,2})(?:/10| out of 10| points?| stars?) "
            + "| (?:give|gave|gives|rate|score|gets|got|deserves) (?:[^ ]+ ){0,3}(\\d{1,2}) ");

    private static final List<Cue> CUES = List.of(
            new Cue(
                    Want.WHY_NOT,
                    Pattern.compile(" why (?:.* )?(?:not|no|never|isnt|dont|doesnt|missing|gone|hidden) ")),
            new Cue(Want.EXPLAIN, Pattern.compile(" (?:why|reason|reasons|because) ")),
            new Cue(
                    Want.ORDER,
                    Pattern.compile(
                            " (?:order|sequels?|prequels?|seasons?|begin|start|first|chronological|skip|continue|continues) ")),
            new Cue(
                    Want.HIDE,
                    Pattern.compile(
                            " (?:never|hide|block|remove|delete|boring|stop|dont|hate|away|out|no more|not interested) ")),
            new Cue(
                    Want.ADD,
                    Pattern.compile(
                            " (?:add|seen|saw|watched|finished|finish|completed|complete|already|done|mark|put) ")),
            new Cue(
                    Want.FACTS,
                    Pattern.compile(
                            " (?:episodes?|eps?|studio|year|when|who|old|long|score|rating|story|plot|about|synopsis|summary|info|genres?|good|bad|worth|what|is|how|tell) ")));

    private LooseWants() {}

    private record Cue(Want want, Pattern words) {}

    /// What is asked for; empty if nothing tells.
    ///
    /// @param draft gets the rating, if one is said
    static Optional<Want> read(Sentence sentence, Draft draft) {
        if (!sentence.has(TITLE) || sentence.has(LIKENESS)) {
            return Optional.empty();
        }
        int rating = sentence.seen(SCORE)
                .map(found -> Integer.parseInt(Groups.first(found)))
                .orElse(0);
        if (!sentence.has(TWO_TITLES) && rating >= 1 && rating <= 10) {
            draft.rating = rating;
            return Optional.of(Want.SCORE);
        }
        if (sentence.has(TWO_TITLES)) {
            return sentence.has(COMPARES) ? Optional.of(Want.COMPARE) : Optional.empty();
        }
        return CUES.stream()
                .filter(cue -> sentence.has(cue.words))
                .map(Cue::want)
                .findFirst();
    }
}
