package io.osusume.model.net;

import io.osusume.data.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// The rows of `mal-5000` as the parity runs prepared them: codes by first appearance, users with few
/// rows left out.
///
/// @param rows as [TrainingRows] packs them, in the order of the file
record RealRows(List<Long> rows, int userCount, int itemCount) {
    /// @param unscored whether rows with rating 0 stay; they are dropped before the users are counted
    static RealRows read(boolean unscored, int fewestRows) throws IOException {
        List<int[]> read = new ArrayList<>();
        Map<Integer, Integer> counts = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.file("data/mal-5000/animelist.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                int[] row = {Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2])};
                if (unscored || row[2] > 0) {
                    read.add(row);
                    counts.merge(row[0], 1, Integer::sum);
                }
            }
        }
        Map<Integer, Integer> users = new HashMap<>();
        Map<Integer, Integer> items = new HashMap<>();
        List<Long> rows = new ArrayList<>();
        for (int[] row : read) {
            if (counts.getOrDefault(row[0], 0) >= fewestRows) {
                int user = users.computeIfAbsent(row[0], id -> users.size());
                int item = items.computeIfAbsent(row[1], id -> items.size());
                rows.add(TrainingRows.row(user, item, row[2]));
            }
        }
        return new RealRows(rows, users.size(), items.size());
    }

    long[] toArray() {
        return rows.stream().mapToLong(Long::longValue).toArray();
    }
}
