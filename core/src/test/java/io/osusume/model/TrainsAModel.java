package io.osusume.model;

import io.osusume.data.Interactions;
import io.osusume.data.RatingScale;

/// What the contracts need to know about the model they are held against.
public interface TrainsAModel {
    /// How the model is made; the checkerboard has 40 users and 40 items.
    Trainer<?> trainer();

    /// The scale of the ratings the model is given.
    RatingScale scale();

    /// A model that has learnt the checkerboard.
    default Recommender checkerboardModel() {
        Interactions data = SampleInteractions.checkerboard(40, scale());
        return trainer().train(data, RecommenderContract.kernels(2), TrainingListener.SILENT);
    }
}
