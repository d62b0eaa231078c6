package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.tracking.OpenRun;
import io.osusume.tracking.RecordingListener;
import io.osusume.tracking.RecordingSettings;
import io.osusume.tracking.RunStart;
import io.osusume.tracking.RunStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Records what a command does as a run.
final class Tracking {
    private final Workplace workplace;
    private final RunStore store;
    private String parent = "";

    Tracking(Workplace workplace) {
        this.workplace = workplace;
        this.store = new RunStore(workplace.artifacts());
    }

    /// Work that is recorded.
    interface Recorded<T> {
        T with(OpenRun run) throws IOException;
    }

    RunStore store() {
        return store;
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
        Duration interval = Duration.ofSeconds(workplace.settings().integer(Setting.TRACKING_SYSTEM_INTERVAL));
        RecordingListener listener = new RecordingListener() {
            @Override
            public void trouble(String sentence) {
                workplace.tell(sentence);
            }
        };
        try (OpenRun run = store.begin(start, new RecordingSettings(interval), listener)) {
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
