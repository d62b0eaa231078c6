package io.osusume.app;

import io.osusume.assistant.DayCount;
import io.osusume.profiles.DailyUse;
import io.osusume.profiles.Database;
import io.osusume.profiles.StoreException;
import java.time.LocalDate;
import java.util.function.Supplier;

/// Counts what conversations take in the database of the profiles, which all servers of an installation
/// share. Answers to those without a profile are counted in this server's memory: no database of ours
/// keeps an address, not even hashed.
final class SharedDayCount implements DayCount {
    private final DailyUse use;
    private final DayCount strangers = DayCount.inMemory();

    SharedDayCount(Database database) {
        this.use = new DailyUse(database);
    }

    @Override
    public boolean takeAnswer(LocalDate day, String fan, int most) {
        return fan.startsWith(PROFILE)
                ? reached(() -> use.takeAnswer(day, fan, most))
                : strangers.takeAnswer(day, fan, most);
    }

    @Override
    public void spend(LocalDate day, double money) {
        var _ = reached(() -> {
            use.spend(day, money);
            return true;
        });
    }

    @Override
    public double spent(LocalDate day) {
        return reached(() -> use.spent(day));
    }

    private static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException failed) {
            throw new Unavailable(String.valueOf(failed.getMessage()), failed);
        }
    }
}
