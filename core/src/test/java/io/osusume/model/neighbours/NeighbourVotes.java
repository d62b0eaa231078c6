package io.osusume.model.neighbours;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.model.FoldIn;
import io.osusume.model.FoldInSimilarUsers;
import java.util.Map;

/// Judges similar users by what they predict: each of the `n` most similar ones votes for all items of
/// the own list; ties go to the more popular item. The likeness itself is not looked at, so that only
/// the choice of users counts.
final class NeighbourVotes implements FoldIn {
    private final String name;
    private final FoldInSimilarUsers similar;
    private final Interactions training;
    private final int[] popularity;
    private final int n;

    NeighbourVotes(String name, FoldInSimilarUsers similar, Interactions training, int n) {
        this.name = name;
        this.similar = similar;
        this.training = training;
        this.popularity = training.itemCounts();
        this.n = n;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Interactions training() {
        return training;
    }

    @Override
    public void score(Profile profile, float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] = popularity[item] / (training.userCount() + 1f);
        }
        for (int user : similar.similarUsers(profile, n).indices()) {
            for (int entry = training.begin(user); entry < training.end(user); entry++) {
                scores[training.item(entry)]++;
            }
        }
    }

    @Override
    public Tensors state() {
        return Tensors.of(Map.of());
    }
}
