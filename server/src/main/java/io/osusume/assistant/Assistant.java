package io.osusume.assistant;

import io.osusume.recommend.RecommendationService;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Talks with fans. A language model understands and phrases, where there is one and the limits let it;
/// else rules do, with the same tools. Nothing it says names a title that no tool returned. Safe for
/// use by many threads.
///
/// ```java
/// Answer answer = assistant.answer(new Assistant.Ask(service, fan, "fan 1", earlier, "something short"), listener);
/// ```
public final class Assistant implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);

    private final Optional<ChatModel> model;
    private final AssistantLimits limits;
    private final Allowance allowance;
    private final AssistantUsage usage;
    private final Surroundings surroundings = new Surroundings();

    /// One with a language model, or without.
    /// @param model empty where there is no key: rules answer
    /// @param count where the answers and the money of a day are counted
    public Assistant(
            Optional<ChatModel> model,
            AssistantLimits limits,
            AssistantUsage usage,
            DayCount count,
            InstantSource clock) {
        this.model = model;
        this.limits = limits;
        this.usage = usage;
        this.allowance = new Allowance(limits, count, clock);
    }

    /// One that answers by rules alone.
    public static Assistant ofRules() {
        return new Assistant(
                Optional.empty(),
                AssistantLimits.DEFAULT,
                new AssistantUsage(),
                DayCount.inMemory(),
                InstantSource.system());
    }

    /// What is asked.
    ///
    /// @param key stands for the fan where answers a day are counted
    /// @param earlier turns of the conversation, the oldest first
    /// @param said by the fan now
    public record Ask(RecommendationService service, Fan fan, String key, List<Turn> earlier, String said) {
        public Ask {
            earlier = List.copyOf(earlier);
            if (said.isBlank()) {
                throw new IllegalArgumentException("a message must not be empty; say what you are looking for");
            }
            if (said.length() > AssistantLimits.MESSAGE) {
                throw new IllegalArgumentException("a message may have " + AssistantLimits.MESSAGE + " characters, had "
                        + said.length() + "; say it shorter");
            }
        }
    }

    /// Answers, telling the listener as far as it is while it goes on.
    public Answer answer(Ask ask, AnswerListener listener) {
        Surroundings.Of around = surroundings.of(ask.service());
        Ledger ledger = ledger(ask);
        Answer answer = answer(ask, around, ledger, listener);
        usage.answered(answer.mode());
        return answer;
    }

    private Answer answer(Ask ask, Surroundings.Of around, Ledger ledger, AnswerListener listener) {
        RuleAnswers rules = new RuleAnswers(around.tools(), around.understanding(), ledger, usage);
        if (model.isEmpty()) {
            return rules.answer(ask, "", listener);
        }
        Optional<String> refused = allowance.take(ask.key());
        if (refused.isPresent()) {
            return rules.answer(ask, refused.get(), listener);
        }
        ModelTurn turn = new ModelTurn(model.get(), limits, allowance, usage, around, ledger, listener);
        try {
            Optional<Answer> answer = turn.answer(ask);
            if (answer.isPresent()) {
                return answer.get();
            }
            listener.startsAgain();
            return rules.answer(ask, "the language model named only what was not to be found here", listener);
        } catch (ModelException failed) {
            usage.failed(failed.reason());
            LOG.warn("the language model {} gave no answer: {}", model.get().name(), failed.getMessage());
            listener.startsAgain();
            return rules.answer(ask, failed.forFans(), listener);
        }
    }

    /// What is known from earlier turns: the titles told then, as far as the catalogue still has them
    /// and the fan may see them.
    private static Ledger ledger(Ask ask) {
        Ledger ledger = new Ledger();
        for (Turn turn : ask.earlier()) {
            turn.titles()
                    .forEach(itemId -> ask.service()
                            .title(itemId)
                            .filter(ask.fan()::maySee)
                            .ifPresent(ledger::take));
            ledger.said(turn.said());
        }
        ledger.said(ask.said());
        return ledger;
    }

    /// The tools for another program, acting for a fan.
    public ToolResult call(RecommendationService service, String tool, String arguments, Fan fan) {
        usage.calledTool();
        return surroundings.of(service).tools().call(tool, arguments, fan);
    }

    /// How many turns of a conversation are kept.
    public int turnsKept() {
        return limits.turns();
    }

    /// The name of the language model; empty if rules answer.
    public Optional<String> modelName() {
        return model.map(ChatModel::name);
    }

    /// What conversations have taken.
    public AssistantUsage usage() {
        return usage;
    }

    /// What today (UTC) has cost, and may cost at most (0: no limit).
    public double[] today() {
        return new double[] {allowance.spentToday(), limits.moneyADay()};
    }

    @Override
    public void close() {
        model.ifPresent(ChatModel::close);
    }
}
