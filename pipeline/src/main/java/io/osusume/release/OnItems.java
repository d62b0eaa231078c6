package io.osusume.release;

import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.model.FoldIn;
import java.util.Arrays;

/// A model that knows other items, or the same in another order, judged on those of a split: a list's
/// entries it does
/// not know are left out, items it does not know are never recommended.
final class OnItems implements FoldIn {
    private static final int ABSENT = -1;

    private final FoldIn model;
    private final Interactions split;
    private final int[] toModel;

    private OnItems(FoldIn model, Interactions split, int[] toModel) {
        this.model = model;
        this.split = split;
        this.toModel = toModel;
    }

    /// A model on other items.
    ///
    /// @param known the items of the model
    /// @param wanted the items of the split
    /// @param split its training data, of which only the number of items counts
    static OnItems of(FoldIn model, IdIndex known, IdIndex wanted, Interactions split) {
        int[] toModel = new int[wanted.size()];
        for (int item = 0; item < toModel.length; item++) {
            toModel[item] = known.index(wanted.id(item)).orElse(ABSENT);
        }
        return new OnItems(model, split, toModel);
    }

    /// The part of a list that the model knows, by its own indices.
    Profile known(Profile profile) {
        int[] items = new int[profile.size()];
        float[] ratings = new float[profile.size()];
        int size = 0;
        for (int k = 0; k < profile.size(); k++) {
            int item = toModel[profile.item(k)];
            if (item != ABSENT) {
                items[size] = item;
                ratings[size++] = profile.rating(k);
            }
        }
        return Profile.of(Arrays.copyOf(items, size), Arrays.copyOf(ratings, size));
    }

    @Override
    public void score(Profile profile, float[] scores) {
        float[] own = new float[model.itemCount()];
        model.score(known(profile), own);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = toModel[item] == ABSENT ? Float.NEGATIVE_INFINITY : own[toModel[item]];
        }
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Interactions training() {
        return split;
    }

    @Override
    public Tensors state() {
        return model.state();
    }
}
