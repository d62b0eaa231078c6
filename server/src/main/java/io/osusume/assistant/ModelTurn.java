package io.osusume.assistant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One answer of a language model: it calls tools, its text is checked as it comes, and where it breaks
/// a rule it is asked once again; what it does wrong then is cut. Belongs to one thread.
final class ModelTurn {
    private static final int MOST_OF_REPLY = 4_000; // tokens
    private static final int REQUESTS = 12; // of one answer, whatever the model does
    private static final int CALLS_AT_ONCE = 16;

    private final ChatModel model;
    private final AssistantLimits limits;
    private final Allowance allowance;
    private final AssistantUsage usage;
    private final Surroundings.Of around;
    private final Ledger ledger;
    private final AnswerListener listener;
    private final List<Proposal> proposals = new ArrayList<>();
    private final long deadline;
    private TokenUsage taken = TokenUsage.NONE;
    private int calls;
    private String why = "";

    ModelTurn(
            ChatModel model,
            AssistantLimits limits,
            Allowance allowance,
            AssistantUsage usage,
            Surroundings.Of around,
            Ledger ledger,
            AnswerListener listener) {
        this.model = model;
        this.limits = limits;
        this.allowance = allowance;
        this.usage = usage;
        this.around = around;
        this.ledger = ledger;
        this.listener = listener;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    /// The text of one try, checked.
    private final class Try implements GroundedText.Listener {
        private final GroundedText text;
        private final boolean last;
        private @Nullable Violation broken;

        Try(boolean last, WordRules rules) {
            this.last = last;
            this.text = new GroundedText(
                    rules, new FactMarks(ledger, itemId -> around.service().title(itemId)), this);
        }

        @Override
        public void passed(Piece piece) {
            listener.passed(piece);
        }

        @Override
        public void broken(Violation violation) {
            usage.cut(violation);
            broken = violation;
            if (last) {
                listener.startsAgain();
                text.text().forEach(listener::passed);
            }
        }

        /// Takes a chunk; false if the model need not go on.
        boolean take(String chunk) {
            text.add(chunk);
            return (last || broken == null) && !listener.stopped() && inTime();
        }
    }

    /// The answer; empty if nothing of what the model said may be shown.
    Optional<Answer> answer(Assistant.Ask ask) {
        List<Message> messages = Prompt.messages(ask.earlier(), ask.said());
        WordRules rules = new WordRules(around.words(), ledger, Prompt.INSTRUCTIONS);
        Try first = new Try(false, rules);
        converse(messages, ask.fan(), first);
        Violation broken = first.broken;
        Try shown = first;
        if (broken != null) {
            usage.asksAgain();
            listener.startsAgain();
            messages.add(new Message.Instructions(Prompt.again(broken)));
            shown = new Try(true, rules);
            converse(messages, ask.fan(), shown);
        }
        List<Piece> pieces = shown.text.text();
        Answer answer = new Answer(Mode.MODEL, why, pieces, ledger.titles(), proposals);
        return answer.marked().isEmpty() && proposals.isEmpty() && !listener.stopped()
                ? Optional.empty()
                : Optional.of(answer);
    }

    private void converse(List<Message> messages, Fan fan, Try text) {
        for (int request = 0; request < REQUESTS; request++) {
            if (stops()) {
                break;
            }
            boolean mayCall = calls < limits.toolCalls();
            ChatModel.Reply reply = model.reply(
                    new ChatModel.Question(
                            messages,
                            mayCall ? Toolbox.described() : List.of(),
                            (int) Math.min(MOST_OF_REPLY, limits.tokensATurn() - taken.sum()),
                            Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()))),
                    text::take);
            taken = taken.plus(reply.usage());
            allowance.spend(reply.usage());
            usage.took(reply.usage(), limits.cost(reply.usage()));
            if (reply.calls().isEmpty() || (text.broken != null && !text.last) || !mayCall) {
                break;
            }
            List<ToolCall> some = reply.calls().stream().limit(CALLS_AT_ONCE).toList();
            messages.add(new Message.OfModel(reply.text(), some));
            some.forEach(call -> messages.add(new Message.OfTool(call.id(), called(call, fan))));
        }
        text.text.end();
    }

    private String called(ToolCall call, Fan fan) {
        if (calls >= limits.toolCalls()) {
            why = "it may use " + limits.toolCalls() + " tools for one answer, and that was not enough";
            return "no more tools can be called for this answer; answer with what you have";
        }
        calls++;
        usage.calledTool();
        listener.asks(call.tool());
        ToolResult result = around.tools().call(call.tool(), call.arguments(), fan);
        ledger.take(result);
        if (result.answer().orElse(null) instanceof ProposeChangeTool.Answer proposed) {
            proposals.add(proposed.proposal());
        }
        return result.asData();
    }

    private boolean inTime() {
        return System.nanoTime() < deadline;
    }

    /// Whether a limit is reached, or the fan wants no more.
    private boolean stops() {
        if (listener.stopped()) {
            why = "you stopped it";
        } else if (!inTime()) {
            why = "it took longer than " + limits.time().toSeconds() + " seconds";
        } else if (taken.sum() >= limits.tokensATurn()) {
            why = "it took more than " + limits.tokensATurn() + " tokens";
        } else {
            Optional<String> unpaid = allowance.refusal();
            why = unpaid.orElse(why);
            return unpaid.isPresent();
        }
        return true;
    }
}
