package io.osusume.profiles;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

/// SQLite in one file: readers beside one writer (write-ahead log), every commit synced to disk before it is
/// acknowledged, deleted data overwritten.
record SqliteEngine(DatabaseSettings settings) implements Engine {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int NO_MEMORY = 7;
    private static final int READ_ONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NO_DATABASE = 26;
    /// The disk has no room for the index of the write-ahead log.
    private static final int IO_ERROR_SHARED_MEMORY_SIZE = IO_ERROR | (19 << 8);

    /// Files up to this size are checked page by page at every start.
    private static final long CHECKED_BYTES = 64L << 20;

    private static final Duration CHECKPOINT_WAIT = Duration.ofMillis(200);
    private static final Duration MIGRATION_WAIT = Duration.ofSeconds(60);

    private Path file() {
        return Path.of(settings.url());
    }

    @Override
    public String migrations() {
        return "sqlite";
    }

    @Override
    public void prepare() {
        Path file = file().toAbsolutePath();
        try {
            if (Files.isDirectory(file)) {
                throw new StoreException(
                        StoreException.Kind.UNAVAILABLE,
                        "the database must be a file, and " + file + " is a folder",
                        null);
            }
            if (!Files.exists(file)) {
                make(file);
            } else if (Files.size(file) > 0 && Files.size(file) <= CHECKED_BYTES) {
                check(file);
            }
        } catch (IOException cannot) {
            throw unusable(file, cannot);
        }
    }

    private static StoreException unusable(Path file, IOException cannot) {
        return new StoreException(
                StoreException.Kind.UNAVAILABLE,
                "the database " + file.toAbsolutePath() + " cannot be made or read (" + cannot
                        + "); the setting storage.url must name a file in a folder that can be written",
                cannot);
    }

    /// Makes an empty file that only its owner may read, from its first moment on.
    private static void make(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
    }

    private void check(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(settings.timeout().toMillis()));
        try (Connection connection = source(config).getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA quick_check(1)")) {
            String said = found.next() ? found.getString(1) : "no answer";
            if (!"ok".equals(said)) {
                throw damaged(file, String.valueOf(said).lines().findFirst().orElse(""), null);
            }
        } catch (SQLException failed) {
            if (kind(failed) == StoreException.Kind.DAMAGED) {
                throw damaged(file, String.valueOf(failed.getMessage()), failed);
            }
            throw StoreFailures.translate(failed, this, settings, false);
        }
    }

    private static StoreException damaged(Path file, String said, @Nullable Throwable cause) {
        return new StoreException(
                StoreException.Kind.DAMAGED,
                "the database " + file + " is damaged or no SQLite database (" + said
                        + "); it was left as it is: restore a backup (docs/storage.md), or move it away to start empty",
                cause);
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file());
        return source;
    }

    private SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(settings.timeout().toMillis()));
        return config;
    }

    @Override
    public DataSource migrationSource() {
        return source(config());
    }

    /// A lock on a file beside it: SQLite's own locks make one that changes a new file to a write-ahead log fail at
    /// once, not wait, if another looks at it in that moment.
    @Override
    public void exclusively(Runnable migration) {
        Path lock = Path.of(file().toAbsolutePath() + ".lock");
        long start = System.nanoTime();
        try {
            Files.createDirectories(Objects.requireNonNull(lock.getParent(), "absolute"));
        } catch (IOException cannot) {
            throw unusable(file(), cannot);
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (true) {
                try (FileLock held = channel.tryLock()) {
                    if (held != null) {
                        migration.run();
                        return;
                    }
                } catch (OverlappingFileLockException heldInThisProcess) {
                    // as if another program held it
                }
                if (System.nanoTime() - start > MIGRATION_WAIT.toNanos()) {
                    throw new StoreException(
                            StoreException.Kind.BUSY,
                            "another program has been preparing the database " + file() + " for "
                                    + MIGRATION_WAIT.toSeconds() + " s; wait for it or end it",
                            null);
                }
                Thread.sleep(20);
            }
        } catch (IOException cannot) {
            throw unusable(file(), cannot);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.UNAVAILABLE, "interrupted before migrating " + file(), ended);
        }
    }

    @Override
    public HikariDataSource readers() {
        return Engine.pool("readers", source(config()), settings, settings.connections(), "PRAGMA query_only = ON");
    }

    @Override
    public HikariDataSource writers(HikariDataSource readers) {
        SQLiteConfig config = config();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return Engine.pool("writer", source(config), settings, 1, "PRAGMA secure_delete = ON");
    }

    @Override
    public String rowLock() {
        return "";
    }

    @Override
    public TransactionIsolationLevel snapshot() {
        return TransactionIsolationLevel.SERIALIZABLE;
    }

    /// Moves the log into the file and cuts it; does not keep other writers waiting for a long reader.
    @Override
    public void afterErasing(Jdbi writers) {
        writers.useHandle(handle -> {
            busyTimeout(handle, CHECKPOINT_WAIT);
            try {
                handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list();
            } finally {
                busyTimeout(handle, settings.timeout());
            }
        });
    }

    private static void busyTimeout(Handle handle, Duration wait) {
        handle.createQuery("PRAGMA busy_timeout = " + wait.toMillis())
                .mapToMap()
                .list();
    }

    @Override
    public void afterCopying(Handle handle) {
        // AUTOINCREMENT has seen the copied ids
    }

    @Override
    public StoreException.@Nullable Kind kind(SQLException failure) {
        int code = failure instanceof SQLiteException own ? own.getResultCode().code : 0;
        if (code == IO_ERROR_SHARED_MEMORY_SIZE) {
            return StoreException.Kind.FULL;
        }
        return switch (code & 0xff) {
            case FULL -> StoreException.Kind.FULL;
            case BUSY, LOCKED -> StoreException.Kind.BUSY;
            case CORRUPT, NO_DATABASE -> StoreException.Kind.DAMAGED;
            case NO_MEMORY, READ_ONLY, IO_ERROR, CANNOT_OPEN -> StoreException.Kind.UNAVAILABLE;
            default -> null;
        };
    }

    @Override
    public boolean passing(SQLException failure) {
        return false;
    }
}
