package io.osusume.model.net;

import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.kernel.VectorMath;

/// Finds the user vector that explains a list best while everything else stands still: gradient descent
/// on the loss the net was trained with, in inference mode, from the mean direction of all users.
///
/// The loss depends on the vector's direction alone, so a step goes along the sphere. Steps are few:
/// like the training's own early stop they keep the vector near what all users share unless the list
/// speaks against it. On the validation users of `mal-5000` fewer steps rank better and more predict
/// scores better (8: NDCG@10 .114, absolute error .128; 40: .102, .119; 400: .080, .119).
final class NetFoldIn {
    private static final int STEPS = 40;

    private final NetHead head;
    private final float[] items;
    private final int size;
    private final UnscoredRows unscored;
    private final RatingScale scale;
    private final VectorMath vectors;
    private final float[] start;

    /// @param users directions of the trained users, row-major
    /// @param items directions of the items, row-major
    NetFoldIn(
            NetHead head,
            float[] users,
            float[] items,
            int size,
            UnscoredRows unscored,
            RatingScale scale,
            VectorMath vectors) {
        this.head = head;
        this.items = items;
        this.size = size;
        this.unscored = unscored;
        this.scale = scale;
        this.vectors = vectors;
        start = new float[size];
        for (int offset = 0; offset < users.length; offset += size) {
            vectors.axpy((float) size / users.length, users, offset, start, 0, size);
        }
        normalize(start);
    }

    /// A vector of length 1 for a list; that of the mean user if no entry takes part in training.
    float[] direction(Profile profile) {
        int[] known = new int[profile.size()];
        double[] targets = new double[profile.size()];
        int count = 0;
        for (int k = 0; k < profile.size(); k++) {
            int rating = scale.rating(profile.rating(k));
            if (unscored.trains(rating)) {
                known[count] = profile.item(k) * size;
                targets[count++] = unscored.target(rating);
            }
        }
        float[] user = start.clone();
        float[] gradient = new float[size];
        // The curvature of the loss along a cosine is at most slope^2 / 4: steps of its inverse cannot overshoot.
        float pace = (float) (4 / (head.slope() * head.slope() + 1e-9));
        for (int step = 0; step < STEPS && count > 0; step++) {
            java.util.Arrays.fill(gradient, 0);
            for (int k = 0; k < count; k++) {
                double cosine = vectors.dot(user, 0, items, known[k], size);
                double error = NetHead.sigmoid(head.logit(cosine)) - targets[k];
                vectors.axpy((float) (error * head.slope() / count), items, known[k], gradient, 0, size);
            }
            float along = vectors.dot(gradient, 0, user, 0, size);
            vectors.axpy(-along, user, 0, gradient, 0, size);
            vectors.axpy(-pace, gradient, 0, user, 0, size);
            normalize(user);
        }
        return user;
    }

    private void normalize(float[] vector) {
        float square = vectors.dot(vector, 0, vector, 0, size);
        if (square > 0) {
            vectors.scale((float) (1 / Math.sqrt(square)), vector, 0, size);
        }
    }
}
