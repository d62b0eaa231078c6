package io.osusume.model.hybrid;

import io.osusume.data.Profile;
import java.util.Arrays;
import java.util.BitSet;

/// One list and what the first stage says about it. Belongs to one thread.
///
/// Scores are `itemCount` long and owned by the query; nobody writes to them once it is made.
public final class Query {
    /// The mean of scaled ratings taken for a list that has none.
    private static final float USUAL_RATING = 0.75f;

    private final FirstStage base;
    private final Profile profile;
    private final float[] sums;
    private final float[] scores;
    private final float meanRating;
    private final float[] deviations;
    private final float[] logUsers;
    private final BitSet listed;

    /// @param sums as [Neighbours#sum(Profile, float\[\])] gives them
    Query(FirstStage base, Profile profile, float[] sums, float[] scores) {
        this.base = base;
        this.profile = profile;
        this.sums = sums;
        this.scores = scores;
        double mean = profile.meanRating();
        this.meanRating = Double.isNaN(mean) ? USUAL_RATING : (float) mean;
        this.deviations = new float[profile.size()];
        this.logUsers = new float[profile.size()];
        for (int entry = 0; entry < profile.size(); entry++) {
            float rating = profile.rating(entry);
            deviations[entry] = Float.isNaN(rating) ? 0 : rating - meanRating;
            logUsers[entry] = base.items().logUsers(profile.item(entry));
        }
        Arrays.sort(logUsers);
        this.listed = new BitSet(base.items().count());
        for (int entry = 0; entry < profile.size(); entry++) {
            listed.set(profile.item(entry));
        }
    }

    /// The models of the first stage.
    FirstStage base() {
        return base;
    }

    Profile profile() {
        return profile;
    }

    boolean onList(int item) {
        return listed.get(item);
    }

    /// The linear score of an item.
    float sum(int item) {
        return sums[2 * item];
    }

    /// The first stage's score of every item, by which it orders them.
    float[] scores() {
        return scores;
    }

    /// The mean of the list's scaled ratings.
    float meanRating() {
        return meanRating;
    }

    /// The rating of an entry less the mean; 0 where it is not scored.
    float deviation(int entry) {
        return deviations[entry];
    }

    /// The logarithms of `1 + users` of the entries, ascending.
    float[] logUsers() {
        return logUsers;
    }
}
