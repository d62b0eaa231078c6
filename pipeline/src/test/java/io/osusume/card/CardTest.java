package io.osusume.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Manifest;
import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Title;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.ListLengths;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Slices;
import io.osusume.evaluation.Split;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldIn;
import io.osusume.model.SampleTitles;
import io.osusume.model.TrainingListener;
import io.osusume.model.ease.EaseTrainer;
import io.osusume.model.popularity.PopularityTrainer;
import io.osusume.registry.VersionCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Forty titles, of which title 1 is for adults, 2 of unknown class, 3 not in the catalogue; 41 is known to the
/// catalogue alone.
class CardTest {
    private static final int ITEMS = 40;
    private static final Kernels KERNELS =
            new Kernels(VectorMath.scalar(), DenseMath.java(new Threads(1)), new Threads(1));
    private static final IdIndex IDS =
            IdIndex.of(LongStream.rangeClosed(1, ITEMS).toArray());

    private final Split split = split();
    private final Catalogue catalogue = catalogue();

    private static Split split() {
        SplittableRandom random = new SplittableRandom(4);
        InteractionsBuilder training = new InteractionsBuilder(200, ITEMS, RatingScale.SCORED_ONLY);
        for (int user = 0; user < 200; user++) {
            for (int item : list(user, random)) {
                training.add(user, item, 8);
            }
        }
        List<HeldOutUser> validation = new ArrayList<>();
        for (int user = 0; user < 50; user++) {
            int[] all = list(user, random);
            int[] foldIn = java.util.Arrays.copyOf(all, 9);
            validation.add(new HeldOutUser(
                    500 + user, Profile.ofItems(foldIn), java.util.Arrays.copyOfRange(all, 9, all.length)));
        }
        return new Split(IDS, IdIndex.of(LongStream.range(0, 200).toArray()), training.build(), validation, List.of());
    }

    /// Twelve titles of one half, in ascending order.
    private static int[] list(int user, SplittableRandom random) {
        TreeSet<Integer> items = new TreeSet<>();
        while (items.size() < 12) {
            items.add(user % 2 * (ITEMS / 2) + random.nextInt(ITEMS / 2));
        }
        return items.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Catalogue catalogue() {
        List<Title> titles = new ArrayList<>();
        for (long id = 1; id <= ITEMS + 1; id++) {
            if (id != 3) {
                AgeRating ageRating = id == 1 ? AgeRating.ADULT : id == 2 ? AgeRating.UNKNOWN : AgeRating.TEENS;
                titles.add(SampleTitles.series(id, ageRating, "Drama"));
            }
        }
        return new Catalogue(titles, List.of());
    }

    private ModelCard card(FoldIn model, Map<String, String> recipe, String... notes) {
        Evaluation evaluation = new Evaluator(Bootstrap.DEFAULT, System::nanoTime)
                .evaluate(
                        model,
                        split,
                        Part.VALIDATION,
                        Slices.of(ItemFacts.of(catalogue, IDS)).with(new ListLengths(List.of(5), 5, 400, 5)),
                        KERNELS.threads(),
                        TrainingListener.SILENT);
        TreeMap<String, String> environment = new TreeMap<>(Map.of("code", "1+a", "jvm", "25", "kernels", "plain"));
        recipe.forEach((key, value) -> environment.put("setting " + key, value));
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("users", 200L);
        counts.put("items", (long) ITEMS);
        counts.put("interactions", 2_400L);
        Manifest manifest = Manifest.of("model", Instant.parse("2026-11-29T04:00:00Z"))
                .withCounts(counts)
                .withInputs(
                        new TreeMap<>(Map.of("family", model.name(), "data", "9f2c", "animelist.csv", "sha256:41aa")))
                .withEnvironment(environment)
                .withMetrics(new TreeMap<>(Map.of("train-seconds", 1.25)))
                .withNotes(List.of(notes));
        return ModelCard.of(new CardSubject("v-1", manifest, model, catalogue, IDS, evaluation));
    }

    private FoldIn ease() {
        return new EaseTrainer(20).train(TrainingData.of(split.training()), KERNELS, TrainingListener.SILENT);
    }

    private static final Map<String, String> RECIPE =
            Map.of("train.seed", "43", "prepare.min-ratings", "400", "split.held-out", "0.2", "ingest.limit", "none");

    @Test
    void everyFigureIsTheMeasuredOneAndEverySentenceIsOfThisVersion() {
        ModelCard card = card(ease(), RECIPE);
        String text = MarkdownCard.write(card);
        for (String sentence : List.of(
                "# Model card: v-1\n",
                "Learnt from the lists of 200 fans. Registered on 29 November 2026, 04:00 UTC.",
                "A weight between each two titles, solved for in closed form",
                "- Recommends anime to fans from a list of what they have watched, also one it has never seen.",
                "- Finds titles that are like a title.",
                "50 validation users, set apart whole before the training. 20% of each list was hidden",
                "200 lists with 2,400 entries over 40 titles: 30.00% of all pairs of a user and a title.",
                "- Users with fewer than 400 rows were left out: of fans with shorter lists it learnt nothing.",
                "Of the 39 titles it can recommend and knows facts of, 1 are for adults by their class or genre.",
                "- 1 have no known age class and are shown to everybody",
                "- 1 titles of its lists are not in the catalogue; the server shows them to nobody.",
                "- 1 titles of the catalogue are on no list it learnt from: it never recommends them.",
                "Its scores are no probabilities",
                "| animelist.csv | sha256:41aa |",
                "| Training took | 1.3 s |",
                "./osusume models reproduce v-1")) {
            assertTrue(text.contains(sentence), () -> sentence + "\n in \n" + text);
        }
        assertFalse(text.contains("first none rows"), text);
        assertFalse(text.contains("simulated"), text);
        Evaluation measured = new Evaluator(Bootstrap.DEFAULT, System::nanoTime)
                .evaluate(ease(), split, Part.VALIDATION, KERNELS.threads(), TrainingListener.SILENT);
        String ndcg = String.format(
                java.util.Locale.ROOT,
                "%.4f",
                measured.estimate("ndcg@10").orElseThrow().mean());
        assertTrue(text.contains("| NDCG@10 | " + ndcg + " |"), () -> ndcg + " in " + text);
        assertTrue(text.contains("| 5 entries, NDCG@10 | "), text);
        assertTrue(text.contains("| tail, up to "), text);
    }

    @Test
    void aVersionOfSimulatedUsersSaysSoFirstAndAFamilyWithoutMoreClaimsNoMore() {
        FoldIn popularity =
                new PopularityTrainer().train(TrainingData.of(split.training()), KERNELS, TrainingListener.SILENT);
        String text = MarkdownCard.write(card(popularity, Map.of(), Manifest.SIMULATED_USERS));
        assertTrue(text.contains("\nLearnt from 200 simulated users. Registered on"), text);
        assertTrue(text.contains("- To show and test the program. It learnt from simulated users"), text);
        assertFalse(text.contains("Finds titles that are like"), text);
        assertFalse(text.contains("one site who keep a public list"), text);
        assertFalse(text.contains("models reproduce"), "a manifest without settings promises no reproduction");
    }

    @Test
    void thePageHasEveryPartOfTheTextAndItsPlots() {
        VersionCard card = card(ease(), RECIPE).written();
        String html = card.html();
        String text = card.markdown();
        List<String> titles = text.lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertEquals(
                List.of(
                        "Model details",
                        "Intended use",
                        "What it must not be used for",
                        "Factors",
                        "Metrics",
                        "Evaluation data",
                        "Training data",
                        "Quantitative analyses",
                        "By the length of the list",
                        "By popularity",
                        "Calibration",
                        "New and rare titles",
                        "Speed",
                        "Titles for adults",
                        "Ethical considerations and limits",
                        "How to make it again"),
                titles);
        titles.forEach(title -> assertTrue(html.contains("<h2>" + title + "</h2>"), title));
        assertTrue(html.contains("id='bands-title'"), "the plot by popularity");
        assertFalse(html.contains("<script"), "no script");
    }
}
