package io.osusume.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All that decides what a stage makes.
///
/// @param inputs content hashes by name
/// @param settings values by key
/// @param code hashes of the classes it uses, by package
public record Fingerprint(
        SortedMap<String, String> inputs, SortedMap<String, String> settings, SortedMap<String, String> code) {
    public Fingerprint {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        code = Collections.unmodifiableSortedMap(new TreeMap<>(code));
    }

    /// Why a stage that last ran with an earlier fingerprint must run again, a phrase each; empty if it
    /// need not.
    List<String> changesSince(Fingerprint earlier) {
        List<String> changes = new ArrayList<>();
        for (String name : all(inputs, earlier.inputs)) {
            if (!same(inputs.get(name), earlier.inputs.get(name))) {
                changes.add("input " + name
                        + (earlier.inputs.containsKey(name)
                                ? inputs.containsKey(name) ? " changed" : " is gone"
                                : " is new"));
            }
        }
        for (String key : all(settings, earlier.settings)) {
            String now = settings.get(key);
            String before = earlier.settings.get(key);
            if (!same(now, before)) {
                changes.add("setting " + key + " changed from " + (before == null ? "nothing" : before) + " to "
                        + (now == null ? "nothing" : now));
            }
        }
        for (String name : all(code, earlier.code)) {
            if (!same(code.get(name), earlier.code.get(name))) {
                changes.add("code of " + name + " changed");
            }
        }
        return changes;
    }

    private static boolean same(@Nullable String now, @Nullable String before) {
        return java.util.Objects.equals(now, before);
    }

    private static Set<String> all(SortedMap<String, String> now, SortedMap<String, String> before) {
        Set<String> all = new TreeSet<>(now.keySet());
        all.addAll(before.keySet());
        return all;
    }
}
