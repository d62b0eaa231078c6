package io.osusume.model.original;

import io.osusume.data.Interactions;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.model.Ranking;
import java.util.Arrays;

/// `get_user_recommendations`: each similar user votes for the own preferences, the target's preferences
/// left out.
///
/// As it was: only the target's own top quartile is left out, so what the target has watched and liked
/// less is recommended again; every similar user has one vote a title, however similar; ties go to the
/// title met first, walking the most similar user first and each list in the order of the catalogue.
public final class OriginalVotes {
    private final Interactions training;
    private final OriginalPreferences preferences;

    public OriginalVotes(Interactions training, ItemFacts facts) {
        this.training = training;
        this.preferences = new OriginalPreferences(training.scale(), facts);
    }

    /// The items with the most votes, with the votes as scores.
    ///
    /// @param similarUsers of the training data, the most similar first
    /// @param target whose preferences are left out
    public Ranking recommend(Ranking similarUsers, Profile target, int n) {
        int[] own = preferences.of(target);
        Arrays.sort(own);
        Counted votes = new Counted();
        for (int user : similarUsers.indices()) {
            for (int item : preferences.of(training.profile(user))) {
                if (Arrays.binarySearch(own, item) < 0) {
                    votes.add(item, 1);
                }
            }
        }
        return votes.ranking().first(n);
    }
}
