package io.osusume.assistant;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/// What conversations have taken since the start, for those who run the server. Nothing in it says
/// whose they were.
public final class AssistantUsage {
    private final LongAdder byModel = new LongAdder();
    private final LongAdder byRules = new LongAdder();
    private final LongAdder toolCalls = new LongAdder();
    private final LongAdder tokensIn = new LongAdder();
    private final LongAdder tokensOut = new LongAdder();
    private final LongAdder askedAgain = new LongAdder();
    private final DoubleAdder cost = new DoubleAdder();
    private final Map<Violation, LongAdder> cuts = new EnumMap<>(Violation.class);
    private final Map<ModelException.Reason, LongAdder> failures = new EnumMap<>(ModelException.Reason.class);

    public AssistantUsage() {
        for (Violation each : Violation.values()) {
            cuts.put(each, new LongAdder());
        }
        for (ModelException.Reason each : ModelException.Reason.values()) {
            failures.put(each, new LongAdder());
        }
    }

    void answered(Mode mode) {
        (mode == Mode.MODEL ? byModel : byRules).increment();
    }

    void calledTool() {
        toolCalls.increment();
    }

    void took(TokenUsage usage, double money) {
        tokensIn.add(usage.in());
        tokensOut.add(usage.out());
        cost.add(money);
    }

    void cut(Violation violation) {
        count(cuts, violation);
    }

    void asksAgain() {
        askedAgain.increment();
    }

    void failed(ModelException.Reason reason) {
        count(failures, reason);
    }

    private static <K> void count(Map<K, LongAdder> counts, K key) {
        LongAdder counter = counts.get(key);
        if (counter != null) {
            counter.increment();
        }
    }

    /// Answers a language model gave.
    public long byModel() {
        return byModel.sum();
    }

    /// Answers given without one.
    public long byRules() {
        return byRules.sum();
    }

    public long toolCalls() {
        return toolCalls.sum();
    }

    public long tokensIn() {
        return tokensIn.sum();
    }

    public long tokensOut() {
        return tokensOut.sum();
    }

    /// How often a model was asked once again since it had broken a rule.
    public long askedAgain() {
        return askedAgain.sum();
    }

    /// In the currency of the prices.
    public double cost() {
        return cost.sum();
    }

    /// Sentences that did not reach a page.
    public long cuts(Violation violation) {
        LongAdder counter = cuts.get(violation);
        return counter == null ? 0 : counter.sum();
    }

    /// Requests a model did not answer.
    public long failures(ModelException.Reason reason) {
        LongAdder counter = failures.get(reason);
        return counter == null ? 0 : counter.sum();
    }
}
