package io.osusume.train;

import io.osusume.data.Franchises;
import io.osusume.data.IdIndex;
import io.osusume.model.SimilarItems;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Well-known titles with the neighbours any fan would expect, written down before any model was asked.
///
/// @param titles in the order of the file
record ExpectedNeighbours(List<Expected> titles) {
    private static final int LONG_LIST = 20;
    private static final int SHORT_LIST = 10;

    /// What is expected of one title.
    ///
    /// @param item the title
    /// @param like other titles of no common franchise
    /// @param mates other parts of its franchise
    record Expected(int item, Set<Integer> like, Set<Integer> mates) {}

    /// What a model found.
    ///
    /// @param hitRate the share of the titles of which one expected neighbour at least is among the first 10
    /// @param recall of the expected neighbours, among the first 20
    /// @param mates the share of the franchise mates among the first 10 when mates are not left out
    record Found(double hitRate, double recall, double mates) {}

    static ExpectedNeighbours read(IdIndex items) {
        List<Expected> titles = new ArrayList<>();
        try (InputStream in =
                        Objects.requireNonNull(ExpectedNeighbours.class.getResourceAsStream("similar-titles.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] words = line.split(" ", 3);
                int item = items.index(Long.parseLong(words[1]))
                        .orElseThrow(() -> new IllegalArgumentException("the data lacks " + words[2]));
                switch (words[0]) {
                    case "title" -> titles.add(new Expected(item, new TreeSet<>(), new TreeSet<>()));
                    case "like" -> titles.getLast().like().add(item);
                    case "mate" -> titles.getLast().mates().add(item);
                    default -> throw new IllegalArgumentException("not a word of the file: " + words[0]);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new ExpectedNeighbours(List.copyOf(titles));
    }

    Found foundBy(SimilarItems model, Franchises franchises) {
        double hits = 0;
        double recall = 0;
        double mates = 0;
        int withMates = 0;
        for (Expected title : titles) {
            int[] all = model.similarItems(title.item, Integer.MAX_VALUE >> 1).indices();
            int[] strangers = Arrays.stream(all)
                    .filter(other -> franchises.of(other) != franchises.of(title.item) && !title.mates.contains(other))
                    .limit(LONG_LIST)
                    .toArray();
            hits += count(strangers, SHORT_LIST, title.like) > 0 ? 1 : 0;
            recall += (double) count(strangers, LONG_LIST, title.like) / title.like.size();
            if (!title.mates.isEmpty()) {
                withMates++;
                mates += (double) count(all, SHORT_LIST, title.mates) / title.mates.size();
            }
        }
        return new Found(hits / titles.size(), recall / titles.size(), mates / withMates);
    }

    private static long count(int[] ranked, int first, Set<Integer> expected) {
        return Arrays.stream(ranked).limit(first).filter(expected::contains).count();
    }
}
