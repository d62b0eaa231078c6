package io.osusume.profiles;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// Where profiles and keys are stored.
///
/// @param url `jdbc:postgresql://HOST:PORT/NAME`, or the path of a SQLite file; never with a user or password in it
/// @param user for PostgreSQL
/// @param password for PostgreSQL
/// @param connections open at most at the same time, in [1, 100]
/// @param timeout how long anything waits for a connection or a lock, in [1, 60] seconds
public record DatabaseSettings(String url, String user, Password password, int connections, Duration timeout) {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    public DatabaseSettings {
        if (url.isBlank()) {
            throw new IllegalArgumentException(
                    "url must be the path of a file or begin with " + POSTGRESQL + ", was empty");
        }
        if (holdsSecret(url)) {
            throw new IllegalArgumentException(
                    "url must not hold a user or password, for it is shown in logs; give" + " them apart");
        }
        if (url.startsWith("jdbc:") && !url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException(
                    "url must be the path of a file or begin with " + POSTGRESQL + ", was '" + url + "'");
        }
        if (connections < 1 || connections > 100) {
            throw new IllegalArgumentException("connections must be in [1, 100], was " + connections);
        }
        if (timeout.toMillis() < 1_000 || timeout.toMillis() > 60_000) {
            throw new IllegalArgumentException("timeout must be in [1, 60] seconds, was " + timeout);
        }
    }

    /// A SQLite file with the usual connections and time-outs.
    public static DatabaseSettings sqlite(Path file) {
        return new DatabaseSettings(file.toString(), "", Password.NONE, 8, Duration.ofSeconds(5));
    }

    /// A PostgreSQL database with the usual connections and time-outs.
    public static DatabaseSettings postgresql(String url, String user, Password password) {
        return new DatabaseSettings(url, user, password, 8, Duration.ofSeconds(5));
    }

    /// True if an address holds what must stand elsewhere.
    public static boolean holdsSecret(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("jdbc:")
                && (lower.contains("password=") || lower.contains("user=") || lower.contains("@"));
    }

    boolean postgresql() {
        return url.startsWith(POSTGRESQL);
    }

    /// The address for messages: without the options behind a question mark.
    public String address() {
        int options = url.indexOf('?');
        return postgresql() && options >= 0 ? url.substring(0, options) : url;
    }

    Engine engine() {
        return postgresql() ? new PostgresEngine(this) : new SqliteEngine(this);
    }
}
