package io.osusume.train;

import io.osusume.artifact.ArtifactException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `epochs.csv` beside a model: `epoch,metric,value`, one metric of one epoch a line.
public final class EpochsFile {
    /// The file's name.
    public static final String FILE = "epochs.csv";

    private static final String HEADER = "epoch,metric,value";

    private EpochsFile() {}

    /// Writes the epochs into a folder; nothing if there are none.
    public static void write(Path folder, List<Epoch> epochs) throws IOException {
        if (epochs.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Epoch epoch : epochs) {
            epoch.metrics().forEach((metric, value) -> text.append(epoch.epoch() + "," + metric + "," + value + "\n"));
        }
        Files.writeString(folder.resolve(FILE), text, StandardCharsets.UTF_8);
    }

    /// The epochs a folder holds, in their order; none if there is no such file.
    ///
    /// @throws ArtifactException if a line is not as [#write] leaves it
    public static List<Epoch> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        Map<Integer, TreeMap<String, Double>> byEpoch = new TreeMap<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int k = 1; k < lines.size(); k++) {
            String[] cells = lines.get(k).split(",", -1);
            try {
                byEpoch.computeIfAbsent(Integer.valueOf(cells[0]), _ -> new TreeMap<>())
                        .put(cells[1], Double.valueOf(cells[2]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException broken) {
                throw new ArtifactException(
                        file + " line " + (k + 1) + ": expected " + HEADER + ", found '" + lines.get(k) + "'", broken);
            }
        }
        List<Epoch> epochs = new ArrayList<>();
        byEpoch.forEach((number, metrics) -> epochs.add(new Epoch(number, metrics)));
        return epochs;
    }
}
