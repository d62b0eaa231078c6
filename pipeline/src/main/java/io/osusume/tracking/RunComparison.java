package io.osusume.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Several runs side by side.
///
/// @param runs in the order they were asked for
/// @param facts data, code and host facts
/// @param parameters settings
/// @param figures the last value of each metric, as text that reads back as the number
public record RunComparison(List<Run> runs, List<Row> facts, List<Row> parameters, List<Row> figures) {
    public RunComparison {
        runs = List.copyOf(runs);
        facts = List.copyOf(facts);
        parameters = List.copyOf(parameters);
        figures = List.copyOf(figures);
    }

    /// One name with its value in each run, null where it has none.
    ///
    /// @param differs whether the values are not all the same
    public record Row(String name, List<@Nullable String> values, boolean differs) {
        static Row of(String name, List<@Nullable String> values) {
            return new Row(
                    name,
                    java.util.Collections.unmodifiableList(new ArrayList<>(values)),
                    values.stream().distinct().count() > 1);
        }
    }

    /// Compares runs.
    public static RunComparison of(List<Run> runs) {
        List<Row> facts = new ArrayList<>();
        facts.add(row(runs, "command", Run::command));
        facts.add(row(runs, "model", Run::model));
        facts.add(row(runs, "code", Run::code));
        facts.addAll(rows(runs, Run::data).stream()
                .map(row -> new Row("data " + row.name(), row.values(), row.differs()))
                .toList());
        facts.addAll(rows(runs, run -> run.host().facts()));
        return new RunComparison(runs, facts, rows(runs, Run::parameters), rows(runs, Run::figures));
    }

    private static Row row(List<Run> runs, String name, Function<Run, @Nullable Object> of) {
        return Row.of(name, values(runs, of));
    }

    private static List<Row> rows(List<Run> runs, Function<Run, ? extends Map<String, ?>> of) {
        TreeSet<String> names = new TreeSet<>();
        runs.forEach(run -> names.addAll(of.apply(run).keySet()));
        return names.stream()
                .map(name -> Row.of(name, values(runs, run -> of.apply(run).get(name))))
                .toList();
    }

    private static List<@Nullable String> values(List<Run> runs, Function<Run, @Nullable Object> of) {
        List<@Nullable String> values = new ArrayList<>();
        for (Run run : runs) {
            Object value = of.apply(run);
            values.add(value == null ? null : value.toString());
        }
        return values;
    }
}
