package io.osusume.assistant;

import java.time.Duration;

/// What a conversation may take.
///
/// @param tokensATurn that a model may read and write for one answer
/// @param turns of a conversation that are kept and told to the model
/// @param toolCalls of one answer
/// @param time one answer may take
/// @param answersADay that a model gives one fan
/// @param moneyADay that all answers of a day may cost, in the currency of the prices; 0 for no limit
/// @param priceIn of a million tokens the model reads
/// @param priceOut of a million tokens it writes
public record AssistantLimits(
        int tokensATurn,
        int turns,
        int toolCalls,
        Duration time,
        int answersADay,
        double moneyADay,
        double priceIn,
        double priceOut) {
    /// As the settings have it where nothing else is said.
    public static final AssistantLimits DEFAULT =
            new AssistantLimits(40_000, 20, 8, Duration.ofSeconds(60), 100, 5, .25, 2);

    /// Characters of one message of a fan.
    public static final int MESSAGE = 2_000;

    private static final double MILLION = 1_000_000;

    public AssistantLimits {
        if (tokensATurn < 1 || turns < 1 || toolCalls < 1 || answersADay < 0) {
            throw new IllegalArgumentException("limits of a conversation must be at least 1");
        }
    }

    /// What tokens cost.
    double cost(TokenUsage usage) {
        return (usage.in() * priceIn + usage.out() * priceOut) / MILLION;
    }
}
