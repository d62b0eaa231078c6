package io.osusume.model.taste;

import io.osusume.data.Profile;

/// The mean of what is scored.
final class Ratings {
    private Ratings() {}

    /// The mean of a list's scaled ratings; `NaN` if none is scored.
    static double mean(Profile profile) {
        double sum = 0;
        int scored = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            if (!Float.isNaN(profile.rating(entry))) {
                sum += profile.rating(entry);
                scored++;
            }
        }
        return sum / scored;
    }
}
