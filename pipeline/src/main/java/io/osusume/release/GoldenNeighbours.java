package io.osusume.release;

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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// Well-known titles with the neighbours any fan would expect, written down before any model was asked.
///
/// @param titles in the order of the file, those that are known with one expected neighbour at least
public record GoldenNeighbours(List<Expected> titles) {
    private static final int ABSENT = -1;
    private static final int LONG_LIST = 20;
    private static final int SHORT_LIST = 10;

    /// What is expected of one title.
    ///
    /// @param item the title
    /// @param like other titles of no common franchise
    /// @param mates other parts of its franchise
    public record Expected(int item, Set<Integer> like, Set<Integer> mates) {}

    /// What a model found.
    ///
    /// @param hitRate the share of the titles of which one expected neighbour at least is among the
    ///     first 10
    /// @param recall of the expected neighbours, among the first 20
    /// @param mates the share of the franchise mates among the first 10 when mates are not left out
    public record Found(double hitRate, double recall, double mates) {}

    /// The titles of the file that are among some items; the others are left out.
    public static GoldenNeighbours among(IdIndex items) {
        List<Expected> titles = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(GoldenNeighbours.class.getResourceAsStream("similar-titles.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] words = line.split(" ", 3);
                OptionalInt item = items.index(Long.parseLong(words[1]));
                if (words[0].equals("title")) {
                    titles.add(new Expected(item.orElse(ABSENT), new TreeSet<>(), new TreeSet<>()));
                } else if (item.isPresent()) {
                    Expected title = titles.getLast();
                    (words[0].equals("like") ? title.like() : title.mates()).add(item.getAsInt());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        titles.removeIf(title -> title.item() == ABSENT || title.like().isEmpty());
        return new GoldenNeighbours(titles);
    }

    /// Asks a model.
    ///
    /// @return empty if no title is known
    public Optional<Found> foundBy(SimilarItems model, Franchises franchises) {
        if (titles.isEmpty()) {
            return Optional.empty();
        }
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
        return Optional.of(new Found(
                hits / titles.size(), recall / titles.size(), withMates == 0 ? Double.NaN : mates / withMates));
    }

    private static long count(int[] ranked, int first, Set<Integer> expected) {
        return Arrays.stream(ranked).limit(first).filter(expected::contains).count();
    }
}
