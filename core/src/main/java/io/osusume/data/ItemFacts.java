package io.osusume.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the catalogue knows of each item, by item index: its title, if there is one, its franchise, and what its
/// synopsis means, where that was worked out. Immutable; safe for use by many threads.
public final class ItemFacts {
    private final List<Optional<Title>> titles;
    private final Lazy<Franchises> franchises;
    private final Optional<ItemEmbeddings> embeddings;

    private ItemFacts(List<Optional<Title>> titles, Lazy<Franchises> franchises, Optional<ItemEmbeddings> embeddings) {
        this.titles = titles;
        this.franchises = franchises;
        this.embeddings = embeddings;
    }

    /// The facts of a catalogue about the items of an index. Titles outside the index still tie franchises
    /// together.
    public static ItemFacts of(Catalogue catalogue, IdIndex items) {
        List<Optional<Title>> titles = IntStream.range(0, items.size())
                .mapToObj(item -> catalogue.title(items.id(item)))
                .toList();
        return new ItemFacts(titles, new Lazy<>(() -> Franchises.of(catalogue, items)), Optional.empty());
    }

    /// Nothing is known: every item is a franchise of its own.
    public static ItemFacts unknown(int itemCount) {
        List<Optional<Title>> none = IntStream.range(0, itemCount)
                .<Optional<Title>>mapToObj(_ -> Optional.empty())
                .toList();
        return new ItemFacts(none, new Lazy<>(() -> Franchises.none(itemCount)), Optional.empty());
    }

    /// The same facts and what the synopses mean.
    ///
    /// @throws IllegalArgumentException if the embeddings are of another number of items
    public ItemFacts withEmbeddings(ItemEmbeddings meanings) {
        if (meanings.itemCount() != itemCount()) {
            throw new IllegalArgumentException(
                    "the embeddings are of " + meanings.itemCount() + " items, the facts about " + itemCount());
        }
        return new ItemFacts(titles, franchises, Optional.of(meanings));
    }

    /// The same facts with other franchises.
    ///
    /// @throws IllegalArgumentException if they are of another number of items
    public ItemFacts withFranchises(Franchises others) {
        if (others.byItem().length != itemCount()) {
            throw new IllegalArgumentException(
                    "the franchises are of " + others.byItem().length + " items, the facts about " + itemCount());
        }
        return new ItemFacts(titles, new Lazy<>(() -> others), embeddings);
    }

    public int itemCount() {
        return titles.size();
    }

    /// The title of an item, empty if the catalogue lacks it.
    public Optional<Title> title(int item) {
        return titles.get(item);
    }

    /// Which items belong together.
    public Franchises franchises() {
        return franchises.get();
    }

    /// What the synopses mean, empty if nobody worked it out.
    public Optional<ItemEmbeddings> embeddings() {
        return embeddings;
    }
}
