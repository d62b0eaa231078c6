package io.osusume.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The measured numbers of one run, by name.
public final class RunMetrics {
    /// What the names of metrics of the computer begin with.
    public static final String SYSTEM = "sys.";

    private final List<MetricLine> lines;
    private final SortedMap<String, SortedMap<Integer, Double>> curves = new TreeMap<>();
    private final SortedMap<String, Double> last = new TreeMap<>();

    /// @param lines in the order they were measured
    public RunMetrics(List<MetricLine> lines) {
        this.lines = List.copyOf(lines);
        for (MetricLine line : lines) {
            @Nullable Integer step = line.step();
            if (step != null) {
                curves.computeIfAbsent(line.name(), _ -> new TreeMap<>()).put(step, line.value());
            }
            last.put(line.name(), line.value());
        }
    }

    /// All lines in their order.
    public List<MetricLine> lines() {
        return lines;
    }

    /// The names of what has a value a step, without those of the computer.
    public List<String> curves() {
        return curves.keySet().stream().filter(name -> !isSystem(name)).toList();
    }

    /// The values of a metric by step; empty if it has none.
    public SortedMap<Integer, Double> curve(String name) {
        return new TreeMap<>(curves.getOrDefault(name, new TreeMap<>()));
    }

    /// The last value of each metric, without those of the computer.
    public SortedMap<String, Double> last() {
        SortedMap<String, Double> figures = new TreeMap<>(last);
        figures.keySet().removeIf(RunMetrics::isSystem);
        return figures;
    }

    /// The names of metrics of the computer.
    public List<String> system() {
        return new ArrayList<>(
                last.keySet().stream().filter(RunMetrics::isSystem).toList());
    }

    /// Whether a metric is one of the computer, not of the model.
    public static boolean isSystem(String name) {
        return name.startsWith(SYSTEM);
    }
}
