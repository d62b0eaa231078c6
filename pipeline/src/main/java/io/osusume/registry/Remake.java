package io.osusume.registry;

import io.osusume.artifact.Manifest;
import io.osusume.artifact.Manifest.FileEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// A version compared with what was made from the same data, settings and seed once more: every file
/// by its hash, every measured figure but times by its bits.
///
/// @param files those of either, by name
/// @param figures the names of figures that differ or that one of them lacks, with both values
/// @param surroundings what computed, where that was another one: a sentence each
public record Remake(List<FilePair> files, List<String> figures, List<String> surroundings) {
    private static final Set<String> SURROUNDINGS = Set.of("code", "jvm", "kernels");

    public Remake {
        files = List.copyOf(files);
        figures = List.copyOf(figures);
        surroundings = List.copyOf(surroundings);
    }

    /// One file of both.
    ///
    /// @param what how they stand to each other
    /// @param then the version's, as its manifest says; empty text if it has none
    /// @param now the other's; empty text if it has none
    public record FilePair(String name, What what, String then, String now) {}

    /// How two files stand to each other.
    public enum What {
        /// Bit for bit the same.
        SAME("the same"),
        /// Not the same bits.
        DIFFERS("DIFFERS"),
        /// Only the version has it.
        MISSING("was NOT MADE"),
        /// Only what was made has it.
        ADDED("is NEW");

        private final String word;

        What(String word) {
            this.word = word;
        }

        /// The word in reports.
        public String word() {
            return word;
        }
    }

    /// Compares two manifests.
    ///
    /// @param then of the version
    /// @param now of what was made
    public static Remake of(Manifest then, Manifest now) {
        List<FilePair> files = new ArrayList<>();
        for (String name : union(then.files().keySet(), now.files().keySet())) {
            FileEntry before = then.files().get(name);
            FileEntry after = now.files().get(name);
            What what = before == null
                    ? What.ADDED
                    : after == null ? What.MISSING : before.equals(after) ? What.SAME : What.DIFFERS;
            files.add(new FilePair(
                    name, what, before == null ? "" : before.sha256(), after == null ? "" : after.sha256()));
        }
        List<String> figures = new ArrayList<>();
        for (String name : union(then.metrics().keySet(), now.metrics().keySet())) {
            Double before = then.metrics().get(name);
            Double after = now.metrics().get(name);
            if (!name.endsWith("seconds") && !Objects.equals(before, after)) {
                figures.add(name + ": then " + shown(before) + ", now " + shown(after));
            }
        }
        List<String> surroundings = new ArrayList<>();
        for (String name : new TreeSet<>(SURROUNDINGS)) {
            String before = withoutThreads(then.environment().getOrDefault(name, "unknown"));
            String after = withoutThreads(now.environment().getOrDefault(name, "unknown"));
            if (!before.equals(after)) {
                surroundings.add(name + ": then " + before + ", now " + after);
            }
        }
        return new Remake(files, figures, surroundings);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private static String shown(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? "absent" : value.toString();
    }

    /// How many threads computed decides no bit.
    private static String withoutThreads(String environment) {
        return environment.replaceFirst(", \\d+ threads$", "");
    }

    /// Whether every file is there bit for bit and every figure is the same.
    public boolean same() {
        return figures.isEmpty() && files.stream().allMatch(file -> file.what == What.SAME);
    }
}
