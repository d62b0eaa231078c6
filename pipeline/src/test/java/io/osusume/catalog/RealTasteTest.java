package io.osusume.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Facet;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.SharedData;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.Split;
import io.osusume.model.Mal5000;
import io.osusume.model.original.OriginalGenres;
import io.osusume.model.original.OriginalPreferences;
import io.osusume.model.taste.Habit;
import io.osusume.model.taste.Habits;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Favourite genres of real lists, judged by the entries that were held out.
@Tag("shared")
class RealTasteTest {
    private static final int FAVOURITES = 3;

    @Test
    void favouriteGenresSayMoreOfHeldOutEntriesThanTheOriginalsCounts() throws IOException {
        Split split = Mal5000.split();
        ItemFacts facts = ItemFacts.of(
                CatalogueCsv.readFolder(Objects.requireNonNull(
                        SharedData.file("data/mal-2020/anime.csv.zip").getParent())),
                split.items());
        OriginalPreferences preferences =
                new OriginalPreferences(split.training().scale(), facts);
        Habits habits = Habits.of(Facet.GENRE, new TrainingData(split.training(), facts));
        assertEquals(
                1.13,
                lift(
                        split,
                        facts,
                        profile -> OriginalGenres.counts(preferences.of(profile), facts)
                                .keySet()),
                .05);
        assertEquals(
                1.85,
                lift(
                        split,
                        facts,
                        profile -> habits.of(profile).stream().map(Habit::word).toList()),
                .05);
    }

    /// The share of the held-out entries that have one of the favourites, over the share of all entries
    /// that have one.
    private static double lift(Split split, ItemFacts facts, Function<Profile, Collection<String>> favourites) {
        int[] users = split.training().itemCounts();
        double heldOut = 0;
        double usual = 0;
        for (HeldOutUser user : split.validation()) {
            List<String> words =
                    favourites.apply(user.foldIn()).stream().limit(FAVOURITES).toList();
            boolean[] hasOne = new boolean[users.length];
            long entries = 0;
            for (int item = 0; item < users.length; item++) {
                hasOne[item] = facts.title(item)
                        .map(title -> title.genres().stream().anyMatch(words::contains))
                        .orElse(false);
                entries += hasOne[item] ? users[item] : 0;
            }
            usual += (double) entries / split.training().size();
            heldOut += (double) IntStream.of(user.heldOut())
                            .filter(item -> hasOne[item])
                            .count()
                    / user.heldOut().length;
        }
        return heldOut / usual;
    }
}
