package io.osusume.model.rating;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.kernel.VectorMath;
import io.osusume.model.ItemWeights;
import io.osusume.model.RatingPredictor;
import java.util.Map;

/// [DampedMeans], plus what the user's other ratings say: each one's own distance from what the means expect,
/// times the weight that leads from its item to the one asked for, times `strength`.
public final class RatingRegression implements RatingPredictor {
    static final String NAME = "rating-regression";
    private static final String STRENGTH = "strength";

    private final DampedMeans means;
    private final ItemWeights weights;
    private final double strength;

    RatingRegression(DampedMeans means, ItemWeights weights, double strength) {
        this.means = means;
        this.weights = weights;
        this.strength = strength;
    }

    static RatingRegression of(Tensors state, Interactions training, VectorMath vectors) {
        return new RatingRegression(
                DampedMeans.of(state, training),
                ItemWeights.of(state, training, vectors),
                Double.parseDouble(state.attribute(STRENGTH)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int itemCount() {
        return means.itemCount();
    }

    /// The means it starts from.
    public DampedMeans means() {
        return means;
    }

    @Override
    public void predict(Profile profile, float[] ratings) {
        double userDeviation = means.userDeviation(profile);
        weights.weightedSum(profile, means.residuals(profile), ratings);
        for (int item = 0; item < ratings.length; item++) {
            ratings[item] = (float) Math.clamp(means.expected(userDeviation, item) + strength * ratings[item], 0, 1);
        }
    }

    /// Everything needed to restore it beside its training interactions; shares its arrays.
    public Tensors state() {
        return weights.addedTo(
                Tensors.of(Map.of(STRENGTH, Double.toString(strength))).withAll("", means.state()));
    }
}
