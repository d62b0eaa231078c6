package io.osusume.recommend;

import io.osusume.data.Catalogue;
import io.osusume.data.Franchises;
import io.osusume.data.GenreDistance;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.Lazy;
import io.osusume.data.Title;
import io.osusume.franchise.WatchingOrder;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import io.osusume.model.rerank.ItemTraits;
import io.osusume.model.rerank.PopularityScale;
import io.osusume.model.rerank.TakesWishes;
import io.osusume.registry.LoadedModel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// A loaded model and what answering needs to know of its items beside it. Safe for use by many threads.
final class Served {
    /// How many titles a dislike lowers.
    private static final int ALIKE = 100;

    private final LoadedModel loaded;
    private final List<Optional<Title>> titles; // by item
    private final FilterTable filters;
    private final Lazy<ItemTraits> traits;
    private final Map<String, Trait> traitOfFeature = new ConcurrentHashMap<>();

    Served(LoadedModel loaded, Clock clock) {
        this.loaded = loaded;
        this.titles = titles(loaded.items(), loaded.catalogue());
        this.filters = new FilterTable(titles, clock);
        this.traits = new Lazy<>(() -> traitsOf(loaded));
    }

    /// The title of each item, empty where the catalogue lacks it.
    static List<Optional<Title>> titles(IdIndex items, Catalogue catalogue) {
        return IntStream.range(0, items.size())
                .mapToObj(item -> catalogue.title(items.id(item)))
                .toList();
    }

    private static ItemTraits traitsOf(LoadedModel loaded) {
        ItemFacts facts = loaded.facts();
        WatchingOrder order =
                loaded.order().orElseGet(() -> WatchingOrder.of(facts, loaded.catalogue(), loaded.items()));
        if (loaded.model() instanceof TakesWishes model) {
            return model.traits().with(order);
        }
        return new ItemTraits(
                PopularityScale.of(loaded.model().training().itemCounts()),
                facts.franchises(),
                GenreDistance.of(facts),
                order);
    }

    LoadedModel loaded() {
        return loaded;
    }

    FilterTable filters() {
        return filters;
    }

    ItemTraits traits() {
        return traits.get();
    }

    /// In which order the parts of franchises are watched.
    WatchingOrder order() {
        return Objects.requireNonNull(traits().order(), "made with the traits");
    }

    Franchises franchises() {
        return traits().franchises();
    }

    /// The title of an item that passed a filter, so has one.
    Title title(int item) {
        return known(item).orElseThrow();
    }

    Optional<Title> known(int item) {
        return titles.get(item);
    }

    /// The trait a feature of the ranker belongs to.
    Trait trait(String feature) {
        return traitOfFeature.computeIfAbsent(feature, name -> Trait.of(name).orElse(Trait.MATCH));
    }

    /// The items most like one; none where the model does not know.
    Ranking alike(int item) {
        return loaded.model() instanceof SimilarItems model
                ? model.similarItems(item, ALIKE)
                : Ranking.of(new int[0], new float[0]);
    }
}
