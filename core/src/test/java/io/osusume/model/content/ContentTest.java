package io.osusume.model.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemEmbeddings;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import io.osusume.data.TrainingData;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.ExplainsContract;
import io.osusume.model.FoldInContract;
import io.osusume.model.PersonalContract;
import io.osusume.model.Ranking;
import io.osusume.model.RecommenderContract;
import io.osusume.model.SimilarItemsContract;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContentTest extends RecommenderContract
        implements FoldInContract, PersonalContract, SimilarItemsContract, ExplainsContract {
    private static final Threads ONE = new Threads(1);
    private static final Kernels KERNELS = new Kernels(VectorMath.scalar(), DenseMath.java(ONE), ONE);
    private static final FieldWeights GENRES_AND_SOURCE = new FieldWeights(3, 0, 1, 0, 0, 0, 0, 0, 0, 0);

    private static Title title(int item, List<String> genres, List<String> studios, String source) {
        return new Title(
                item + 1,
                "Title " + item,
                null,
                null,
                TitleType.TV,
                12,
                null,
                null,
                2000 + item % 9,
                null,
                genres,
                studios,
                source,
                24,
                AgeRating.TEENS,
                Double.NaN,
                0,
                null);
    }

    private static ItemFacts facts(List<Title> titles) {
        IdIndex ids =
                IdIndex.of(titles.stream().mapToLong(title -> title.itemId()).toArray());
        return ItemFacts.of(new Catalogue(titles, List.of()), ids);
    }

    private static Content train(ItemFacts facts, FieldWeights weights) {
        Interactions nobody = new InteractionsBuilder(1, facts.itemCount(), RatingScale.SCORED_ONLY).build();
        return new ContentTrainer(weights, 10, 2)
                .train(new TrainingData(nobody, facts), KERNELS, TrainingListener.SILENT);
    }

    @Override
    public Trainer<?> trainer() {
        return ContentTrainer.defaults();
    }

    /// Two genres and sources that never mix, as the checkerboard's halves; studios and years go across them.
    @Override
    public ItemFacts facts(int itemCount) {
        return facts(IntStream.range(0, itemCount)
                .mapToObj(item -> title(
                        item,
                        List.of(item % 2 == 0 ? "Action" : "Romance"),
                        List.of("Studio " + item % 7),
                        item % 2 == 0 ? "Manga" : "Original"))
                .toList());
    }

    /// Of 8 titles half are Action and half Romance, and half of each are of a manga.
    private static ItemFacts eight() {
        return facts(IntStream.range(0, 8)
                .mapToObj(item -> title(
                        item,
                        List.of(item < 4 ? "Action" : "Romance"),
                        List.of(),
                        item % 2 == 0 ? "Manga" : "Original"))
                .toList());
    }

    @Test
    void similarityIsTheWeightedMeanOfTheCosinesOfTheFields() {
        Ranking similar = train(eight(), GENRES_AND_SOURCE).similarItems(0, 7);

        assertArrayEquals(new int[] {2, 1, 3, 4, 6, 5, 7}, similar.indices());
        assertEquals(1, similar.score(0), 1e-6); // item 2: (3 * 1 + 1 * 1) / 4
        assertEquals(0.75, similar.score(1), 1e-6); // item 1: (3 * 1 + 1 * 0) / 4
        assertEquals(0.25, similar.score(3), 1e-6); // item 4: (3 * 0 + 1 * 1) / 4
        assertEquals(0, similar.score(5), 1e-6); // item 5: another genre, another source
    }

    @Test
    void aRareGenreSaysMoreThanACommonOne() {
        // "Drama" has all 6 titles and says nothing: log(6 / 6); "Music" has 2: log(6 / 2).
        Content model = train(
                facts(IntStream.range(0, 6)
                        .mapToObj(item -> title(
                                item, item < 2 ? List.of("Drama", "Music") : List.of("Drama"), List.of(), "Manga"))
                        .toList()),
                new FieldWeights(1, 0, 0, 0, 0, 0, 0, 0, 0, 0));

        Ranking similar = model.similarItems(0, 5);
        assertEquals(1, similar.index(0));
        assertEquals(1, similar.score(0), 1e-6);
        assertEquals(0, similar.score(1), 1e-6);
    }

    @Test
    void embeddingsCountByWhatSetsThemApartFromTheirMean() {
        // Four items have (1, 0, 1), (-1, 0, 1), (1, 0, 1), (-1, 0, 1): the mean is (0, 0, 1), so items 0 and 2 point
        // one way, 1 and 3 the other. Items 4 to 7 have none.
        float[] rows = new float[8 * 3];
        for (int item = 0; item < 4; item++) {
            rows[item * 3] = item % 2 == 0 ? 1 : -1;
            rows[item * 3 + 2] = 1;
        }
        ItemFacts facts = eight().withEmbeddings(ItemEmbeddings.owning(3, rows));

        Ranking similar =
                train(facts, new FieldWeights(1, 0, 0, 0, 0, 0, 0, 0, 0, 1)).similarItems(0, 7);

        assertArrayEquals(new int[] {2, 1, 3, 4, 5, 6, 7}, similar.indices());
        assertEquals(1, similar.score(0), 1e-6); // the same genre and the same meaning: (1 + 1) / 2
        assertEquals(0, similar.score(1), 1e-6); // the same genre and the opposite meaning: (1 - 1) / 2
        assertEquals(0, similar.score(3), 1e-6); // another genre, no embedding
    }

    @Test
    void contributionsSumToTheScore() {
        Content model = train(facts(60), GENRES_AND_SOURCE);
        Profile profile = Profile.ofItems(0, 3, 4, 17, 40);
        float[] scores = new float[60];
        model.score(profile, scores);
        for (int item = 0; item < scores.length; item++) {
            float sum = 0;
            for (float contribution : model.contributions(profile, item)) {
                sum += contribution;
            }
            assertEquals(scores[item], sum, 1e-5f, "item " + item);
        }
    }

    @Test
    void aCloseRelativeStandsBeforeDistantOnesAndTheseBeforeStrangers() {
        Content model = new ContentTrainer(GENRES_AND_SOURCE, 1, 2)
                .train(
                        new TrainingData(new InteractionsBuilder(1, 8, RatingScale.SCORED_ONLY).build(), eight()),
                        KERNELS,
                        TrainingListener.SILENT);

        Ranking ranking = model.recommend(Profile.ofItems(0), 7);

        assertArrayEquals(new int[] {2, 1, 3, 4, 6, 5, 7}, ranking.indices());
        assertEquals(1, ranking.score(0), 1e-5); // 1^2 / (1^2)^.75: its one neighbour
        assertEquals(0.75e-6, ranking.score(1), 1e-9); // a distant one: similarity / 1,000,000
        assertEquals(0, ranking.score(6), 1e-9);
    }

    @Test
    void whereNothingIsKnownOfTheItemsAllScoresAreEqual() {
        Content model = train(ItemFacts.unknown(5), GENRES_AND_SOURCE);
        float[] scores = {9, 9, 9, 9, 9};
        model.score(Profile.ofItems(1, 2), scores);
        assertArrayEquals(new float[5], scores);
    }

    @Test
    void settingsOutsideTheirRangeAreNamed() {
        assertRefused("neighbours must be in [1, 1000], was 0", () -> new ContentTrainer(GENRES_AND_SOURCE, 0, 4));
        assertRefused("sharpness must be in [1, 20], was 0.5", () -> new ContentTrainer(GENRES_AND_SOURCE, 100, 0.5));
        assertRefused(
                "the weight of a field must be in [0, 1000], was -1.0",
                () -> new FieldWeights(-1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertRefused(
                "one field at least must have a weight above 0", () -> new FieldWeights(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertRefused(
                "the embeddings are of 1 items, the facts about 8",
                () -> eight().withEmbeddings(ItemEmbeddings.owning(2, new float[2])));
        assertRefused(
                "embeddings need whole rows of at least 1 number: 3 numbers in rows of 2",
                () -> ItemEmbeddings.owning(2, new float[3]));
        assertRefused(
                "the embedding of item 1 is not finite",
                () -> ItemEmbeddings.owning(2, new float[] {1, 1, 0, Float.NaN}));
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable what) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, what).getMessage());
    }

    @Test
    void aStateOfAnotherShapeIsRefused() {
        Content model = train(eight(), GENRES_AND_SOURCE);
        TrainingData data = new TrainingData(model.training(), eight());
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new ContentTrainer(GENRES_AND_SOURCE, 3, 2).restore(model.state(), data, KERNELS))
                .getMessage();
        assertTrue(String.valueOf(message).startsWith("tensor 'neighbours' does not fit"), message);
    }
}
