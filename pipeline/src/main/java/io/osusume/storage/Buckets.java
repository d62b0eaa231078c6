package io.osusume.storage;

import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.Credentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.BaseServiceException;
import com.google.cloud.NoCredentials;
import com.google.cloud.ReadChannel;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.Storage.BlobSourceOption;
import com.google.cloud.storage.Storage.BlobTargetOption;
import com.google.cloud.storage.Storage.BlobWriteOption;
import com.google.cloud.storage.StorageOptions;
import io.osusume.storage.Failures.Action;
import io.osusume.storage.StorageFailure.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Google Cloud Storage by its official client (JSON API). All that leaves or comes is checked by CRC-32C; whatever is
/// written says what it replaces (`ifGenerationMatch`), so that of two writers none is lost unseen. Requests that fail
/// in passing (cut connections, 408, 429, 5xx) are repeated with growing pauses, which is safe because of that.
///
/// For use by many threads.
public final class Buckets implements AutoCloseable {
    private static final int COPY = 1 << 18;
    private static final int UPLOAD_CHUNK = 8 << 20;
    private static final int PASSES = 3;
    private static final String WRITER = "osusume-write";
    private static final Set<Kind> PASSING = EnumSet.of(Kind.UNREACHABLE, Kind.QUOTA, Kind.DAMAGED, Kind.NO_OBJECT);

    private final Storage storage;
    private final StorageSettings settings;

    private Buckets(Storage storage, StorageSettings settings) {
        this.storage = storage;
        this.settings = settings;
    }

    /// Connects with the credentials of this computer; without any to an emulator.
    ///
    /// @throws StorageFailure if there are no credentials
    public static Buckets open(StorageSettings settings) throws StorageFailure {
        StorageOptions.Builder options = StorageOptions.http()
                .setTransportOptions(HttpTransportOptions.newBuilder()
                        .setConnectTimeout(
                                Math.toIntExact(settings.connectTimeout().toMillis()))
                        .setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()))
                        .build())
                .setRetrySettings(RetrySettings.newBuilder()
                        .setMaxAttempts(settings.attempts())
                        .setInitialRetryDelayDuration(
                                Duration.ofMillis(settings.endpoint().isPresent() ? 50 : 1_000))
                        .setRetryDelayMultiplier(2)
                        .setMaxRetryDelayDuration(Duration.ofSeconds(32))
                        .setTotalTimeoutDuration(settings.patience())
                        .build());
        if (settings.endpoint().isPresent()) {
            options.setHost(settings.endpoint().get().toString());
            options.setCredentials(NoCredentials.getInstance()).setProjectId("emulator");
        } else {
            options.setCredentials(credentials());
        }
        return new Buckets(options.build().getService(), settings);
    }

    private static Credentials credentials() throws StorageFailure {
        try {
            return GoogleCredentials.getApplicationDefault()
                    .createScoped("https://www.googleapis.com/auth/devstorage.read_write");
        } catch (IOException none) {
            throw new StorageFailure(
                    Kind.NOT_LOGGED_IN,
                    "there are no credentials for Google Cloud Storage; log in by `gcloud auth application-default login`,"
                            + " name a key by GOOGLE_APPLICATION_CREDENTIALS, or give the pod a service account with"
                            + " Workload Identity (docs/gcp.md)",
                    none);
        }
    }

    StorageSettings settings() {
        return settings;
    }

    /// Everything whose name begins with `name/`, by name.
    public List<StoredObject> list(ObjectName folder) throws StorageFailure {
        List<StoredObject> found = new ArrayList<>();
        try {
            String prefix = folder.name().isEmpty() ? "" : folder.name() + "/";
            for (Blob blob :
                    storage.list(folder.bucket(), BlobListOption.prefix(prefix)).iterateAll()) {
                if (!blob.getName().endsWith("/")) { // what consoles make to show an empty folder
                    found.add(object(blob));
                }
            }
        } catch (BaseServiceException failed) {
            throw Failures.of(failed, Action.LIST, folder);
        }
        return found;
    }

    /// What lies under a name; empty if nothing does.
    public Optional<StoredObject> find(ObjectName name) throws StorageFailure {
        try {
            return Optional.ofNullable(storage.get(BlobId.of(name.bucket(), name.name())))
                    .map(Buckets::object);
        } catch (BaseServiceException failed) {
            throw Failures.of(failed, Action.READ, name);
        }
    }

    /// The same for one who may perhaps only write: empty then too.
    Optional<StoredObject> visible(ObjectName name) throws StorageFailure {
        try {
            return find(name);
        } catch (StorageFailure failed) {
            if (failed.kind() == Kind.DENIED) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private static StoredObject object(BlobInfo blob) {
        return new StoredObject(
                new ObjectName(blob.getBucket(), blob.getName()),
                blob.getSize(),
                Checksums.read(blob.getCrc32c()),
                blob.getGeneration());
    }

    /// A small text; empty if there is none.
    ///
    /// @param maxBytes how long it may be
    public Optional<StoredText> read(ObjectName name, int maxBytes) throws IOException {
        return repeated(() -> {
            Optional<StoredObject> found = find(name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            StoredObject object = found.get();
            if (object.sizeBytes() > maxBytes) {
                throw new StorageFailure(
                        Kind.OTHER,
                        name + " must be at most " + maxBytes + " bytes, was " + object.sizeBytes()
                                + "; is it the right one?",
                        null);
            }
            byte[] content = translated(Action.READ, name, () -> storage.readAllBytes(id(object)));
            if (Checksums.of(content) != object.crc32c()) {
                throw damaged(object, Checksums.of(content));
            }
            return Optional.of(new StoredText(new String(content, StandardCharsets.UTF_8), object.generation()));
        });
    }

    private static BlobId id(StoredObject object) {
        return BlobId.of(object.name().bucket(), object.name().name(), object.generation());
    }

    static StorageFailure damaged(StoredObject object, long found) {
        return new StorageFailure(
                Kind.DAMAGED,
                object.name() + " came damaged: expected CRC-32C " + Checksums.shown(object.crc32c()) + ", found "
                        + Checksums.shown(found) + "; nothing of it was kept, try again",
                null);
    }

    /// Writes a small text.
    ///
    /// @param expected the generation it replaces; [StoredText#ABSENT] if there must be none yet
    /// @return what was written
    /// @throws StorageFailure of kind CONFLICT if another generation is there: nothing was written
    public StoredText write(ObjectName name, String text, long expected) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        String writer = UUID.randomUUID().toString(); // another writer's text may be the same
        BlobInfo info = BlobInfo.newBuilder(name.bucket(), name.name())
                .setCrc32c(Checksums.written(Checksums.of(content)))
                .setContentType("text/plain; charset=utf-8")
                .setMetadata(Map.of(WRITER, writer))
                .setCacheControl("no-store")
                .build();
        try {
            Blob written = repeated(() -> translated(
                    expected == StoredText.ABSENT ? Action.CREATE : Action.REPLACE,
                    name,
                    () -> storage.create(
                            info,
                            content,
                            BlobTargetOption.generationMatch(expected),
                            BlobTargetOption.disableGzipContent())));
            return new StoredText(text, written.getGeneration());
        } catch (StorageFailure failed) {
            if (failed.kind() == Kind.CONFLICT) { // ours, of a request whose answer was lost; or another writer's
                Blob there = translated(Action.READ, name, () -> storage.get(BlobId.of(name.bucket(), name.name())));
                if (there != null
                        && writer.equals(
                                there.getMetadata() == null
                                        ? null
                                        : there.getMetadata().get(WRITER))) {
                    return new StoredText(text, there.getGeneration());
                }
            }
            throw failed;
        }
    }

    /// Sends a file under a name that never changes: if the very same content is there already, nothing is sent. Who
    /// may
    /// only write is not told whether what is there is the same.
    ///
    /// @throws StorageFailure of kind CONFLICT if another content is there
    public void put(Path file, ObjectName name) throws IOException {
        long sum = Checksums.of(file);
        long size = Files.size(file);
        Optional<StoredObject> there = visible(name);
        if (there.isPresent()) {
            same(there.get(), sum, size);
            return;
        }
        BlobInfo info = BlobInfo.newBuilder(name.bucket(), name.name())
                .setCrc32c(Checksums.written(sum))
                .setContentType("application/octet-stream")
                .build();
        try {
            Blob sent = repeated(() -> translated(
                    Action.CREATE,
                    name,
                    () -> storage.createFrom(
                            info,
                            file,
                            UPLOAD_CHUNK,
                            BlobWriteOption.doesNotExist(),
                            BlobWriteOption.crc32cMatch(),
                            BlobWriteOption.disableGzipContent())));
            same(object(sent), sum, size);
        } catch (StorageFailure failed) {
            if (failed.kind() != Kind.CONFLICT) {
                throw failed;
            }
            Optional<StoredObject> meanwhile = visible(name); // ours, of a request whose answer was lost; or another's
            if (meanwhile.isPresent()) {
                same(meanwhile.get(), sum, size);
            }
        }
    }

    @FunctionalInterface
    private interface Question<T extends @Nullable Object> {
        T ask() throws IOException;
    }

    /// Asks again where Google's client did not, or where something came damaged or was replaced while it was read.
    /// Only
    /// for questions that do no harm twice.
    private static <T extends @Nullable Object> T repeated(Question<T> question) throws IOException {
        for (int again = 0; ; again++) {
            try {
                return question.ask();
            } catch (StorageFailure failed) {
                if (again == PASSES || !PASSING.contains(failed.kind())) {
                    throw failed;
                }
                pause(again, failed);
            }
        }
    }

    private static void pause(int again, StorageFailure failed) throws StorageFailure {
        try {
            Thread.sleep(100L << again);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw failed;
        }
    }

    private static <T extends @Nullable Object> T translated(Action action, ObjectName name, Question<T> question)
            throws IOException {
        try {
            return question.ask();
        } catch (BaseServiceException failed) {
            throw Failures.of(failed, action, name);
        } catch (IOException failed) {
            BaseServiceException known = Failures.within(failed);
            if (known == null) {
                throw failed;
            }
            throw Failures.of(known, action, name);
        }
    }

    private static void same(StoredObject there, long sum, long size) throws StorageFailure {
        if (there.crc32c() != sum || there.sizeBytes() != size) {
            throw new StorageFailure(
                    Kind.CONFLICT,
                    there.name() + " is there already with other content (" + there.sizeBytes() + " bytes, CRC-32C "
                            + Checksums.shown(there.crc32c()) + ", ours " + size + " bytes, "
                            + Checksums.shown(sum) + "); what is written once never changes: it was left as it is",
                    null);
        }
    }

    /// Reads a part of an object into a file at the same place.
    ///
    /// @param end exclusive
    void copyPart(StoredObject object, long begin, long end, FileChannel into) throws IOException {
        translated(Action.READ, object.name(), () -> {
            try (ReadChannel from = storage.reader(id(object), BlobSourceOption.shouldReturnRawInputStream(true))) {
                from.setChunkSize(Math.toIntExact(Math.min(end - begin, settings.partBytes())));
                from.seek(begin);
                from.limit(end);
                copy(from, object, begin, end, into);
            }
            return end - begin;
        });
    }

    private static void copy(ReadChannel from, StoredObject object, long begin, long end, FileChannel into)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(COPY);
        long at = begin;
        while (at < end) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            if (from.read(buffer) < 0) {
                throw new StorageFailure(
                        Kind.UNREACHABLE,
                        object.name() + " ended after " + at + " of " + object.sizeBytes() + " bytes; try again",
                        null);
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                at += into.write(buffer, at);
            }
        }
    }

    @Override
    public void close() {
        try {
            storage.close();
        } catch (Exception ignored) {
            // nothing is left to be done with it
        }
    }
}
