package io.osusume.data;

/// What models are trained on: who has what, and what is known of each item beside that.
///
/// @param interactions of the training users
/// @param facts by the item indices of the interactions
public record TrainingData(Interactions interactions, ItemFacts facts) {
    /// @throws IllegalArgumentException if the facts are about another number of items
    public TrainingData {
        if (facts.itemCount() != interactions.itemCount()) {
            throw new IllegalArgumentException("the facts are about " + facts.itemCount()
                    + " items, the interactions about " + interactions.itemCount());
        }
    }

    /// Interactions alone: nothing is known of the items.
    public static TrainingData of(Interactions interactions) {
        return new TrainingData(interactions, ItemFacts.unknown(interactions.itemCount()));
    }
}
