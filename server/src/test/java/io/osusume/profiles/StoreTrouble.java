package io.osusume.profiles;

/// Trouble for a SQLite database, made from inside.
public final class StoreTrouble {
    private StoreTrouble() {}

    /// Lets it hold so many pages at most, as if its disk ended there.
    public static void limitPages(Database database, int pages) {
        database.onWriter(handle -> handle.createQuery("PRAGMA max_page_count = " + pages)
                .mapTo(Integer.class)
                .one());
    }

    /// Does something while another program holds the lock of a database.
    public static void whileLocked(DatabaseSettings settings, Runnable during) {
        try (Database other = Database.open(settings)) {
            other.onWriter(handle -> {
                handle.execute("BEGIN IMMEDIATE");
                try {
                    during.run();
                } finally {
                    handle.execute("ROLLBACK");
                }
            });
        }
    }
}
