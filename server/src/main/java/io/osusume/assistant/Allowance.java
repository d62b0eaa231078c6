package io.osusume.assistant;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who may still ask a language model today (UTC). What cannot be counted is not asked, so that a limit
/// holds when the count is out of reach, too. Safe for use by many threads.
final class Allowance {
    private static final Logger LOG = LoggerFactory.getLogger(Allowance.class);
    private static final String NO_MONEY =
            "today's budget for the language model is used up; it is filled again at 0:00 UTC";
    private static final String NO_COUNT =
            "today's budget for the language model cannot be looked up at the moment; try again in a minute";

    private final AssistantLimits limits;
    private final DayCount count;
    private final InstantSource clock;
    private double owed; // what was spent and could not be counted yet
    private double lastSpent;

    Allowance(AssistantLimits limits, DayCount count, InstantSource clock) {
        this.limits = limits;
        this.count = count;
        this.clock = clock;
    }

    /// Takes one answer of a fan's day.
    ///
    /// @return why not, if it is used up
    Optional<String> take(String fan) {
        Optional<String> noMoney = refusal();
        if (noMoney.isPresent()) {
            return noMoney;
        }
        try {
            return count.takeAnswer(today(), fan, limits.answersADay())
                    ? Optional.empty()
                    : Optional.of("you have had today's " + limits.answersADay()
                            + " answers of the language model; there are more from 0:00 UTC on");
        } catch (DayCount.Unavailable outOfReach) {
            return unavailable(outOfReach);
        }
    }

    /// Why no other request can be paid; empty if it can.
    Optional<String> refusal() {
        if (limits.moneyADay() == 0) {
            return Optional.empty();
        }
        try {
            settle();
            return count.spent(today()) >= limits.moneyADay() ? Optional.of(NO_MONEY) : Optional.empty();
        } catch (DayCount.Unavailable outOfReach) {
            return unavailable(outOfReach);
        }
    }

    private static Optional<String> unavailable(DayCount.Unavailable outOfReach) {
        LOG.warn("what conversations take cannot be counted: {}", outOfReach.getMessage());
        return Optional.of(NO_COUNT);
    }

    synchronized void spend(TokenUsage usage) {
        owed += limits.cost(usage);
        try {
            settle();
        } catch (DayCount.Unavailable outOfReach) {
            LOG.warn("what an answer has cost is counted later: {}", outOfReach.getMessage());
        }
    }

    private synchronized void settle() {
        if (owed > 0) {
            count.spend(today(), owed);
            owed = 0;
        }
    }

    /// What today has cost, as far as it is known.
    synchronized double spentToday() {
        try {
            lastSpent = count.spent(today()) + owed;
        } catch (DayCount.Unavailable outOfReach) {
            LOG.warn("what today has cost cannot be looked up: {}", outOfReach.getMessage());
        }
        return lastSpent;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
