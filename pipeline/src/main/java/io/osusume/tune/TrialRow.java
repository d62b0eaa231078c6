package io.osusume.tune;

import io.osusume.artifact.ArtifactException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How a trial is written as a line of the log:
/// `trial,rung,users,` the settings by key, `ndcg@10,recall@20,seconds,state`.
///
/// The state is `done`, or `failed` with empty figures. Figures have all their digits, so that a search taken up again
/// decides as it would have.
record TrialRow(Path file, SearchSpace space) {
    private static final List<String> BEFORE = List.of("trial", "rung", "users");
    private static final List<String> AFTER = List.of("ndcg@10", "recall@20", "seconds", "state");
    private static final String DONE = "done";
    private static final String FAILED = "failed";

    String header() {
        List<String> names = new ArrayList<>(BEFORE);
        names.addAll(space.keys());
        names.addAll(AFTER);
        return String.join(",", names);
    }

    String write(Trial trial) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(trial.number()));
        cells.add(Integer.toString(trial.rung()));
        cells.add(Integer.toString(trial.users()));
        space.keys().forEach(key -> cells.add(String.valueOf(trial.values().get(key))));
        Trial.Figures figures = trial.figures();
        cells.add(figures == null ? "" : Double.toString(figures.ndcg()));
        cells.add(figures == null ? "" : Double.toString(figures.recall()));
        cells.add(String.format(Locale.ROOT, "%.2f", trial.seconds()));
        cells.add(figures == null ? FAILED : DONE);
        return String.join(",", cells);
    }

    /// @param number of the line, from 1 on
    Trial read(int number, String line) {
        String[] cells = line.split(",", -1);
        int settings = space.keys().size();
        int after = BEFORE.size() + settings;
        if (cells.length != after + AFTER.size()) {
            throw wrong(number, line);
        }
        try {
            Map<String, String> values = new LinkedHashMap<>();
            for (int k = 0; k < settings; k++) {
                values.put(space.keys().get(k), cells[BEFORE.size() + k]);
            }
            Trial.Figures figures = switch (cells[after + 3]) {
                case DONE -> new Trial.Figures(Double.parseDouble(cells[after]), Double.parseDouble(cells[after + 1]));
                case FAILED -> null;
                default -> throw wrong(number, line);
            };
            return new Trial(
                    Integer.parseInt(cells[0]),
                    Integer.parseInt(cells[1]),
                    Integer.parseInt(cells[2]),
                    values,
                    figures,
                    Double.parseDouble(cells[after + 2]));
        } catch (NumberFormatException notANumber) {
            throw wrong(number, line);
        }
    }

    private ArtifactException wrong(int number, String line) {
        return new ArtifactException(file + " line " + number + ": expected " + header() + ", found '" + line
                + "'; remove the line to have the trial run again");
    }
}
