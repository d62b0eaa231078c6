package io.osusume.assistant;

import io.osusume.data.AgeRating;

/// The age classes a fan can choose, the youngest first.
enum AgeWord {
    ALL_AGES(AgeRating.ALL_AGES),
    CHILDREN(AgeRating.CHILDREN),
    TEENS(AgeRating.TEENS),
    VIOLENCE(AgeRating.VIOLENCE),
    MILD_NUDITY(AgeRating.MILD_NUDITY),
    ADULT(AgeRating.ADULT);

    private final AgeRating rating;

    AgeWord(AgeRating rating) {
        this.rating = rating;
    }

    AgeRating rating() {
        return rating;
    }
}
