package io.osusume.model.rating;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.model.RatingPredictor;
import java.util.Map;

/// The mean of all ratings, plus how far the item's ratings lie from it, plus how far the user's do: each
/// deviation damped by counting some ratings more that deviate by nothing.
///
/// An item nobody scored deviates by 0, and so does a user without a score. It owns its array.
public final class DampedMeans implements RatingPredictor {
    static final String NAME = "damped-means";
    private static final String MEAN = "mean";
    private static final String USER_DAMPING = "user-damping";
    private static final String ITEM_DEVIATIONS = "item-deviations";

    private final double mean;
    private final double userDamping;
    private final float[] itemDeviations;

    DampedMeans(double mean, double userDamping, float[] itemDeviations) {
        this.mean = mean;
        this.userDamping = userDamping;
        this.itemDeviations = itemDeviations;
    }

    static DampedMeans of(Tensors state, Interactions training) {
        state.floats(ITEM_DEVIATIONS, training.itemCount());
        return of(state);
    }

    static DampedMeans of(Tensors state) {
        return new DampedMeans(
                Double.parseDouble(state.attribute(MEAN)),
                Double.parseDouble(state.attribute(USER_DAMPING)),
                state.floats(ITEM_DEVIATIONS));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int itemCount() {
        return itemDeviations.length;
    }

    /// The mean rating of all entries that have one.
    public double mean() {
        return mean;
    }

    /// How far a user's ratings lie from what the items alone let expect, in [-1, 1].
    public double userDeviation(Profile profile) {
        double sum = 0;
        int scored = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            if (!Float.isNaN(profile.rating(entry))) {
                sum += profile.rating(entry) - mean - itemDeviations[profile.item(entry)];
                scored++;
            }
        }
        return scored == 0 ? 0 : sum / (scored + userDamping);
    }

    /// The rating expected of one item, which may lie outside [0, 1].
    ///
    /// @param userDeviation what [#userDeviation(Profile)] gave
    double expected(double userDeviation, int item) {
        return mean + userDeviation + itemDeviations[item];
    }

    /// How far each rating of a user lies from what is expected; 0 where there is none.
    ///
    /// @return one an entry, owned by the caller
    float[] residuals(Profile profile) {
        double userDeviation = userDeviation(profile);
        float[] residuals = new float[profile.size()];
        for (int entry = 0; entry < residuals.length; entry++) {
            float rating = profile.rating(entry);
            residuals[entry] =
                    Float.isNaN(rating) ? 0 : (float) (rating - expected(userDeviation, profile.item(entry)));
        }
        return residuals;
    }

    @Override
    public void predict(Profile profile, float[] ratings) {
        double userDeviation = userDeviation(profile);
        for (int item = 0; item < ratings.length; item++) {
            ratings[item] = (float) Math.clamp(expected(userDeviation, item), 0, 1);
        }
    }

    /// Everything needed to restore it; shares its array.
    public Tensors state() {
        return Tensors.of(Map.of(MEAN, Double.toString(mean), USER_DAMPING, Double.toString(userDamping)))
                .with(ITEM_DEVIATIONS, Tensor.of(itemDeviations, itemDeviations.length));
    }
}
