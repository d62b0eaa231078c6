package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.app.settings.SettingsException;
import io.osusume.tracking.OpenRun;
import io.osusume.tracking.RecordingListener;
import io.osusume.tracking.RecordingSettings;
import io.osusume.tracking.RunStart;
import io.osusume.tracking.RunStore;
import io.osusume.tracking.remote.Courier;
import io.osusume.tracking.remote.Delivery;
import io.osusume.tracking.remote.Tracker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Records what a command does as a run, and has it sent to the trackers of the settings.
final class Tracking {
    private final Workplace workplace;
    private final Map<String, String> environment;
    private final RunStore store;
    private final Set<String> absent = new HashSet<>(); // trackers that did not take an earlier run of this command
    private String parent = "";

    Tracking(Workplace workplace, Map<String, String> environment) {
        this.workplace = workplace;
        this.environment = environment;
        this.store = new RunStore(workplace.artifacts());
    }

    /// Work that is recorded.
    interface Recorded<T> {
        T with(OpenRun run) throws IOException;
    }

    RunStore store() {
        return store;
    }

    /// The trackers that are on; whoever asks closes them.
    List<Tracker> trackers() {
        return Trackers.of(workplace.settings(), environment);
    }

    /// Like [#trackers()], but no work ends because a tracker is not set up.
    private List<Tracker> usable() {
        try {
            return trackers();
        } catch (SettingsException incomplete) {
            if (absent.add("settings")) {
                workplace.tell("runs are recorded here only: " + incomplete.getMessage());
            }
            return List.of();
        }
    }

    Delivery delivery(Tracker tracker) {
        long most = workplace.settings().longInteger(Setting.TRACKING_MAX_ASSET_BYTES);
        return new Delivery(store, tracker, most);
    }

    /// Records one piece of work; what it throws is thrown on, after the run has noted that it failed.
    ///
    /// @param command what is done: `train`, ...
    /// @param model the family, empty if it is about none or several
    /// @param data what it works on, by name
    /// @param kernels the names of what computes
    <T> T record(String command, String model, Map<String, String> data, String kernels, Recorded<T> work)
            throws IOException {
        RunStart start = new RunStart(
                command,
                model,
                parent.isEmpty() ? null : parent,
                CodeVersion.describe(),
                new TreeMap<>(data),
                kernels,
                List.of());
        List<Tracker> trackers = usable();
        List<Courier> couriers = new ArrayList<>();
        try {
            for (Tracker tracker : trackers) {
                couriers.add(Courier.start(delivery(tracker), tracker.name(), patience(tracker), workplace::tell));
            }
            return record(start, couriers, work);
        } finally {
            for (int k = 0; k < couriers.size(); k++) {
                couriers.get(k).close();
                if (!couriers.get(k).complete()) {
                    absent.add(trackers.get(k).name());
                }
            }
            trackers.forEach(Tracker::close);
        }
    }

    private <T> T record(RunStart start, List<Courier> couriers, Recorded<T> work) throws IOException {
        Settings settings = workplace.settings();
        RecordingListener listener = new RecordingListener() {
            @Override
            public void news(String id) {
                couriers.forEach(courier -> courier.news(id));
            }

            @Override
            public void trouble(String sentence) {
                workplace.tell(sentence);
            }
        };
        RecordingSettings recording =
                new RecordingSettings(Duration.ofSeconds(settings.integer(Setting.TRACKING_SYSTEM_INTERVAL)));
        try (OpenRun run = store.begin(start, recording, listener)) {
            try {
                T result = work.with(run);
                run.finish();
                return result;
            } catch (IOException | RuntimeException failed) {
                run.fail(Failures.reason(failed));
                throw failed;
            }
        }
    }

    /// How long to wait at the end of a run: not again for a tracker that was not there before.
    private Duration patience(Tracker tracker) {
        return absent.contains(tracker.name())
                ? Duration.ZERO
                : Duration.ofSeconds(workplace.settings().integer(Setting.TRACKING_PATIENCE));
    }

    /// Records work whose parts are runs of their own.
    <T> T recordWhole(String command, Map<String, String> data, String kernels, Recorded<T> work) throws IOException {
        return record(command, "", data, kernels, run -> {
            String outer = parent;
            parent = run.id();
            try {
                return work.with(run);
            } finally {
                parent = outer;
            }
        });
    }
}
