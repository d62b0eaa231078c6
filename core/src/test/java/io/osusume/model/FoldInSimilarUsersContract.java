package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Profile;
import org.junit.jupiter.api.Test;

/// What a model promises that knows which users are like a list it never saw.
public interface FoldInSimilarUsersContract extends SimilarUsersContract {
    /// Each list is five items of one half.
    @Test
    default void usersLikeAListComeFromTheRightHalf() {
        FoldInSimilarUsers model = (FoldInSimilarUsers) checkerboardModel();
        for (int half = 0; half < 2; half++) {
            Profile profile = Profile.ofItems(half, half + 2, half + 4, half + 8, half + 12);
            Ranking similar = model.similarUsers(profile, 5);
            assertEquals(5, similar.size());
            for (int other : similar.indices()) {
                assertEquals(half, other % 2, "user " + other);
            }
        }
    }
}
