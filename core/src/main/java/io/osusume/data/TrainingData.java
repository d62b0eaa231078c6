package io.osusume.data;

import java.util.function.Supplier;

/// What models are trained on: who has what, and what is known of each item beside that. Immutable; safe for use by
/// many threads.
public final class TrainingData {
    private final Lazy<Interactions> interactions;
    private final ItemFacts facts;

    private TrainingData(Lazy<Interactions> interactions, ItemFacts facts) {
        this.interactions = interactions;
        this.facts = facts;
    }

    /// @param interactions of the training users
    /// @param facts by the item indices of the interactions
    /// @throws IllegalArgumentException if the facts are about another number of items
    public TrainingData(Interactions interactions, ItemFacts facts) {
        this(new Lazy<>(() -> interactions), facts);
        check(interactions, facts);
    }

    private static Interactions check(Interactions interactions, ItemFacts facts) {
        if (facts.itemCount() != interactions.itemCount()) {
            throw new IllegalArgumentException("the facts are about " + facts.itemCount()
                    + " items, the interactions about " + interactions.itemCount());
        }
        return interactions;
    }

    /// Interactions alone: nothing is known of the items.
    public static TrainingData of(Interactions interactions) {
        return new TrainingData(interactions, ItemFacts.unknown(interactions.itemCount()));
    }

    /// Interactions that are fetched when somebody first asks, which a model that serves need never do.
    public static TrainingData fetched(Supplier<Interactions> interactions, ItemFacts facts) {
        return new TrainingData(new Lazy<>(() -> check(interactions.get(), facts)), facts);
    }

    /// The interactions of the training users.
    public Interactions interactions() {
        return interactions.get();
    }

    /// What is known of the items, by the item indices of the interactions.
    public ItemFacts facts() {
        return facts;
    }
}
