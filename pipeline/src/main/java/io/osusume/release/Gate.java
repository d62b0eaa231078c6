package io.osusume.release;

import io.osusume.data.AgeRating;
import io.osusume.data.Profile;
import io.osusume.data.Title;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Coverage;
import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.ListLengths;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Slices;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Kernels;
import io.osusume.model.FoldIn;
import io.osusume.model.SimilarItems;
import io.osusume.model.TrainingListener;
import io.osusume.model.popularity.PopularityTrainer;
import io.osusume.plot.Figures;
import io.osusume.registry.LoadedModel;
import io.osusume.release.GateCheck.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares a version that wants to be served with the one that is, on the same held-out users, list by
/// list.
///
/// Users the champion was trained on do not judge: it has seen their whole lists. A champion that knows
/// other items is
/// judged on those of the challenger's data. Where there is no champion, the challenger must be above
/// popularity.
///
/// @param split the challenger's data, whose test users judge
/// @param dataHash of that data
/// @param nanoTime a clock in nanoseconds that never goes back
/// @param code the program's version
public record Gate(
        GateSettings settings,
        Split split,
        String dataHash,
        Kernels kernels,
        LongSupplier nanoTime,
        String code,
        TrainingListener listener) {
    private static final String NDCG = "ndcg@10";
    private static final String RECALL = "recall@20";
    private static final String SMALL = Evaluation.inSlice(ListLengths.slice(5), NDCG);
    private static final String COVERAGE = "coverage@10";
    private static final String SCORING = "scoring a list, ms";
    private static final String GOLDEN = "golden neighbours";
    private static final String ADULT = "titles for adults";

    /// Judges a challenger.
    ///
    /// @throws IllegalArgumentException if either cannot serve a list it never saw, or the
    ///     challenger does not know the
    ///     items of the split
    public GateReport judge(LoadedModel challenger, Optional<LoadedModel> champion, Instant now) {
        FoldIn wanted = foldIn(challenger);
        List<HeldOutUser> users = split.test().stream()
                .filter(user -> champion.isEmpty()
                        || champion.get().users().index(user.userId()).isEmpty())
                .toList();
        Split judges = new Split(split.items(), split.users(), split.training(), List.of(), users);
        List<GateCheck> checks = new ArrayList<>();
        if (users.isEmpty()) {
            checks.add(new GateCheck(
                    "held-out users",
                    null,
                    0.0,
                    null,
                    null,
                    "at least one",
                    Outcome.REFUSED,
                    "are none the champion never saw"));
            return report(challenger, champion, checks, 0, now);
        }
        Evaluation found = evaluate(wanted, judges);
        if (champion.isEmpty()) {
            checks.add(abovePopularity(found, judges));
        }
        Optional<OnItems> old =
                champion.map(model -> OnItems.of(foldIn(model), model.items(), split.items(), split.training()));
        Evaluation before = old.map(model -> evaluate(model, judges)).orElse(null);
        checks.add(compared(NDCG, found, before, settings.ndcg()));
        checks.add(compared(RECALL, found, before, settings.recall()));
        checks.add(compared(SMALL, found, before, settings.smallProfileNdcg()));
        checks.add(coverage(found.coverage(), before == null ? OptionalDouble.empty() : before.coverage()));
        checks.add(
                old.isPresent() && champion.isPresent()
                        ? latency(wanted, foldIn(champion.get()), old.get(), users)
                        : GateCheck.notMeasured(SCORING, "no champion", "has nothing to be compared with"));
        checks.add(golden(challenger, champion));
        checks.add(adult(challenger, champion));
        return report(challenger, champion, checks, users.size(), now);
    }

    private GateReport report(
            LoadedModel challenger, Optional<LoadedModel> champion, List<GateCheck> checks, int users, Instant now) {
        return new GateReport(challenger.id(), champion.map(LoadedModel::id), checks, users, dataHash, code, now);
    }

    private static FoldIn foldIn(LoadedModel loaded) {
        if (loaded.model() instanceof FoldIn model) {
            return model;
        }
        throw new IllegalArgumentException(loaded.id() + " cannot serve a list it never saw, so it cannot be judged");
    }

    private Evaluation evaluate(FoldIn model, Split judges) {
        return new Evaluator(Bootstrap.DEFAULT, nanoTime)
                .evaluate(
                        model,
                        judges,
                        Part.TEST,
                        Slices.NONE.with(new ListLengths(List.of(5), 20, Integer.MAX_VALUE, 5)),
                        kernels.threads(),
                        listener);
    }

    private GateCheck abovePopularity(Evaluation found, Split judges) {
        FoldIn popularity = new PopularityTrainer().train(TrainingData.of(split.training()), kernels, listener);
        Evaluation floor = evaluate(popularity, judges);
        Optional<Comparison> pair =
                new PairedBootstrap(Bootstrap.DEFAULT).compare(found.named("challenger"), floor, NDCG);
        String name = Figures.title(NDCG) + " above popularity";
        String allowed = "must be " + Figures.share(settings.abovePopularity()) + " above";
        if (pair.isEmpty()) {
            return GateCheck.notMeasured(name, allowed, "has no user with a value");
        }
        Comparison margin = pair.get();
        return new GateCheck(
                name,
                mean(floor, NDCG),
                mean(found, NDCG),
                margin.low(),
                margin.high(),
                allowed,
                margin.low() > 0 && margin.difference() >= settings.abovePopularity()
                        ? Outcome.PASSED
                        : Outcome.REFUSED,
                "is " + Figures.difference(margin.difference()) + ", 95% interval " + Figures.difference(margin.low())
                        + " to " + Figures.difference(margin.high()));
    }

    private static @Nullable Double mean(Evaluation evaluation, String metric) {
        return evaluation.has(metric)
                ? evaluation.estimate(metric).map(Estimate::mean).orElse(null)
                : null;
    }

    private GateCheck compared(String metric, Evaluation found, @Nullable Evaluation before, double tolerance) {
        String name = metric.equals(SMALL) ? "NDCG@10 of lists of 5" : Figures.title(metric);
        String allowed = "may fall by " + Figures.share(tolerance);
        Double now = mean(found, metric);
        if (now == null) {
            return GateCheck.notMeasured(name, allowed, "has no user with a value");
        }
        if (before == null) {
            return GateCheck.mayFall(name, null, now, tolerance);
        }
        Optional<Comparison> pair = new PairedBootstrap(Bootstrap.DEFAULT)
                .compare(found.named("challenger"), before.named("champion"), metric);
        if (pair.isEmpty()) {
            return GateCheck.notMeasured(name, allowed, "has no user with a value of both");
        }
        Comparison difference = pair.get();
        Outcome outcome = difference.difference() < -tolerance
                ? Outcome.REFUSED
                : difference.low() >= -tolerance
                        ? Outcome.PASSED
                        : settings.refuseUndecided() ? Outcome.REFUSED : Outcome.UNDECIDED;
        return new GateCheck(
                name,
                mean(before, metric),
                now,
                difference.low(),
                difference.high(),
                allowed,
                outcome,
                GateCheck.moved(difference.difference()) + ", 95% interval " + Figures.difference(difference.low())
                        + " to " + Figures.difference(difference.high()));
    }

    private GateCheck coverage(OptionalDouble found, OptionalDouble before) {
        String name = Figures.title(Coverage.REPORTED.name());
        if (found.isEmpty()) {
            return GateCheck.notMeasured(COVERAGE, "", "has no user with a value");
        }
        return GateCheck.mayFall(
                name,
                before.isPresent() ? before.getAsDouble() : null,
                found.getAsDouble(),
                before.orElse(0) * settings.coverage());
    }

    private GateCheck latency(FoldIn challenger, FoldIn champion, OnItems old, List<HeldOutUser> users) {
        List<Profile> lists = users.stream().map(HeldOutUser::foldIn).toList();
        ScoringRace race =
                ScoringRace.run(champion, lists.stream().map(old::known).toList(), challenger, lists, nanoTime);
        double ratio = race.challenger() / Math.max(race.champion(), 1e-6);
        boolean passes = ratio <= settings.slower() || race.challenger() <= settings.fastEnoughMillis();
        return new GateCheck(
                SCORING,
                race.champion(),
                race.challenger(),
                null,
                null,
                String.format(
                        Locale.ROOT,
                        "may take %.1f times as long, or %.0f ms",
                        settings.slower(),
                        settings.fastEnoughMillis()),
                passes ? Outcome.PASSED : Outcome.REFUSED,
                String.format(Locale.ROOT, "takes %.2f times as long", ratio));
    }

    private GateCheck golden(LoadedModel challenger, Optional<LoadedModel> champion) {
        String allowed = "may fall by " + Figures.share(settings.golden());
        if (challenger.manifest().ofSimulatedUsers()) {
            return GateCheck.notMeasured(GOLDEN, allowed, "mean nothing for simulated users");
        }
        Optional<Double> found = hitRate(challenger);
        Optional<Double> before = champion.flatMap(Gate::hitRate);
        if (found.isEmpty()) {
            return before.isEmpty()
                    ? GateCheck.notMeasured(GOLDEN, allowed, "are not known to it")
                    : new GateCheck(
                            GOLDEN, before.get(), null, null, null, allowed, Outcome.REFUSED, "are not known to it");
        }
        return GateCheck.mayFall(GOLDEN, before.orElse(null), found.get(), settings.golden());
    }

    private static Optional<Double> hitRate(LoadedModel loaded) {
        return loaded.model() instanceof SimilarItems model
                ? GoldenNeighbours.among(loaded.items())
                        .foundBy(model, loaded.facts().franchises())
                        .map(GoldenNeighbours.Found::hitRate)
                : Optional.empty();
    }

    /// Titles the champion keeps from those who may not see them, and the challenger would show.
    private GateCheck adult(LoadedModel challenger, Optional<LoadedModel> champion) {
        long known = adults(challenger).count();
        if (champion.isEmpty()) {
            return new GateCheck(
                    ADULT, null, (double) known, null, null, "no champion", Outcome.PASSED, "are " + known);
        }
        List<Long> lost = adults(champion.get())
                .map(Title::itemId)
                .filter(id -> challenger.items().index(id).isPresent())
                .filter(id -> isShown(challenger.catalogue().title(id)))
                .toList();
        String which = lost.stream().limit(5).map(String::valueOf).collect(Collectors.joining(", "));
        return new GateCheck(
                ADULT,
                (double) adults(champion.get()).count(),
                (double) known,
                null,
                null,
                settings.adultTitlesLost() + " may stop being known as such",
                lost.size() > settings.adultTitlesLost() ? Outcome.REFUSED : Outcome.PASSED,
                lost.isEmpty()
                        ? "are all known as such"
                        : "lost " + lost.size() + " (ids " + which + (lost.size() > 5 ? ", ..." : "") + ")");
    }

    /// Whether the server shows an item to who has not asked for titles for adults: it knows the title, and the title's
    /// age class is one for everybody.
    ///
    /// @param title what the catalogue knows of it
    public static boolean isShown(Optional<Title> title) {
        return title.filter(each -> each.shownAs().compareTo(AgeRating.FOR_EVERYBODY) <= 0)
                .isPresent();
    }

    private static Stream<Title> adults(LoadedModel loaded) {
        return loaded.catalogue().titles().stream()
                .filter(title -> !isShown(Optional.of(title)))
                .filter(title -> loaded.items().index(title.itemId()).isPresent());
    }
}
