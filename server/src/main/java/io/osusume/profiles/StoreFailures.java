package io.osusume.profiles;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/// Turns what a database says into a [StoreException] without the statement and its values.
final class StoreFailures {
    private StoreFailures() {}

    /// What a failure means.
    ///
    /// @param committing whether it came in the middle of a commit, so that nobody knows what was stored
    /// @throws IllegalStateException if the failure is a mistake in the program
    static StoreException translate(Throwable failed, Engine engine, DatabaseSettings settings, boolean committing) {
        SQLException cause = sqlCause(failed);
        if (cause == null) {
            throw new IllegalStateException(
                    "a statement is wrong: " + failed.getClass().getSimpleName());
        }
        StoreException.Kind kind =
                cause instanceof SQLTransientConnectionException ? StoreException.Kind.BUSY : engine.kind(cause);
        if (kind == null) {
            throw new IllegalStateException("a statement is wrong: " + cause.getMessage(), cause);
        }
        return new StoreException(kind, message(kind, cause, settings, committing), cause);
    }

    private static String message(
            StoreException.Kind kind, SQLException cause, DatabaseSettings settings, boolean committing) {
        String where = "the database at " + settings.address();
        String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return switch (kind) {
            case UNAVAILABLE ->
                where + " cannot be reached or broke off (" + said + ")"
                        + (committing ? "; whether the last change is stored is not known" : "; nothing was changed");
            case BUSY ->
                where + " is busy: no answer within " + settings.timeout().toSeconds() + " s; try again";
            case FULL ->
                "the disk of " + where
                        + " is full: nothing new was stored, what was stored before is whole; make room, then try again";
            case DAMAGED -> where + " is damaged (" + said + "); restore a backup (docs/storage.md)";
            case NEWER_SCHEMA -> where + " was written by a newer Osusume";
        };
    }

    /// The first thing a database said: a pool's own failure counts only if nothing else is below it.
    static @Nullable SQLException sqlCause(Throwable failed) {
        @Nullable SQLException found = null;
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                if (!(sql instanceof SQLTransientConnectionException)) {
                    return sql;
                }
                found = sql;
            }
        }
        return found;
    }
}
