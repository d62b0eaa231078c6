package io.osusume.storage;

import com.google.cloud.BaseServiceException;
import com.google.cloud.storage.StorageException;
import io.osusume.storage.StorageFailure.Kind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says in our words what Google's client reports.
final class Failures {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int TOO_MANY = 429;
    private static final int NOT_MODIFIED = 304;

    private Failures() {}

    /// What was being done, and what it takes.
    enum Action {
        READ("read", "roles/storage.objectViewer"),
        LIST("list", "roles/storage.objectViewer"),
        CREATE("written", "roles/storage.objectCreator"),
        REPLACE("replaced", "roles/storage.objectUser");

        private final String done;
        private final String role;

        Action(String done, String role) {
            this.done = done;
            this.role = role;
        }
    }

    static StorageFailure of(BaseServiceException failed, Action action, ObjectName at) {
        String said = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        String start = at + " could not be " + (action == Action.LIST ? "listed" : action.done);
        if (loginProblem(failed)) {
            return new StorageFailure(
                    Kind.NOT_LOGGED_IN,
                    start + ": the credentials are missing, expired or revoked (" + said + "); log in by"
                            + " `gcloud auth application-default login`, name a key by GOOGLE_APPLICATION_CREDENTIALS, or"
                            + " give the pod a service account with Workload Identity (docs/gcp.md)",
                    failed);
        }
        String reason = String.valueOf(failed.getReason()).toLowerCase(Locale.ROOT);
        boolean quota = failed.getCode() == TOO_MANY || reason.contains("quota") || reason.contains("ratelimit");
        if (quota) {
            return new StorageFailure(
                    Kind.QUOTA,
                    start + ": a limit of the project or bucket is reached (" + said
                            + "); wait and try again, or raise the quota (docs/gcp.md)",
                    failed);
        }
        return switch (failed.getCode()) {
            case UNAUTHORIZED, FORBIDDEN ->
                new StorageFailure(
                        Kind.DENIED,
                        start + ": permission denied (" + said + "); give the account that runs this the role "
                                + action.role + " on gs://" + at.bucket() + " (docs/gcp.md)",
                        failed);
            case NOT_FOUND ->
                missing(action == Action.LIST || said.toLowerCase(Locale.ROOT).contains("bucket"), start, at, failed);
            case PRECONDITION_FAILED, NOT_MODIFIED -> conflict(start, failed);
            default ->
                new StorageFailure(
                        failed.isRetryable() || failed.getCode() == 0 || failed.getCode() >= 500
                                ? Kind.UNREACHABLE
                                : Kind.OTHER,
                        start + ": " + (said.isEmpty() ? failed.getClass().getSimpleName() : said)
                                + (failed.getCode() == 0 ? "" : " (status " + failed.getCode() + ")")
                                + "; nothing half-written is kept, try again",
                        failed);
        };
    }

    private static StorageFailure missing(boolean bucket, String start, ObjectName at, Throwable cause) {
        return bucket
                ? new StorageFailure(
                        Kind.NO_BUCKET,
                        start + ": there is no bucket gs://" + at.bucket()
                                + " (or none this account may know of); check the setting, or make it by deploy/gcp",
                        cause)
                : new StorageFailure(Kind.NO_OBJECT, start + ": it is not there; check the name", cause);
    }

    static StorageFailure conflict(String start, @Nullable Throwable cause) {
        return new StorageFailure(
                Kind.CONFLICT, start + ": somebody else wrote it meanwhile; nothing was changed, try again", cause);
    }

    /// Whether no token could be had, or the one sent was refused.
    private static boolean loginProblem(BaseServiceException failed) {
        if (failed.getCode() == UNAUTHORIZED && !(failed.getCause() instanceof FileNotFoundException)) {
            return true;
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith("com.google.auth.")
                    || String.valueOf(cause.getMessage()).contains("invalid_grant")) {
                return true;
            }
        }
        return false;
    }

    /// What stands in an exception of Google's client that is no [StorageException] itself.
    static @Nullable BaseServiceException within(IOException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageException known) {
                return known;
            }
        }
        return null;
    }
}
