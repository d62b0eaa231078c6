package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.SettingsException;
import io.osusume.storage.Buckets;
import io.osusume.storage.ObjectName;
import io.osusume.storage.StorageSettings;
import io.osusume.storage.StoredFiles;
import io.osusume.storage.StoredFolder;
import io.osusume.storage.StoredStage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The buckets that keep what stages make, where settings name some. Without any nothing is asked and nothing is
/// loaded.
final class StoredArtifacts {
    private static final String NONE = "none";
    private static final String GOOGLE = "google";

    private final Workplace workplace;
    private final Map<String, String> environment;

    StoredArtifacts(Workplace workplace, Map<String, String> environment) {
        this.workplace = workplace;
        this.environment = environment;
    }

    private Optional<ObjectName> place(Setting setting) {
        String text = workplace.settings().text(setting);
        if (text.equals(NONE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ObjectName.of(text));
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(setting.key() + ": " + wrong.getMessage());
        }
    }

    private Buckets open(long maxObjectBytes) throws IOException {
        StorageSettings settings = StorageSettings.DEFAULTS.withMaxObjectBytes(maxObjectBytes);
        String endpoint = workplace.settings().text(Setting.BUCKETS_ENDPOINT);
        if (endpoint.equals(GOOGLE)) {
            endpoint = environment.getOrDefault(StorageSettings.EMULATOR, GOOGLE);
        }
        try {
            return Buckets.open(endpoint.equals(GOOGLE) ? settings : settings.at(endpoint));
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(Setting.BUCKETS_ENDPOINT.key() + " must be google or an address such as"
                    + " http://localhost:4443, was '" + endpoint + "'");
        }
    }

    private Buckets open() throws IOException {
        return open(StorageSettings.DEFAULTS.maxObjectBytes());
    }

    /// Sends what a stage made to the bucket of a setting, if it names one.
    void publish(Setting setting, Path local) throws IOException {
        Optional<ObjectName> place = place(setting);
        if (place.isPresent()) {
            try (Buckets buckets = open();
                    Progress progress = workplace.progress()) {
                boolean sent = new StoredStage(buckets, place.get()).publish(local, progress);
                workplace.print((sent ? "sent to " : "unchanged in ") + place.get());
            }
        }
    }

    /// Fetches what a stage needs from the bucket of a setting, if it names one and another version counts there than
    /// lies here.
    void fetch(Setting setting, Path local) throws IOException {
        Optional<ObjectName> place = place(setting);
        if (place.isPresent()) {
            try (Buckets buckets = open();
                    Progress progress = workplace.progress()) {
                if (new StoredStage(buckets, place.get()).fetch(local, progress)) {
                    workplace.print("fetched from " + place.get());
                }
            }
        }
    }

    /// Sends a model version to the bucket of models, if there is one.
    void publishVersion(String id) throws IOException {
        Optional<ObjectName> place = place(Setting.BUCKETS_MODELS);
        if (place.isPresent()) {
            try (Buckets buckets = open();
                    Progress progress = workplace.progress()) {
                ObjectName version = place.get().child(id);
                new StoredFolder(buckets, version).publish(workplace.models().resolve(id), progress);
                workplace.print("sent to " + version);
            }
        }
    }

    /// Fetches files to be ingested.
    ///
    /// @param source a `gs://` place: one object, or all that lie directly below it
    /// @param beside where the folder for them is made
    /// @return the folder; whoever has read it removes it
    StoredFiles files(String source, Path beside) throws IOException {
        try (Buckets buckets = open(workplace.settings().longInteger(Setting.INGEST_MAX_FILE_BYTES));
                Progress progress = workplace.progress()) {
            return StoredFiles.fetch(buckets, ObjectName.of(source), beside, progress);
        } catch (IllegalArgumentException wrong) {
            throw workplace.usage("--from: " + wrong.getMessage());
        }
    }
}
