package io.osusume.metrics;

import io.osusume.assistant.Assistant;
import io.osusume.assistant.AssistantUsage;
import io.osusume.assistant.ModelException;
import io.osusume.assistant.Violation;
import java.util.Locale;

/// What conversations take: answers, tokens, money, and what was cut.
record AssistantMetrics(Assistant assistant) {
    void register(Instruments make) {
        AssistantUsage usage = assistant.usage();
        make.askedCount("chat_answers_by_model", "Answers a language model gave", usage::byModel);
        make.askedCount("chat_answers_by_rules", "Answers given without a language model", usage::byRules);
        make.askedCount("chat_tool_calls", "Tools called for conversations and other programs", usage::toolCalls);
        make.askedCount("chat_tokens_in", "Tokens the language model read", usage::tokensIn);
        make.askedCount("chat_tokens_out", "Tokens the language model wrote", usage::tokensOut);
        make.askedCount("chat_cost", "What the language model has cost, in the currency of the prices", usage::cost);
        make.askedCount(
                "chat_asked_again",
                "Answers a language model was asked for once again since it had broken a rule",
                usage::askedAgain);
        make.asked(
                "chat_cost_today",
                "What the language model has cost today (UTC)",
                () -> assistant.today()[0]);
        for (Violation each : Violation.values()) {
            make.askedCount(
                    "chat_cut_" + each.name().toLowerCase(Locale.ROOT),
                    "Sentences of a language model that reached no page, since one of them did what is not allowed",
                    () -> usage.cuts(each));
        }
        for (ModelException.Reason each : ModelException.Reason.values()) {
            make.askedCount(
                    "chat_failed_" + each.name().toLowerCase(Locale.ROOT),
                    "Questions a language model gave no answer to",
                    () -> usage.failures(each));
        }
    }
}
