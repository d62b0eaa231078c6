package io.osusume.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// How Google Cloud Storage is spoken to. Who we are is not among it: Application Default Credentials say so (a
/// workload's identity on GKE, `GOOGLE_APPLICATION_CREDENTIALS`, or `gcloud auth application-default login`).
///
/// @param endpoint another address than Google's: an emulator, which is asked without credentials
/// @param connectTimeout for a connection
/// @param readTimeout for an answer, and any pause within it
/// @param attempts how often a request is sent at most
/// @param patience how long one request with all its repetitions may take
/// @param parallel how many transfers run side by side
/// @param partBytes the size of the pieces that large objects are fetched in
/// @param maxObjectBytes how large an object may be
public record StorageSettings(
        Optional<URI> endpoint,
        Duration connectTimeout,
        Duration readTimeout,
        int attempts,
        Duration patience,
        int parallel,
        int partBytes,
        long maxObjectBytes) {
    /// The environment variable by which Google's tools know of an emulator.
    public static final String EMULATOR = "STORAGE_EMULATOR_HOST";

    /// 10 s to connect, 30 s without a byte, 6 attempts within 5 minutes, 4 side by side in pieces of 32 MiB, 64 GiB.
    public static final StorageSettings DEFAULTS = new StorageSettings(
            Optional.empty(),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            6,
            Duration.ofMinutes(5),
            4,
            32 << 20,
            64L << 30);

    private static final int LEAST_PART = 256 << 10;

    public StorageSettings {
        positive("storage connect timeout", connectTimeout);
        positive("storage read timeout", readTimeout);
        positive("storage patience", patience);
        atLeast("storage attempts", 1, attempts);
        atLeast("storage transfers side by side", 1, parallel);
        atLeast("storage part in bytes", LEAST_PART, partBytes);
        atLeast("storage largest object in bytes", 1, maxObjectBytes);
    }

    /// The same for another address.
    ///
    /// @param address a host with a port, or a whole `http(s)://` address, as [#EMULATOR] holds it
    public StorageSettings at(String address) {
        URI uri = URI.create(address.contains("://") ? address : "http://" + address);
        return new StorageSettings(
                Optional.of(uri), connectTimeout, readTimeout, attempts, patience, parallel, partBytes, maxObjectBytes);
    }

    /// The same with another limit.
    public StorageSettings withMaxObjectBytes(long bytes) {
        return new StorageSettings(
                endpoint, connectTimeout, readTimeout, attempts, patience, parallel, partBytes, bytes);
    }

    private static void positive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, was " + duration);
        }
    }

    private static void atLeast(String name, long least, long found) {
        if (found < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + found);
        }
    }
}
