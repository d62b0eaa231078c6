package io.osusume.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Manifest;
import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Title;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.Split;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.Recommender;
import io.osusume.model.SampleTitles;
import io.osusume.model.TrainingListener;
import io.osusume.model.ease.EaseTrainer;
import io.osusume.model.popularity.PopularityTrainer;
import io.osusume.registry.LoadedModel;
import io.osusume.release.GateCheck.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two worlds of thirty titles; each user loves one of them. EASE learns that, popularity cannot, and
/// EASE with far too
/// much regularization is trained badly on purpose: it ranks by popularity too.
class GateTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final int WORLD = 30;
    private static final Threads THREADS = new Threads(1);
    private static final Kernels KERNELS = new Kernels(VectorMath.scalar(), DenseMath.java(THREADS), THREADS);
    private static final IdIndex ITEMS =
            IdIndex.of(java.util.stream.LongStream.rangeClosed(1, 2 * WORLD).toArray());

    private final Split split = split();

    @TempDir
    Path folder;

    private static Split split() {
        SplittableRandom random = new SplittableRandom(5);
        InteractionsBuilder training = new InteractionsBuilder(300, 2 * WORLD, RatingScale.SCORED_ONLY);
        long[] users = new long[300];
        for (int user = 0; user < 300; user++) {
            users[user] = user;
            for (int item : list(user % 2, random)) {
                training.add(user, item, 8);
            }
        }
        List<HeldOutUser> test = new ArrayList<>();
        for (int user = 0; user < 120; user++) {
            int[] all = list(user % 2, random);
            int[] foldIn = new int[all.length - 4];
            int[] heldOut = new int[4];
            System.arraycopy(all, 0, foldIn, 0, foldIn.length);
            System.arraycopy(all, foldIn.length, heldOut, 0, 4);
            test.add(new HeldOutUser(1_000 + user, Profile.ofItems(foldIn), heldOut));
        }
        return new Split(ITEMS, IdIndex.of(users), training.build(), List.of(), test);
    }

    private static int[] list(int world, SplittableRandom random) {
        TreeSet<Integer> items = new TreeSet<>();
        while (items.size() < 24) {
            items.add(world * WORLD + random.nextInt(WORLD));
        }
        List<Integer> shuffled = new ArrayList<>(items);
        for (int k = shuffled.size() - 1; k > 0; k--) {
            java.util.Collections.swap(shuffled, k, random.nextInt(k + 1));
        }
        return shuffled.stream().mapToInt(Integer::intValue).toArray();
    }

    private Recommender ease(double regularization, Interactions training) {
        return new EaseTrainer(regularization).train(training, KERNELS, TrainingListener.SILENT);
    }

    private LoadedModel good(String id) {
        return loaded(id, ease(20, split.training()), catalogue(AgeRating.ADULT));
    }

    private LoadedModel bad(String id) {
        Recommender popularity = new PopularityTrainer().train(split.training(), KERNELS, TrainingListener.SILENT);
        return loaded(id, popularity, catalogue(AgeRating.ADULT));
    }

    private LoadedModel loaded(String id, Recommender model, Catalogue catalogue) {
        return new LoadedModel(
                id, model, split.users(), ITEMS, RatingScale.SCORED_ONLY, catalogue, Manifest.of("model", NOW));
    }

    private static Catalogue catalogue(AgeRating ofTheFirst) {
        List<Title> titles = new ArrayList<>();
        for (long id = 1; id <= 2 * WORLD; id++) {
            titles.add(SampleTitles.series(id, id == 1 ? ofTheFirst : AgeRating.TEENS, "Drama"));
        }
        return new Catalogue(titles, List.of());
    }

    private GateReport judge(LoadedModel challenger, LoadedModel champion) {
        return gate(GateSettings.DEFAULT).judge(challenger, Optional.of(champion), NOW);
    }

    private Gate gate(GateSettings settings) {
        return new Gate(settings, split, "da7a", KERNELS, System::nanoTime, "v1", TrainingListener.SILENT);
    }

    private static GateCheck check(GateReport report, String name) {
        return report.checks().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aModelTrainedBadlyOnPurposeIsRefusedWithEveryReason() {
        GateReport report = judge(bad("bad-1"), good("good-1"));
        assertFalse(report.passed());
        assertEquals(120, report.users());
        assertEquals("bad-1 was refused by the gate against good-1", report.verdict());
        assertEquals(Outcome.REFUSED, check(report, "NDCG@10").outcome());
        assertTrue(report.refusals().getFirst().startsWith("NDCG@10 fell by 0."), report.refusals()::toString);
        assertTrue(report.refusals().getFirst().endsWith("; may fall by 0.0050"), report.refusals()::toString);
    }

    @Test
    void aBetterModelPassesAndSoDoesTheSameModelAgain() {
        GateReport better = judge(good("good-1"), bad("bad-1"));
        assertTrue(better.passed(), () -> GateTable.write(better));
        assertEquals("good-1 passed the gate against bad-1", better.verdict());
        GateReport same = judge(good("good-2"), good("good-1"));
        assertTrue(same.passed(), () -> GateTable.write(same));
        assertEquals(
                "is the same, 95% interval +0.0000 to +0.0000",
                check(same, "NDCG@10").reason());
    }

    @Test
    void aFirstModelMustBeAbovePopularity() {
        GateReport first = gate(GateSettings.DEFAULT).judge(good("good-1"), Optional.empty(), NOW);
        assertTrue(first.passed(), () -> GateTable.write(first));
        GateReport popular = gate(GateSettings.DEFAULT).judge(bad("bad-1"), Optional.empty(), NOW);
        assertEquals(
                List.of("NDCG@10 above popularity is +0.0000, 95% interval +0.0000 to +0.0000; must be 0.0100 above"),
                popular.refusals());
        assertEquals("bad-1 was refused by the gate, there being no champion", popular.verdict());
    }

    @Test
    void aTitleForAdultsThatIsNoLongerKnownAsSuchIsReasonEnough() {
        LoadedModel challenger = loaded("good-2", ease(20, split.training()), catalogue(AgeRating.UNKNOWN));
        GateReport report = judge(challenger, good("good-1"));
        assertEquals(List.of("titles for adults lost 1 (ids 1); 0 may stop being known as such"), report.refusals());
    }

    @Test
    void aTitleForAdultsOfWhichNothingIsKnownAnyMoreIsShownToNobodySoItIsNotLost() {
        List<Title> titles = new ArrayList<>(catalogue(AgeRating.ADULT).titles());
        titles.removeIf(title -> title.itemId() == 1);
        LoadedModel challenger = loaded("good-2", ease(20, split.training()), new Catalogue(titles, List.of()));
        assertEquals(List.of(), judge(challenger, good("good-1")).refusals());
    }

    @Test
    void aModelThatIsTooSlowIsRefused() {
        GateSettings usual = GateSettings.DEFAULT;
        GateSettings strict = new GateSettings(1, 1, 1, 1, 1, 0, 1, 0, usual.abovePopularity(), false);
        LoadedModel slow = loaded("slow-1", new SlowModel(ease(20, split.training())), catalogue(AgeRating.ADULT));
        GateReport report = gate(strict).judge(slow, Optional.of(good("good-1")), NOW);
        assertEquals(
                "golden neighbours are not known to it; may fall by 1.0000",
                report.refusals().getLast());
        assertTrue(
                report.refusals()
                        .getFirst()
                        .matches("scoring a list, ms takes [0-9.]+ times as long; may take 1.0 times as long, or 0 ms"),
                report.refusals()::toString);
    }

    @Test
    void usersTheChampionWasTrainedOnDoNotJudge() {
        IdIndex known =
                IdIndex.of(java.util.stream.LongStream.range(1_000, 1_300).toArray()); // all 120 test users among them
        LoadedModel champion = new LoadedModel(
                "good-1",
                ease(20, split.training()),
                known,
                ITEMS,
                RatingScale.SCORED_ONLY,
                catalogue(AgeRating.ADULT),
                Manifest.of("model", NOW));
        GateReport report = judge(good("good-2"), champion);
        assertEquals(List.of("held-out users are none the champion never saw; at least one"), report.refusals());
    }

    @Test
    void aChampionThatKnowsOtherItemsIsJudgedOnThoseOfTheChallenger() {
        InteractionsBuilder fewer = new InteractionsBuilder(300, WORLD + 5, RatingScale.SCORED_ONLY);
        for (int user = 0; user < 300; user++) {
            for (int item : split.training().profile(user).items()) {
                if (item < WORLD + 5) {
                    fewer.add(user, WORLD + 4 - item, 8); // and in another order
                }
            }
        }
        long[] ids = new long[WORLD + 5];
        java.util.Arrays.setAll(ids, k -> WORLD + 5 - k);
        LoadedModel champion = new LoadedModel(
                "old-1",
                ease(20, fewer.build()),
                split.users(),
                IdIndex.of(ids),
                RatingScale.SCORED_ONLY,
                catalogue(AgeRating.ADULT),
                Manifest.of("model", NOW));
        GateReport report = judge(good("good-1"), champion);
        assertTrue(report.passed(), () -> GateTable.write(report));
        Double before = check(report, "NDCG@10").champion();
        Double now = check(report, "NDCG@10").challenger();
        assertTrue(before != null && now != null && before > .2 && now > before + .2, before + " and " + now);
    }

    @Test
    void theReportIsKeptAsJsonAndAsAPage() throws IOException {
        GateReport report = judge(bad("bad-<1>"), good("good-1"));
        Path page = GateFiles.write(folder.resolve("about"), report);
        GateFiles.Verdict verdict = GateFiles.read(folder.resolve("about")).orElseThrow();
        assertEquals(new GateFiles.Verdict(Optional.of("good-1"), false, "da7a"), verdict);
        String html = Files.readString(page);
        assertTrue(html.contains("<h1>Refused</h1>"), html);
        assertTrue(html.contains("bad-&lt;1&gt;") && !html.contains("bad-<1>"), html);
        assertTrue(html.contains("<svg ") && html.contains("role='img'"), html);
        assertEquals(Optional.empty(), GateFiles.read(folder.resolve("nothing")));
    }
}
