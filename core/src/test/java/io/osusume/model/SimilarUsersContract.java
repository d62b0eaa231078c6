package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/// What a model promises that knows which users are alike.
public interface SimilarUsersContract extends TrainsAModel {
    @Test
    default void similarUsersComeFromTheRightHalf() {
        SimilarUsers model = (SimilarUsers) checkerboardModel();
        for (int user = 0; user < 40; user++) {
            Ranking similar = model.similarUsers(user, 5);
            assertEquals(5, similar.size(), "user " + user);
            for (int other : similar.indices()) {
                assertEquals(user % 2, other % 2, "users " + user + " and " + other);
            }
        }
    }

    @Test
    default void aUserIsNeverSimilarToThemselves() {
        SimilarUsers model = (SimilarUsers) checkerboardModel();
        for (int user = 0; user < 40; user++) {
            for (int other : model.similarUsers(user, 1000).indices()) {
                assertFalse(other == user, "user " + user);
            }
        }
    }
}
