package io.osusume.model.original;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import io.osusume.model.net.EmbeddingNet;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;

/// `hybrid_recommendation`: ten votes' winners, and the ten titles most like each of them.
///
/// A winner brings `userWeight`; each time a title stands among the ten most similar ones of a winner it
/// brings `contentWeight`, though no content is looked at: the likeness is the cosine of the
/// collaborative embedding, the same that found the similar users. As it was, except that a list the net
/// never saw gets its user vector by fold-in, and that [#recommend(Profile, int)] hides what was
/// watched, as every model here does; [#asItWas(Profile)] does not.
public final class OriginalHybrid implements FoldIn {
    static final String NET = "net.";
    private static final int NEIGHBOURS = 10;

    private final String name;
    private final EmbeddingNet net;
    private final OriginalVotes votes;
    private final double userWeight;
    private final double contentWeight;

    OriginalHybrid(String name, EmbeddingNet net, TrainingData data, double userWeight, double contentWeight) {
        this.name = name;
        this.net = net;
        this.votes = new OriginalVotes(data.interactions(), data.facts());
        this.userWeight = userWeight;
        this.contentWeight = contentWeight;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Interactions training() {
        return net.training();
    }

    /// All titles that got into the draw, the largest combined score first, ties as they came; titles of
    /// the list among them. The original showed the first ten.
    public Ranking asItWas(Profile profile) {
        return combined(net.similarUsers(profile, NEIGHBOURS), profile);
    }

    private Ranking combined(Ranking similarUsers, Profile target) {
        Ranking winners = votes.recommend(similarUsers, target, NEIGHBOURS);
        return combined(winners, item -> net.similarItems(item, NEIGHBOURS), userWeight, contentWeight);
    }

    /// The two parts put together.
    ///
    /// @param winners of the votes, best first
    /// @param similar the most similar items of an item
    static Ranking combined(Ranking winners, IntFunction<Ranking> similar, double userWeight, double contentWeight) {
        Counted combined = new Counted();
        for (int winner : winners.indices()) {
            combined.add(winner, userWeight);
        }
        for (int winner : winners.indices()) {
            for (int item : similar.apply(winner).indices()) {
                combined.add(item, contentWeight);
            }
        }
        return combined.ranking();
    }

    /// The place of each item in the combined list counted from its end, 0 for all others: the combined
    /// scores themselves would lose which of two equals came first.
    @Override
    public void score(Profile profile, float[] scores) {
        placed(asItWas(profile), scores);
    }

    /// The same for a user of the training data, whose embedding training gave.
    @Override
    public void score(int userIndex, float[] scores) {
        placed(combined(net.similarUsers(userIndex, NEIGHBOURS), training().profile(userIndex)), scores);
    }

    private static void placed(Ranking ranking, float[] scores) {
        Arrays.fill(scores, 0);
        for (int rank = 0; rank < ranking.size(); rank++) {
            scores[ranking.index(rank)] = ranking.size() - rank;
        }
    }

    @Override
    public Tensors state() {
        return Tensors.of(Map.of()).withAll(NET, net.state());
    }
}
