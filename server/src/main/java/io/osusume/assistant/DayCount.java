package io.osusume.assistant;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Where the answers and the money of a day (UTC) are counted: in one program's memory, or where all
/// servers of an installation see it. Safe for use by many threads.
public interface DayCount {
    /// How what stands for a fan begins where it is a profile; else it is an address.
    String PROFILE = "profile ";

    /// Takes one answer of a fan's day, unless it has had as many as it may.
    ///
    /// @param fan stands for the fan
    /// @return whether it was taken
    /// @throws Unavailable if it cannot be counted at the moment
    boolean takeAnswer(LocalDate day, String fan, int most);

    /// Adds to what a day has cost.
    ///
    /// @throws Unavailable if it cannot be counted at the moment; nothing was added then
    void spend(LocalDate day, double money);

    /// What a day has cost so far.
    ///
    /// @throws Unavailable if it cannot be read at the moment
    double spent(LocalDate day);

    /// Counts in this program alone, and forgets it when the program ends.
    static DayCount inMemory() {
        return new InMemory();
    }

    /// The count cannot be reached.
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// The count of one program.
    final class InMemory implements DayCount {
        private final Map<String, Integer> answers = new HashMap<>();
        private LocalDate day = LocalDate.EPOCH;
        private double money;

        private InMemory() {}

        @Override
        public synchronized boolean takeAnswer(LocalDate today, String fan, int most) {
            turnPage(today);
            int taken = answers.getOrDefault(fan, 0);
            if (taken >= most) {
                return false;
            }
            answers.put(fan, taken + 1);
            return true;
        }

        @Override
        public synchronized void spend(LocalDate today, double more) {
            turnPage(today);
            money += more;
        }

        @Override
        public synchronized double spent(LocalDate today) {
            turnPage(today);
            return money;
        }

        private void turnPage(LocalDate today) {
            if (!today.equals(day)) {
                day = today;
                answers.clear();
                money = 0;
            }
        }
    }
}
