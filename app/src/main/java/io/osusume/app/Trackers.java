package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.app.settings.SettingsException;
import io.osusume.tracking.remote.CometTracker;
import io.osusume.tracking.remote.MlflowTracker;
import io.osusume.tracking.remote.Retries;
import io.osusume.tracking.remote.Tracker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The trackers that runs are sent to, by the settings and the secrets of the environment.
final class Trackers {
    /// The environment variable with the API key of Comet.
    static final String COMET_KEY = "COMET_API_KEY";

    private Trackers() {}

    /// Those that are on; whoever asks closes them.
    ///
    /// @param environment the process's variables
    /// @throws SettingsException if a key is there but not all it needs
    static List<Tracker> of(Settings settings, Map<String, String> environment) {
        Retries retries = Retries.of(
                Duration.ofSeconds(settings.integer(Setting.TRACKING_TIMEOUT)),
                settings.integer(Setting.TRACKING_RETRIES));
        List<Tracker> trackers = new ArrayList<>();
        Optional<String> key = cometKey(settings, environment);
        if (key.isPresent()) {
            trackers.add(comet(settings, key.get(), retries));
        }
        mlflow(settings, environment, retries).ifPresent(trackers::add);
        return trackers;
    }

    /// The one for registered models, if it is on.
    static Optional<MlflowTracker> mlflow(Settings settings, Map<String, String> environment, Retries retries) {
        String address = settings.text(Setting.TRACKING_MLFLOW_URI);
        return address.equals("none")
                ? Optional.empty()
                : Optional.of(new MlflowTracker(
                        address,
                        settings.text(Setting.TRACKING_MLFLOW_EXPERIMENT),
                        settings.text(Setting.TRACKING_MLFLOW_MODEL),
                        authorization(environment),
                        settings.integer(Setting.TRACKING_BATCH),
                        retries));
    }

    private static Tracker comet(Settings settings, String key, Retries retries) {
        String workspace = settings.text(Setting.TRACKING_COMET_WORKSPACE);
        if (workspace.equals("none")) {
            throw new SettingsException("there is an API key of Comet but no workspace to send runs to; set "
                    + Setting.TRACKING_COMET_WORKSPACE.key() + ", or take the key away");
        }
        return new CometTracker(
                settings.text(Setting.TRACKING_COMET_URL),
                workspace,
                settings.text(Setting.TRACKING_COMET_PROJECT),
                key,
                retries);
    }

    private static Optional<String> cometKey(Settings settings, Map<String, String> environment) {
        String given = environment.get(COMET_KEY);
        if (given != null && !given.isBlank()) {
            return Optional.of(given.strip());
        }
        String file = settings.text(Setting.TRACKING_COMET_KEY_FILE);
        if (file.equals("none")) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .findFirst();
        } catch (IOException unreadable) {
            throw new SettingsException(Setting.TRACKING_COMET_KEY_FILE.key()
                    + " must name a file that can be read, was '" + file + "' ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private static String authorization(Map<String, String> environment) {
        String token = environment.get("MLFLOW_TRACKING_TOKEN");
        if (token != null) {
            return "Bearer " + token;
        }
        String user = environment.get("MLFLOW_TRACKING_USERNAME");
        String password = environment.get("MLFLOW_TRACKING_PASSWORD");
        return user == null || password == null
                ? ""
                : "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
