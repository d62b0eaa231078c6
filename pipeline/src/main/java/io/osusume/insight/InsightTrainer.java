package io.osusume.insight;

import io.osusume.data.Interactions;
import io.osusume.data.Lazy;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.RatingErrors;
import io.osusume.evaluation.RatingEvaluation;
import io.osusume.evaluation.RatingEvaluation.Metric;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Kernels;
import io.osusume.model.Recommender;
import io.osusume.model.SimilarItems;
import io.osusume.model.TrainingListener;
import io.osusume.model.audience.Audiences;
import io.osusume.model.layout.Atlas;
import io.osusume.model.neighbours.ListSample;
import io.osusume.model.rating.TrimmedRegression;
import io.osusume.model.rating.TrimmedRegressionTrainer;
import io.osusume.registry.ExpectedScores;
import io.osusume.registry.Insights;
import io.osusume.registry.LearntInsights;
import io.osusume.registry.Meanings;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the insights of the models of one training. What does not depend on the model is learnt
/// once, for all of them.
public final class InsightTrainer {
    private static final int ERROR_USERS = 500;

    private final InsightSettings settings;
    private final TrainingData data;
    private final Split split;
    private final SimilarItems byFacts;
    private final Kernels kernels;
    private final TrainingListener listener;
    private final Lazy<Optional<Meanings>> meanings;
    private final Lazy<Audiences> audiences;
    private final Lazy<Optional<ListSample>> lists;
    private final Lazy<Optional<ExpectedScores>> scores;
    private final Lazy<SortedMap<String, Double>> measured;

    /// Insights without what titles mean.
    public InsightTrainer(
            InsightSettings settings,
            TrainingData data,
            Split split,
            SimilarItems byFacts,
            Kernels kernels,
            TrainingListener listener) {
        this(settings, data, split, byFacts, Optional::empty, kernels, listener);
    }

    /// @param byFacts says what is like an item that a model knows nothing of
    /// @param meanings makes what titles mean, once for all models
    /// @param split whose training part the data is; its validation users measure
    public InsightTrainer(
            InsightSettings settings,
            TrainingData data,
            Split split,
            SimilarItems byFacts,
            Supplier<Optional<Meanings>> meanings,
            Kernels kernels,
            TrainingListener listener) {
        this.settings = settings;
        this.data = data;
        this.split = split;
        this.byFacts = byFacts;
        this.kernels = kernels;
        this.listener = listener;
        this.meanings = new Lazy<>(meanings);
        this.audiences = new Lazy<>(this::learnAudiences);
        this.lists = new Lazy<>(this::takeLists);
        this.scores = new Lazy<>(this::learnScores);
        this.measured = new Lazy<>(this::measure);
    }

    /// The insights of a model.
    public LearntInsights about(Recommender model) {
        Insights insights = Insights.of(
                map(model),
                audiences.get(),
                scores.get().orElse(null),
                lists.get().orElse(null));
        SortedMap<String, String> made = settings.settings();
        made.put("insights.meanings", Boolean.toString(meanings.get().isPresent()));
        return new LearntInsights(meanings.get().map(insights::with).orElse(insights), made, measured.get());
    }

    private SortedMap<String, Double> measure() {
        SortedMap<String, Double> figures = new TreeMap<>();
        boolean any = Part.VALIDATION.users(split).stream().anyMatch(InsightTrainer::hasHeldOutScore);
        if (any && scores.get().isPresent()) {
            RatingEvaluation evaluation =
                    RatingEvaluation.of(scores.get().get().model(), split, Part.VALIDATION, kernels.threads());
            figures.put("validation-score-rmse", mean(evaluation, Metric.RMSE));
            figures.put("validation-score-mae", mean(evaluation, Metric.MAE));
        }
        return figures;
    }

    private static boolean hasHeldOutScore(HeldOutUser user) {
        for (float rating : user.heldOutRatings()) {
            if (!Float.isNaN(rating)) {
                return true;
            }
        }
        return false;
    }

    private static double mean(RatingEvaluation evaluation, Metric metric) {
        return evaluation.estimate(metric, Bootstrap.DEFAULT).mean();
    }

    private @Nullable Atlas map(Recommender model) {
        return settings.map() && model instanceof SimilarItems similar
                ? Atlas.of(similar, byFacts, data.facts(), kernels.threads(), listener)
                : null;
    }

    private Audiences learnAudiences() {
        listener.progress("audiences: who has what", 0);
        return Audiences.of(data, kernels.threads());
    }

    private Optional<ListSample> takeLists() {
        Interactions training = data.interactions();
        return settings.lists() == 0 || training.userCount() == 0
                ? Optional.empty()
                : Optional.of(ListSample.of(training, settings.lists()));
    }

    private Optional<ExpectedScores> learnScores() {
        if (settings.scoreTitles() == 0 || !hasScores(data.interactions())) {
            return Optional.empty();
        }
        listener.progress("expected scores", 0);
        TrimmedRegressionTrainer usual = TrimmedRegressionTrainer.defaults();
        TrimmedRegression model = new TrimmedRegressionTrainer(
                        usual.regression(), settings.scoreTitles(), usual.kept(), usual.users())
                .train(data.interactions(), kernels, TrainingListener.SILENT);
        RatingErrors errors = RatingErrors.of(model, split, Part.VALIDATION, ERROR_USERS, kernels.threads());
        return Optional.of(new ExpectedScores(model, errors));
    }

    private static boolean hasScores(Interactions training) {
        for (int entry = 0; entry < training.size(); entry++) {
            if (!Float.isNaN(training.rating(entry))) {
                return true;
            }
        }
        return false;
    }
}
