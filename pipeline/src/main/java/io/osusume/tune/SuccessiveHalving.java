package io.osusume.tune;

import io.osusume.data.TrainingData;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Ndcg;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.Recall;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// The search: many configurations are trained on a ninth of the users, the best third of them on a third, the best
/// third of these on all.
///
/// Best is by NDCG@10 on the validation users, of equals the lower number. Configuration 0, the present settings, goes
/// on
/// to the end without taking a place, since the others are to be compared with it. What comes out does not
/// depend on how many trials run at once.
///
/// Source: Jamieson and Talwalkar, Non-stochastic best arm identification and hyperparameter optimization (2016).
///
/// @param trials how many configurations begin, at least 2
/// @param parallel how many trials run at once, each on its share of the threads
/// @param nanoTime a clock in nanoseconds that never goes back
public record SuccessiveHalving(Search search, int trials, int parallel, LongSupplier nanoTime) {
    private static final String NDCG = new Ndcg(10).name();
    private static final String RECALL = new Recall(20).name();

    /// @throws IllegalArgumentException if there are fewer than 2 trials or none may run
    public SuccessiveHalving {
        if (trials < 2) {
            throw new IllegalArgumentException("trials must be at least 2, was " + trials);
        }
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel must be at least 1, was " + parallel);
        }
    }

    /// Runs the trials that the log does not have yet.
    ///
    /// @param log of this search
    /// @param threads for all trials that run at once
    /// @param listener hears how far it is, from several threads, and the best of each rung
    /// @throws TrainingException if no configuration can be trained
    /// @throws UncheckedIOException if the log cannot be written
    public SearchResult run(
            TrainingData data, Objective objective, TrialLog log, Threads threads, TrainingListener listener) {
        return new Run(objective, log, new Rungs(data, search.seed()), threads, listener).result();
    }

    /// One run, and the evaluations of its last rung.
    private final class Run {
        private final Objective objective;
        private final TrialLog log;
        private final Rungs rungs;
        private final Threads each;
        private final TrainingListener listener;
        private final Map<Integer, Evaluation> ofAllUsers = new ConcurrentHashMap<>();
        private double done;

        private Run(Objective objective, TrialLog log, Rungs rungs, Threads threads, TrainingListener listener) {
            this.objective = objective;
            this.log = log;
            this.rungs = rungs;
            this.each = new Threads(Math.max(1, threads.count() / parallel));
            this.listener = listener;
        }

        private SearchResult result() {
            List<Integer> numbers = IntStream.range(0, trials).boxed().toList();
            for (int rung = 1; rung < Rungs.COUNT; rung++) {
                List<Trial> best = judged(numbers, rung, rungs.data(rung));
                numbers = goingOn(best, Rungs.places(trials, rung + 1));
                told(best, rung, "; " + numbers.size() + " go on");
            }
            TrainingData all = rungs.data(Rungs.COUNT);
            List<Trial> best = judged(numbers, Rungs.COUNT, all);
            told(best, Rungs.COUNT, "");
            return new SearchResult(best, gain(best, all).orElse(null));
        }

        /// All trials of a rung, best first, at least one a success.
        private List<Trial> judged(List<Integer> numbers, int rung, TrainingData data) {
            Map<Integer, Trial> judged = new ConcurrentHashMap<>();
            new Threads(parallel).run(numbers.size(), k -> {
                int number = numbers.get(k);
                judged.put(number, log.find(number, rung).orElseGet(() -> tried(number, rung, data)));
                progress(rung);
            });
            List<Trial> best = judged.values().stream().sorted(Trial.BEST_FIRST).toList();
            if (!best.getFirst().succeeded()) {
                throw new TrainingException(
                        "none of " + best.size() + " configurations could be trained; " + log.file() + " has them all");
            }
            return best;
        }

        private Trial tried(int number, int rung, TrainingData data) {
            Map<String, String> values = search.space().configuration(search.seed(), number);
            long start = nanoTime.getAsLong();
            Optional<Trial.Figures> figures = Optional.empty();
            try {
                Evaluation evaluation = objective.evaluate(values, data, each);
                figures = Optional.of(new Trial.Figures(mean(evaluation, NDCG), mean(evaluation, RECALL)));
                if (rung == Rungs.COUNT) {
                    ofAllUsers.put(number, evaluation);
                }
            } catch (TrainingException failed) {
                listener.note("trial " + number + " failed: " + failed.getMessage());
            }
            double seconds = (nanoTime.getAsLong() - start) / 1e9;
            Trial trial =
                    new Trial(number, rung, data.interactions().userCount(), values, figures.orElse(null), seconds);
            try {
                log.add(trial);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return trial;
        }

        private static double mean(Evaluation evaluation, String metric) {
            return evaluation
                    .estimate(metric)
                    .map(Estimate::mean)
                    .orElseThrow(() -> new IllegalArgumentException("no validation user has a value of " + metric));
        }

        /// As many of the best as there are places, and 0.
        private static List<Integer> goingOn(List<Trial> best, int places) {
            List<Integer> numbers = new ArrayList<>();
            for (Trial trial : best) {
                if (trial.succeeded() && (numbers.size() < places || trial.number() == 0)) {
                    numbers.add(trial.number());
                }
            }
            return numbers;
        }

        private synchronized void progress(int rung) {
            double all = 0;
            for (int each = 1; each <= Rungs.COUNT; each++) {
                all += (double) Rungs.places(trials, each) * rungs.users(each);
            }
            done += rungs.users(rung);
            listener.progress("rung " + rung + " of " + Rungs.COUNT, Math.min(1, done / all));
        }

        private void told(List<Trial> best, int rung, String end) {
            Trial first = best.getFirst();
            listener.note(String.format(
                    Locale.ROOT,
                    "rung %d of %d, %d users: %d trials, best NDCG@10 %.4f by trial %d%s",
                    rung,
                    Rungs.COUNT,
                    rungs.users(rung),
                    best.size(),
                    figures(first).ndcg(),
                    first.number(),
                    end));
        }

        private static Trial.Figures figures(Trial succeeded) {
            return Objects.requireNonNull(succeeded.figures(), "it has succeeded");
        }

        private Optional<PairedBootstrap.Comparison> gain(List<Trial> best, TrainingData data) {
            Trial first = best.getFirst();
            Optional<Trial> present = best.stream()
                    .filter(trial -> trial.number() == 0 && trial.succeeded())
                    .findFirst();
            if (first.number() == 0 || present.isEmpty()) {
                return Optional.empty();
            }
            Evaluation theirs = evaluation(present.get(), data);
            return new PairedBootstrap(Bootstrap.DEFAULT).compare(evaluation(first, data), theirs, NDCG);
        }

        /// The evaluation of a trial of the last rung: made again if the log alone knows it.
        private Evaluation evaluation(Trial trial, TrainingData data) {
            Evaluation kept = ofAllUsers.get(trial.number());
            if (kept != null) {
                return kept;
            }
            listener.progress("compare trial " + trial.number() + " user by user", 1);
            Evaluation again = objective.evaluate(trial.values(), data, each);
            double logged = figures(trial).ndcg();
            if (mean(again, NDCG) != logged) {
                listener.note(String.format(
                        Locale.ROOT,
                        "trial %d has NDCG@10 %.6f in %s and has %.6f now: the code or the machine has changed;"
                                + " remove the log to begin anew",
                        trial.number(),
                        logged,
                        log.file(),
                        mean(again, NDCG)));
            }
            return again;
        }
    }
}
