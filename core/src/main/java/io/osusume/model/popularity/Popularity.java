package io.osusume.model.popularity;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.model.FoldIn;
import java.util.Map;

/// Scores an item by how many users of the training data have it, for everybody alike.
public final class Popularity implements FoldIn {
    static final String NAME = "popularity";
    static final String USERS = "users";

    private final Interactions training;
    private final float[] users;

    Popularity(Interactions training, float[] users) {
        this.training = training;
        this.users = users;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Interactions training() {
        return training;
    }

    @Override
    public void score(Profile profile, float[] scores) {
        System.arraycopy(users, 0, scores, 0, users.length);
    }

    @Override
    public Tensors state() {
        return Tensors.of(Map.of()).with(USERS, Tensor.of(users, users.length));
    }
}
