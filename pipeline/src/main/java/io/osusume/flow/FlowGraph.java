package io.osusume.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Stages in an order in which each comes after those it reads from.
///
/// @param stages in that order; those that could stand in either order stand as declared
/// @param outside names of inputs that no stage makes
public record FlowGraph(List<Stage> stages, Set<String> outside) {
    public FlowGraph {
        stages = List.copyOf(stages);
        outside = Set.copyOf(outside);
    }

    /// Joins declared stages.
    ///
    /// @param outside inputs that come from elsewhere
    /// @throws FlowException if two stages have one name or make the same output, an input comes
    ///     from nowhere, or stages
    ///     wait for each other in a circle
    public static FlowGraph of(List<Stage> declared, Set<String> outside) {
        Map<String, Stage> makers = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (Stage stage : declared) {
            if (!names.add(stage.name())) {
                throw new FlowException(
                        "stage '" + stage.name() + "' stands twice in the pipeline; name one otherwise");
            }
            for (String output : stage.outputs()) {
                Stage other = makers.put(output, stage);
                if (other != null) {
                    throw new FlowException("'" + output + "' is made by stage '" + other.name() + "' and by stage '"
                            + stage.name() + "'; one stage makes one thing");
                }
            }
        }
        for (Stage stage : declared) {
            for (String input : stage.inputs()) {
                if (!makers.containsKey(input) && !outside.contains(input)) {
                    throw new FlowException("stage '" + stage.name() + "' reads '" + input
                            + "', which no stage makes; made are "
                            + String.join(", ", new java.util.TreeSet<>(makers.keySet()))
                            + ", from outside come " + String.join(", ", new java.util.TreeSet<>(outside)));
                }
            }
        }
        return new FlowGraph(sorted(declared, makers), outside);
    }

    private static List<Stage> sorted(List<Stage> declared, Map<String, Stage> makers) {
        Set<Stage> sorted = new LinkedHashSet<>();
        while (sorted.size() < declared.size()) {
            Optional<Stage> next = declared.stream()
                    .filter(stage -> !sorted.contains(stage))
                    .filter(stage -> stage.inputs().stream()
                            .allMatch(input -> !makers.containsKey(input) || sorted.contains(makers.get(input))))
                    .findFirst();
            if (next.isEmpty()) {
                throw new FlowException("these stages wait for each other in a circle: "
                        + declared.stream()
                                .filter(stage -> !sorted.contains(stage))
                                .map(Stage::name)
                                .collect(Collectors.joining(", ")));
            }
            sorted.add(next.get());
        }
        return List.copyOf(sorted);
    }

    /// The stage that makes something; empty for what comes from outside.
    public Optional<Stage> maker(String output) {
        return stages.stream().filter(stage -> stage.outputs().contains(output)).findFirst();
    }

    /// The stages a name stands for: one stage, or all that do the same.
    ///
    /// @throws FlowException if it stands for none
    public List<Stage> named(String name) {
        List<Stage> found = stages.stream()
                .filter(stage -> stage.name().equals(name) || stage.does().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw new FlowException("there is no stage '" + name + "'; known are "
                    + stages.stream()
                            .flatMap(stage -> java.util.stream.Stream.of(stage.does(), stage.name()))
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        return found;
    }

    /// The stages up to some, and all they need.
    public FlowGraph until(List<Stage> last) {
        Set<Stage> needed = new HashSet<>(last);
        List<Stage> todo = new ArrayList<>(last);
        while (!todo.isEmpty()) {
            for (String input : todo.removeLast().inputs()) {
                maker(input).filter(needed::add).ifPresent(todo::add);
            }
        }
        return new FlowGraph(stages.stream().filter(needed::contains).toList(), outside);
    }

    /// How many stages stand before each at most, by name.
    Map<String, Integer> depths() {
        Map<String, Integer> depths = new LinkedHashMap<>();
        for (Stage stage : stages) {
            int depth = stage.inputs().stream()
                    .flatMap(input -> maker(input).stream())
                    .mapToInt(maker -> depths.getOrDefault(maker.name(), 0) + 1)
                    .max()
                    .orElse(0);
            depths.put(stage.name(), depth);
        }
        return depths;
    }
}
