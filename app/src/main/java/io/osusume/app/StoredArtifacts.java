package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.SettingsException;
import io.osusume.model.TrainingListener;
import io.osusume.registry.AliasTexts;
import io.osusume.registry.SharedModels;
import io.osusume.storage.Buckets;
import io.osusume.storage.ObjectName;
import io.osusume.storage.StorageSettings;
import io.osusume.storage.StoredFiles;
import io.osusume.storage.StoredModels;
import io.osusume.storage.StoredStage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
            String version;
            try (Buckets buckets = open();
                    Progress progress = workplace.progress()) {
                version = new StoredStage(buckets, place.get()).publish(local, progress);
            }
            workplace.print("kept as " + place.get().child(version));
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

    /// Where models are shared with other computers, if a setting names a bucket for them.
    Optional<SharedModels> models() {
        return place(Setting.BUCKETS_MODELS).map(Shared::new);
    }

    /// Opened when it is first asked for something, and open until the program ends.
    private final class Shared implements SharedModels {
        private final ObjectName place;
        private @Nullable Buckets buckets;

        Shared(ObjectName place) {
            this.place = place;
        }

        private synchronized StoredModels at(TrainingListener listener) throws IOException {
            Buckets opened = buckets;
            if (opened == null) {
                opened = open();
                buckets = opened;
            }
            return new StoredModels(opened, place, listener);
        }

        @Override
        public String place() {
            return place.toString();
        }

        @Override
        public AliasTexts aliases() throws IOException {
            return at(TrainingListener.SILENT).aliases();
        }

        @Override
        public void publish(String id, Path folder) throws IOException {
            try (Progress progress = workplace.progress()) {
                at(progress).publish(id, folder);
            }
        }

        @Override
        public boolean fetch(String id, Path folder) throws IOException {
            try (Progress progress = workplace.progress()) {
                return at(progress).fetch(id, folder);
            }
        }

        @Override
        public void publishReport(String id, Path file) throws IOException {
            at(TrainingListener.SILENT).publishReport(id, file);
        }

        @Override
        public Optional<String> report(String id, String name) throws IOException {
            return at(TrainingListener.SILENT).report(id, name);
        }
    }

    /// What tells whether the files at a `gs://` place have changed.
    String contents(String source) throws IOException {
        try (Buckets buckets = open()) {
            return StoredFiles.contents(buckets, ObjectName.of(source));
        } catch (IllegalArgumentException wrong) {
            throw workplace.usage("--from: " + wrong.getMessage());
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
