package io.osusume.web;

import io.osusume.assistant.Assistant;
import io.osusume.assistant.AssistantUsage;
import io.osusume.assistant.ModelException;
import io.osusume.assistant.Violation;
import io.osusume.schema.EnumWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What conversations have taken, as a page shows it.
///
/// @param model one sentence about who answers
/// @param taken answers, tools, tokens and money
/// @param cut sentences of the language model that reached no page, by what was wrong
/// @param failed questions the language model did not answer, by why
record ChatUsageView(String model, List<Row> taken, List<Row> cut, List<Row> failed) {
    ChatUsageView {
        taken = List.copyOf(taken);
        cut = List.copyOf(cut);
        failed = List.copyOf(failed);
    }

    /// A line of a table.
    record Row(String what, String figure) {}

    static ChatUsageView of(Assistant assistant) {
        AssistantUsage usage = assistant.usage();
        double[] today = assistant.today();
        List<Row> taken = new ArrayList<>(List.of(
                row("Answers of the language model", usage.byModel()),
                row("Answers of rules", usage.byRules()),
                row("Tools called", usage.toolCalls()),
                row("Tokens the language model read", usage.tokensIn()),
                row("Tokens it wrote", usage.tokensOut()),
                row("Times it was asked once again, having broken a rule", usage.askedAgain()),
                new Row("Cost", money(usage.cost())),
                new Row("Cost of today (UTC)", money(today[0]))));
        taken.add(new Row("What a day may cost", today[1] > 0 ? money(today[1]) : "no limit"));
        List<Row> cut = new ArrayList<>();
        for (Violation each : Violation.values()) {
            cut.add(row(Sentences.of(each.sentence()), usage.cuts(each)));
        }
        List<Row> failed = new ArrayList<>();
        for (ModelException.Reason each : ModelException.Reason.values()) {
            failed.add(row(EnumWords.of(each), usage.failures(each)));
        }
        return new ChatUsageView(
                assistant
                        .modelName()
                        .map(name -> "The language model is " + name + ".")
                        .orElse("Rules answer."),
                taken,
                cut,
                failed);
    }

    private static Row row(String what, long figure) {
        return new Row(what, String.format(Locale.ROOT, "%,d", figure));
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%,.4f", amount);
    }
}
