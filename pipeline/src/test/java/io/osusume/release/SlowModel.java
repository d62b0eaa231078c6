package io.osusume.release;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.model.FoldIn;
import io.osusume.model.Recommender;

/// A model that scores a list forty times before it answers.
record SlowModel(Recommender model) implements FoldIn {
    @Override
    public void score(Profile profile, float[] scores) {
        for (int round = 0; round < 40; round++) {
            ((FoldIn) model).score(profile, scores);
        }
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Interactions training() {
        return model.training();
    }

    @Override
    public Tensors state() {
        return model.state();
    }
}
