package io.osusume.telemetry;

import java.util.List;
import java.util.Map;

/// More than one watcher.
record Several(List<Telemetry> watchers) implements Telemetry {
    Several {
        watchers = List.copyOf(watchers);
    }

    @Override
    public Running begins(Work work) {
        List<Running> running =
                watchers.stream().map(watcher -> watcher.begins(work)).toList();
        return outcome -> running.reversed().forEach(each -> each.ended(outcome));
    }

    @Override
    public void listed(String model, ListSketch list) {
        watchers.forEach(watcher -> watcher.listed(model, list));
    }

    @Override
    public void filtered(Map<String, Integer> byRule) {
        watchers.forEach(watcher -> watcher.filtered(byRule));
    }
}
