package io.osusume.profiles;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/// What conversations have taken of a day's answers and money, counted once for all servers of a
/// database. Of a profile that asked it keeps a SHA-256 of the day and of what stands for the profile, until
/// the next day. Safe for many threads and many servers.
public final class DailyUse {
    private static final double NANO = 1e9; // money is kept in billionths, so that sums are exact

    private final Database database;

    public DailyUse(Database database) {
        this.database = database;
    }

    /// Takes one answer of a profile's day, unless it has had as many as it may.
    ///
    /// @param who stands for the profile; something that cannot be guessed
    /// @return whether it was taken
    public boolean takeAnswer(LocalDate day, String who, int most) {
        if (most < 1) {
            return false;
        }
        byte[] hash = Secret256.sha256().digest((day + " " + who).getBytes(StandardCharsets.UTF_8));
        return database.write(handle -> {
            handle.createUpdate("DELETE FROM chat_answers WHERE day < :day")
                    .bind("day", day.toEpochDay())
                    .execute();
            return handle.createUpdate("INSERT INTO chat_answers (day, who, answers) VALUES (:day, :who, 1)"
                                    + " ON CONFLICT (day, who) DO UPDATE SET answers = chat_answers.answers + 1"
                                    + " WHERE chat_answers.answers < :most")
                            .bind("day", day.toEpochDay())
                            .bind("who", hash)
                            .bind("most", most)
                            .execute()
                    == 1;
        });
    }

    /// Adds to what a day has cost.
    public void spend(LocalDate day, double money) {
        database.write(handle -> handle.createUpdate("INSERT INTO chat_spent (day, nano) VALUES (:day, :nano)"
                        + " ON CONFLICT (day) DO UPDATE SET nano = chat_spent.nano + excluded.nano")
                .bind("day", day.toEpochDay())
                .bind("nano", Math.round(money * NANO))
                .execute());
    }

    /// What a day has cost so far.
    public double spent(LocalDate day) {
        return database.read(handle -> handle.createQuery("SELECT nano FROM chat_spent WHERE day = :day")
                        .bind("day", day.toEpochDay())
                        .mapTo(Long.class)
                        .findOne())
                .map(nano -> nano / NANO)
                .orElse(0.0);
    }
}
