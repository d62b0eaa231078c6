package io.osusume.registry;

import io.osusume.artifact.Manifest;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where a version comes from, read from its manifest: code and settings, prepared data, raw files.
///
/// @param family the trainer's word
/// @param code the program's version
/// @param data one hash for all the prepared data, in hexadecimal
/// @param prepared when the data was prepared, as its manifest says; empty in versions of earlier
///     programs
/// @param raw hashes of the raw files by their names; empty in versions of earlier programs
/// @param settings every setting in force that decides what model comes out, by its key; empty in
///     versions of earlier
///     programs, which know only the trainer's own
/// @param completes the version this is another one of, with insights added
public record Lineage(
        String family,
        String code,
        String data,
        Optional<String> prepared,
        SortedMap<String, String> raw,
        SortedMap<String, String> settings,
        Optional<String> completes) {
    private static final String SETTING = "setting ";

    public Lineage {
        raw = Collections.unmodifiableSortedMap(new TreeMap<>(raw));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /// What a manifest of a version says.
    public static Lineage of(Manifest manifest) {
        SortedMap<String, String> raw = new TreeMap<>();
        manifest.inputs().forEach((name, from) -> {
            if (from.startsWith("sha256:")) {
                raw.put(name, from);
            }
        });
        SortedMap<String, String> settings = new TreeMap<>();
        manifest.environment().forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), value);
            }
        });
        return new Lineage(
                manifest.inputs().getOrDefault("family", ""),
                manifest.environment().getOrDefault("code", ""),
                manifest.inputs().getOrDefault("data", ""),
                Optional.ofNullable(manifest.inputs().get("prepared")),
                raw,
                settings,
                Optional.ofNullable(manifest.inputs().get(ModelRegistry.COMPLETES)));
    }

    /// Settings as a manifest's environment holds them.
    static SortedMap<String, String> environment(SortedMap<String, String> settings) {
        SortedMap<String, String> environment = new TreeMap<>();
        settings.forEach((key, value) -> environment.put(SETTING + key, value));
        return environment;
    }
}
