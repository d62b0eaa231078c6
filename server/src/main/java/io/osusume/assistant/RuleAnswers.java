package io.osusume.assistant;

import io.osusume.understand.Request;
import io.osusume.understand.Understanding;
import io.osusume.understand.Want;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers without a language model: rules understand what is asked, the same tools answer it,
/// templates put it in words.
final class RuleAnswers {
    private static final int EARLIER = 5; // turns that a follow-up may change or point at
    private static final int TITLES = 5; // of one change
    private static final Pattern MARK = Pattern.compile("\\[\\[(\\d{1,18})]]");

    private final Toolbox tools;
    private final Understanding understanding;
    private final Ledger ledger;
    private final AssistantUsage usage;
    private final List<Proposal> proposals = new ArrayList<>();

    /// Rules for one answer.
    RuleAnswers(Toolbox tools, Understanding understanding, Ledger ledger, AssistantUsage usage) {
        this.tools = tools;
        this.understanding = understanding;
        this.ledger = ledger;
        this.usage = usage;
    }

    /// Answers by rules.
    ///
    /// @param why rules answer
    Answer answer(Assistant.Ask ask, String why, AnswerListener listener) {
        Templates text = new Templates();
        try {
            tell(understood(ask), ask.fan(), text, listener);
        } catch (ToolException refused) {
            text.say(sentence(String.valueOf(refused.getMessage())));
        }
        List<Piece> pieces = text.pieces();
        pieces.forEach(listener::passed);
        return new Answer(Mode.RULES, why, pieces, ledger.titles(), proposals);
    }

    private Request understood(Assistant.Ask ask) {
        Optional<io.osusume.understand.Turn> before = Optional.empty();
        List<Turn> earlier = ask.earlier();
        for (Turn turn : earlier.subList(Math.max(0, earlier.size() - EARLIER), earlier.size())) {
            before = Optional.of(
                    new io.osusume.understand.Turn(understanding.read(turn.said(), before), shown(turn.answered())));
        }
        return understanding.read(ask.said(), before);
    }

    private static List<Long> shown(String answered) {
        List<Long> shown = new ArrayList<>();
        for (String line : answered.split("\n", -1)) {
            Matcher mark = MARK.matcher(line);
            if (mark.find()) {
                shown.add(Long.parseLong(mark.group(1))); // the others of a line are reasons
            }
        }
        return shown;
    }

    private static String sentence(String message) {
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    private void tell(Request request, Fan fan, Templates text, AnswerListener listener) {
        switch (request.want()) {
            case RECOMMEND, SIMILAR, DESCRIBE -> {
                text.wishes(request);
                text.tell(call(RecommendTool.NAME, RequestArguments.of(request, fan), fan, listener));
                if (request.want() != Want.DESCRIBE && !request.description().isEmpty()) {
                    text.say("\n\nOf your words these were left out: " + request.description() + ".");
                } else if (!request.notUsed().isEmpty()) {
                    text.say("\n\nNot understood: " + String.join(", ", request.notUsed()) + ".");
                }
            }
            case FACTS -> {
                if (call(TitleFactsTool.NAME, one(request), fan, listener) instanceof TitleFactsTool.Answer facts) {
                    text.synopsis(facts);
                }
            }
            case EXPLAIN -> text.tell(call(WhyTool.EXPLAIN, one(request), fan, listener));
            case WHY_NOT -> text.tell(call(WhyTool.WHY_NOT, one(request), fan, listener));
            case ORDER -> text.tell(call(WatchingOrderTool.NAME, one(request), fan, listener));
            case TASTE -> text.tell(call(TasteTool.NAME, Map.of(), fan, listener));
            case COMPARE -> text.tell(call(CompareTool.NAME, Map.of("itemIds", request.itemIds()), fan, listener));
            case ADD, SCORE -> propose("seen", request, fan, text, listener);
            case HIDE -> propose("not-interested", request, fan, text, listener);
            case HELP -> text.help();
            case CHAT -> text.smallTalk();
            case UNCLEAR -> text.notUnderstood();
        }
    }

    private static Map<String, Object> one(Request request) {
        if (request.titles().isEmpty()) {
            throw new ToolException("no title was understood; write its name as the catalogue has it");
        }
        return Map.of("itemId", request.titles().getFirst().itemId());
    }

    private void propose(String deed, Request request, Fan fan, Templates text, AnswerListener listener) {
        one(request);
        for (long itemId : request.itemIds().stream().limit(TITLES).toList()) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("deed", deed);
            arguments.put("itemId", itemId);
            if (request.rating() > 0 && deed.equals("seen")) {
                arguments.put("score", request.rating());
            }
            Record proposed = call(ProposeChangeTool.NAME, arguments, fan, listener);
            text.tell(proposed).say("\n");
            if (proposed instanceof ProposeChangeTool.Answer answer) {
                proposals.add(answer.proposal());
            }
        }
    }

    private Record call(String tool, Map<String, Object> arguments, Fan fan, AnswerListener listener) {
        listener.asks(tool);
        usage.calledTool();
        ToolResult result = tools.call(tool, ToolJson.write(arguments), fan);
        ledger.take(result);
        return result.answer().orElseThrow(() -> new ToolException(ToolJson.error(result.json())));
    }
}
