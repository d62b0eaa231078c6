package io.osusume.model.audience;

import java.util.List;

/// The users who have one item.
///
/// @param users how many
/// @param byPoints how many of them gave it no score, 1, 2, ... 10: eleven counts
/// @param leanings what else they watch, what they watch more of first; empty where they are too few to tell
public record Audience(int users, List<Integer> byPoints, List<Leaning> leanings) {
    public Audience {
        byPoints = List.copyOf(byPoints);
        leanings = List.copyOf(leanings);
    }

    /// How many of them scored it.
    public int scored() {
        return users - byPoints.getFirst();
    }

    /// The mean of their scores, in points of ten; `NaN` if nobody scored it.
    public double meanPoints() {
        double sum = 0;
        for (int points = 1; points < byPoints.size(); points++) {
            sum += (double) points * byPoints.get(points);
        }
        return sum / scored();
    }
}
