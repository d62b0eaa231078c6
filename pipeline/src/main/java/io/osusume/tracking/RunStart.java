package io.osusume.tracking;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known when a run begins; each part as in [Run].
public record RunStart(
        String command,
        String model,
        @Nullable String parent,
        String code,
        SortedMap<String, String> data,
        String kernels,
        List<String> tags) {
    public RunStart {
        data = new TreeMap<>(data);
        tags = List.copyOf(tags);
        if (!command.matches("[a-z][a-z-]*") || !model.matches("([a-z][a-z0-9-]*)?")) {
            throw new IllegalArgumentException(
                    "command and model must be words of small letters, were '" + command + "' and '" + model + "'");
        }
    }
}
