package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.assistant.DayCount;
import io.osusume.profiles.Database;
import io.osusume.profiles.DatabaseSettings;
import io.osusume.profiles.Password;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedDayCountTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @TempDir
    Path folder;

    private Database open() {
        return Database.open(DatabaseSettings.sqlite(folder.resolve("profiles.db")));
    }

    @Test
    void serversOfOneDatabaseCountTogetherButAddressesEachForItself() {
        try (Database one = open();
                Database other = open()) {
            DayCount first = new SharedDayCount(one);
            DayCount second = new SharedDayCount(other);
            first.spend(TODAY, .5);
            second.spend(TODAY, .25);
            assertEquals(.75, first.spent(TODAY));
            assertTrue(first.takeAnswer(TODAY, "profile 1", 1));
            assertFalse(second.takeAnswer(TODAY, "profile 1", 1));
            assertTrue(first.takeAnswer(TODAY, "address 192.0.2.1", 1));
            assertFalse(first.takeAnswer(TODAY, "address 192.0.2.1", 1));
            assertTrue(second.takeAnswer(TODAY, "address 192.0.2.1", 1));
        }
    }

    @Test
    void aDatabaseThatAnotherProgramHoldsCannotBeCountedInForAWhile() throws SQLException {
        Path file = folder.resolve("profiles.db");
        DatabaseSettings impatient = new DatabaseSettings(file.toString(), "", Password.NONE, 2, Duration.ofSeconds(1));
        try (Database database = Database.open(impatient);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            DayCount count = new SharedDayCount(database);
            statement.execute("BEGIN IMMEDIATE");
            assertThrows(DayCount.Unavailable.class, () -> count.spend(TODAY, 1));
            statement.execute("ROLLBACK");
            count.spend(TODAY, 1);
            assertEquals(1, count.spent(TODAY));
        }
    }
}
