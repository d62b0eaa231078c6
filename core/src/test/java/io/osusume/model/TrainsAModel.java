package io.osusume.model;

import io.osusume.data.Interactions;
import io.osusume.data.ItemFacts;
import io.osusume.data.RatingScale;
import io.osusume.data.TrainingData;

/// What the contracts need to know about the model they are held against.
public interface TrainsAModel {
    /// How the model is made; the checkerboard has 40 users and 40 items.
    Trainer<?> trainer();

    /// The scale of the ratings the model is given.
    RatingScale scale();

    /// What the model is told of the items beside the interactions: nothing, but for models that live on it.
    default ItemFacts facts(int itemCount) {
        return ItemFacts.unknown(itemCount);
    }

    /// A model that has learnt the checkerboard.
    default Recommender checkerboardModel() {
        Interactions interactions = SampleInteractions.checkerboard(40, scale());
        TrainingData data = new TrainingData(interactions, facts(interactions.itemCount()));
        return trainer().train(data, RecommenderContract.kernels(2), TrainingListener.SILENT);
    }
}
