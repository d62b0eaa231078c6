package io.osusume.model;

import io.osusume.data.IdIndex;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.SharedData;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.Split;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// The fixed split of 5,000 real users that all accuracy gates use.
public final class Mal5000 {
    private record Row(long userId, long itemId, int rating, String part) {}

    private Mal5000() {}

    /// Reads the split; all titles of the file are ranked, also those no training user has.
    public static Split split() {
        List<Row> rows = rows();
        IdIndex items = IdIndex.of(rows.stream().mapToLong(Row::itemId).toArray());
        IdIndex users = IdIndex.of(rows.stream()
                .filter(row -> row.part().equals("train"))
                .mapToLong(Row::userId)
                .toArray());
        InteractionsBuilder training = new InteractionsBuilder(users.size(), items.size(), RatingScale.SCORED_ONLY);
        for (Row row : rows) {
            if (row.part().equals("train")) {
                training.add(
                        users.index(row.userId()).orElseThrow(),
                        items.index(row.itemId()).orElseThrow(),
                        row.rating());
            }
        }
        return new Split(
                items, users, training.build(), heldOut(rows, "validation", items), heldOut(rows, "test", items));
    }

    private static List<HeldOutUser> heldOut(List<Row> rows, String part, IdIndex items) {
        Map<Long, List<Row>> byUser = new TreeMap<>();
        for (Row row : rows) {
            if (row.part().startsWith(part)) {
                byUser.computeIfAbsent(row.userId(), _ -> new ArrayList<>()).add(row);
            }
        }
        List<HeldOutUser> users = new ArrayList<>();
        byUser.forEach((userId, theirs) -> {
            List<Row> kept = theirs.stream()
                    .filter(row -> row.part().endsWith("fold-in"))
                    .toList();
            List<Row> apart = theirs.stream()
                    .filter(row -> row.part().endsWith("held-out"))
                    .toList();
            users.add(new HeldOutUser(userId, profile(kept, items), profile(apart, items)));
        });
        return users;
    }

    private static Profile profile(List<Row> rows, IdIndex items) {
        float[] ratings = new float[rows.size()];
        for (int k = 0; k < ratings.length; k++) {
            ratings[k] = RatingScale.SCORED_ONLY.scaled(rows.get(k).rating());
        }
        return Profile.of(indices(rows, items), ratings);
    }

    private static int[] indices(List<Row> rows, IdIndex items) {
        return rows.stream()
                .mapToInt(row -> items.index(row.itemId()).orElseThrow())
                .toArray();
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.file("data/mal-5000/split.csv.gz"))),
                StandardCharsets.UTF_8))) {
            in.readLine(); // the header
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",", -1);
                rows.add(new Row(
                        Long.parseLong(cells[0]), Long.parseLong(cells[1]), Integer.parseInt(cells[2]), cells[3]));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return rows;
    }
}
