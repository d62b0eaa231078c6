package io.osusume.taste;

import io.osusume.data.Catalogue;
import io.osusume.data.Facet;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Title;
import io.osusume.model.taste.Habit;
import io.osusume.model.taste.Habits;
import io.osusume.recommend.RatedItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads a [Taste] out of a list, beside all lists of the community: how often a title stands on these is told by the
/// catalogue's number of members. Immutable and safe for use by many threads.
public final class TasteReader {
    /// The facets in the order in which they are told.
    public static final List<Facet> FACETS =
            List.of(Facet.GENRE, Facet.STUDIO, Facet.ERA, Facet.TYPE, Facet.SOURCE, Facet.LENGTH);

    private static final int FAVOURITES = 8;
    private static final int FEWEST = 2; // one title is chance
    private static final int RARER = 3;
    private static final double CLEARLY_RARER = .7;
    private static final int PICKS = 6;

    private final Catalogue catalogue;
    private final IdIndex items;
    private final List<Habits> habits = new ArrayList<>();

    /// Looks at the whole catalogue once.
    public TasteReader(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.items = IdIndex.of(
                catalogue.titles().stream().mapToLong(Title::itemId).sorted().toArray());
        ItemFacts facts = ItemFacts.of(catalogue, items);
        int[] members = new int[items.size()];
        boolean any = catalogue.titles().stream().anyMatch(title -> title.members() > 0);
        for (int item = 0; item < members.length; item++) {
            members[item] = any ? facts.title(item).map(Title::members).orElse(0) : 1;
        }
        for (Facet facet : FACETS) {
            habits.add(Habits.of(facet, facts, members));
        }
    }

    /// What a list says; titles the catalogue lacks say nothing.
    public Taste read(List<RatedItem> watched) {
        Map<Integer, Integer> ratings = new TreeMap<>();
        for (RatedItem item : watched) {
            items.index(item.itemId()).ifPresent(index -> ratings.put(index, item.rating()));
        }
        Profile profile = profile(ratings);
        List<FacetTaste> facets = new ArrayList<>();
        for (int k = 0; k < FACETS.size(); k++) {
            FacetTaste taste = facet(FACETS.get(k), habits.get(k).of(profile));
            if (!taste.favourites().isEmpty()) {
                facets.add(taste);
            }
        }
        List<ScoredPair> pairs = pairs(ratings);
        return new Taste(
                profile.size(),
                facets,
                ScoredPair.habits(pairs),
                ScoredPair.contrarian(pairs, 1, PICKS),
                ScoredPair.contrarian(pairs, -1, PICKS));
    }

    private static FacetTaste facet(Facet facet, List<Habit> words) {
        return new FacetTaste(
                facet,
                words.stream()
                        .filter(habit -> habit.fondness() > 0 && habit.entries() >= FEWEST)
                        .limit(FAVOURITES)
                        .toList(),
                words.stream()
                        .filter(habit -> habit.lift() < CLEARLY_RARER && habit.fondness() < 0)
                        .sorted(Comparator.comparingDouble(Habit::lift).thenComparing(Habit::word))
                        .limit(RARER)
                        .toList());
    }

    private static Profile profile(Map<Integer, Integer> ratings) {
        int[] entries = new int[ratings.size()];
        float[] scaled = new float[entries.length];
        int k = 0;
        for (Map.Entry<Integer, Integer> entry : ratings.entrySet()) {
            entries[k] = entry.getKey();
            scaled[k++] = RatingScale.SCORED_ONLY.scaled(entry.getValue());
        }
        return Profile.of(entries, scaled);
    }

    private List<ScoredPair> pairs(Map<Integer, Integer> ratings) {
        List<ScoredPair> pairs = new ArrayList<>();
        ratings.forEach((item, rating) -> {
            Optional<Title> title = catalogue.title(items.id(item));
            if (rating > 0 && title.isPresent() && !Double.isNaN(title.get().score())) {
                pairs.add(new ScoredPair(title.get(), rating));
            }
        });
        return pairs;
    }
}
