package io.osusume.assistant;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Who may still ask a language model today (UTC). Counted in this server's memory: each replica has
/// its own. Safe for use by many threads.
final class Allowance {
    private final AssistantLimits limits;
    private final InstantSource clock;
    private final Map<String, Integer> answers = new HashMap<>();
    private LocalDate day = LocalDate.EPOCH;
    private double spent;

    Allowance(AssistantLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /// Takes one answer of a fan's day.
    ///
    /// @return why not, if it is used up
    synchronized Optional<String> take(String fan) {
        turnPage();
        if (limits.moneyADay() > 0 && spent >= limits.moneyADay()) {
            return Optional.of("today's budget for the language model is used up; it is filled again at 0:00 UTC");
        }
        int taken = answers.getOrDefault(fan, 0);
        if (taken >= limits.answersADay()) {
            return Optional.of("you have had today's " + limits.answersADay()
                    + " answers of the language model; there are more from 0:00 UTC on");
        }
        answers.put(fan, taken + 1);
        return Optional.empty();
    }

    /// Whether money is left for another request.
    synchronized boolean affordable() {
        turnPage();
        return limits.moneyADay() == 0 || spent < limits.moneyADay();
    }

    synchronized void spend(TokenUsage usage) {
        turnPage();
        spent += limits.cost(usage);
    }

    /// What today has cost.
    synchronized double spentToday() {
        turnPage();
        return spent;
    }

    private void turnPage() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            answers.clear();
            spent = 0;
        }
    }
}
