package io.osusume.assistant;

import io.osusume.data.Title;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers without a language model: rules understand what is asked, the same tools answer it,
/// templates put it in words.
final class RuleAnswers {
    private static final Pattern ABOUT = Pattern.compile(
            "(?:tell me |what do you know )?about (.+)|what(?:'s| is) (.+?)(?: about)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHY_NOT = Pattern.compile(
            "why (?:not|don't you recommend|do you not recommend|isn't) (.+?)(?: recommended)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHY = Pattern.compile(
            "(?:why|explain)(?: do you recommend| did you recommend| should i watch)? (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDER = Pattern.compile(
            "(?:in )?(?:what|which) order (?:do i watch|should i watch|to watch|is) (.+)|(?:watching|watch) order (?:of|for) (.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARE =
            Pattern.compile("compare (.+?) (?:and|with|to|vs[.]?) (.+)|(.+?) vs[.]? (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TASTE =
            Pattern.compile(".*\\b(?:my|our) (?:taste|list say).*|what do i like.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEED = Pattern.compile(
            "(?:please )?(add|score|rate|save|hide|free)(?: title)? (.+?)(?: (?:as|with|at|a|an|to my list|on my list|for later)?\\s*(?:score )?(10|\\d)?(?:/10)?)?",
            Pattern.CASE_INSENSITIVE);

    private final Toolbox tools;
    private final Ledger ledger;
    private final AssistantUsage usage;
    private final List<Proposal> proposals = new ArrayList<>();

    RuleAnswers(Toolbox tools, Ledger ledger, AssistantUsage usage) {
        this.tools = tools;
        this.ledger = ledger;
        this.usage = usage;
    }

    /// Answers by rules.
    /// @param why rules answer
    Answer answer(Assistant.Ask ask, String why, AnswerListener listener) {
        Templates text = new Templates();
        try {
            tell(ask.said().strip().replaceAll("[?!.]+$", ""), ask.fan(), text, listener);
        } catch (ToolException refused) {
            text.say(sentence(String.valueOf(refused.getMessage())));
        }
        List<Piece> pieces = text.pieces();
        pieces.forEach(listener::passed);
        return new Answer(Mode.RULES, why, pieces, ledger.titles(), proposals);
    }

    private static String sentence(String message) {
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    private void tell(String said, Fan fan, Templates text, AnswerListener listener) {
        Matcher whyNot = WHY_NOT.matcher(said);
        Matcher why = WHY.matcher(said);
        Matcher order = ORDER.matcher(said);
        Matcher compare = COMPARE.matcher(said);
        Matcher about = ABOUT.matcher(said);
        Matcher deed = DEED.matcher(said);
        if (TASTE.matcher(said).matches()) {
            text.tell(call(TasteTool.NAME, Map.of(), fan, listener));
        } else if (whyNot.matches()) {
            text.tell(call(WhyTool.WHY_NOT, of(whyNot.group(1), fan, listener), fan, listener));
        } else if (why.matches()) {
            text.tell(call(WhyTool.EXPLAIN, of(why.group(1), fan, listener), fan, listener));
        } else if (order.matches()) {
            text.tell(call(WatchingOrderTool.NAME, of(first(order), fan, listener), fan, listener));
        } else if (compare.matches()) {
            boolean words = compare.group(1) != null;
            long one = title(words ? compare.group(1) : compare.group(3), fan, listener);
            long other = title(words ? compare.group(2) : compare.group(4), fan, listener);
            text.tell(call(CompareTool.NAME, Map.of("itemIds", List.of(one, other)), fan, listener));
        } else if (deed.matches()) {
            propose(deed, fan, text, listener);
        } else if (about.matches()) {
            Record facts = call(TitleFactsTool.NAME, of(first(about), fan, listener), fan, listener);
            if (facts instanceof TitleFactsTool.Answer answer) {
                text.synopsis(answer);
            }
        } else {
            text.tell(call(RecommendTool.NAME, Wishes.in(said, tools.service(), this::named), fan, listener));
        }
    }

    private static String first(Matcher matcher) {
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private void propose(Matcher deed, Fan fan, Templates text, AnswerListener listener) {
        String word = switch (deed.group(1).toLowerCase(Locale.ROOT)) {
            case "save" -> "save";
            case "hide" -> "not-interested";
            case "free" -> "free";
            default -> "seen";
        };
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("deed", word);
        arguments.put("itemId", title(deed.group(2), fan, listener));
        if (deed.group(3) != null) {
            arguments.put("score", Integer.parseInt(deed.group(3)));
        }
        Record proposed = call(ProposeChangeTool.NAME, arguments, fan, listener);
        text.tell(proposed);
        if (proposed instanceof ProposeChangeTool.Answer answer) {
            proposals.add(answer.proposal());
        }
    }

    private Map<String, Object> of(String name, Fan fan, AnswerListener listener) {
        return Map.of("itemId", title(name, fan, listener));
    }

    /// The title that is called so.
    private long title(String name, Fan fan, AnswerListener listener) {
        Record found = call(FindTitlesTool.NAME, Map.of("name", name.strip()), fan, listener);
        if (found instanceof FindTitlesTool.Answer(List<TitleBrief> titles) && !titles.isEmpty()) {
            return titles.getFirst().itemId();
        }
        throw new ToolException("no title here is called like that");
    }

    private Optional<Long> named(String name) {
        return tools.service().search().search(name, 1).stream()
                .map(Title::itemId)
                .findFirst();
    }

    private Record call(String tool, Map<String, Object> arguments, Fan fan, AnswerListener listener) {
        listener.asks(tool);
        usage.calledTool();
        ToolResult result = tools.call(tool, ToolJson.write(arguments), fan);
        ledger.take(result);
        return result.answer().orElseThrow(() -> new ToolException(ToolJson.error(result.json())));
    }
}
