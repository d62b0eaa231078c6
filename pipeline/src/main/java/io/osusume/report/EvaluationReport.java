package io.osusume.report;

import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.SequelFree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Models compared on the same users: what [ReportJson], [ReportTable] and [HtmlReport] show.
///
/// @param models best first by NDCG@10, those without it last
/// @param paired each model against the best, and against `ease` when it is there, in each of
///     [#COMPARED] that both have
/// @param part whose users judged
/// @param code the version of the program
/// @param kernels the numeric means, as manifests name them
/// @param created when
public record EvaluationReport(
        List<ModelResult> models,
        List<Comparison> paired,
        Part part,
        DataDescription data,
        String code,
        String kernels,
        Instant created) {
    /// The metric models are ordered and compared by.
    public static final String DECISIVE = "ndcg@10";

    /// The metrics models are compared by user by user, the decisive one first.
    public static final List<String> COMPARED =
            List.of(DECISIVE, "recall@20", Evaluation.inSlice(SequelFree.SLICE, "ndcg@10"));

    /// The model every other one is compared with when it is there.
    public static final String REFERENCE = "ease";

    /// On every report: what the figures are not.
    public static final String PROTOCOL = "This protocol measures how well a model completes a list of which a part"
            + " was hidden at random, not what somebody watches next: the data has no timestamps.";

    public EvaluationReport {
        models = List.copyOf(models);
        paired = List.copyOf(paired);
    }

    /// Orders the models and compares them in pairs.
    ///
    /// @throws IllegalArgumentException if two models have the same name, or one was evaluated
    ///     on another part
    public static EvaluationReport of(
            List<ModelResult> models,
            PairedBootstrap bootstrap,
            Part part,
            DataDescription data,
            String code,
            String kernels,
            Instant created) {
        Set<String> names = new HashSet<>();
        for (ModelResult model : models) {
            if (!names.add(model.name())) {
                throw new IllegalArgumentException(
                        "'" + model.name() + "' stands twice in the report; name one of them otherwise");
            }
            if (model.evaluation().part() != part) {
                throw new IllegalArgumentException("'" + model.name() + "' was evaluated on "
                        + model.evaluation().part().word() + ", the report is about " + part.word());
            }
        }
        List<ModelResult> ordered = models.stream()
                .sorted(Comparator.comparingDouble(EvaluationReport::decisive)
                        .reversed()
                        .thenComparing(ModelResult::name))
                .toList();
        return new EvaluationReport(ordered, pairs(ordered, bootstrap), part, data, code, kernels, created);
    }

    private static double decisive(ModelResult model) {
        return model.evaluation().estimate(DECISIVE).map(Estimate::mean).orElse(Double.NEGATIVE_INFINITY);
    }

    private static List<Comparison> pairs(List<ModelResult> ordered, PairedBootstrap bootstrap) {
        List<Comparison> pairs = new ArrayList<>();
        for (int against = 0; against < ordered.size(); against++) {
            ModelResult reference = ordered.get(against);
            if (against > 0 && !reference.name().equals(REFERENCE)) {
                continue;
            }
            for (ModelResult model : ordered) {
                if (model.name().equals(reference.name())) {
                    continue;
                }
                for (String metric : COMPARED) {
                    if (model.evaluation().has(metric) && reference.evaluation().has(metric)) {
                        bootstrap
                                .compare(model.evaluation(), reference.evaluation(), metric)
                                .ifPresent(pairs::add);
                    }
                }
            }
        }
        return List.copyOf(pairs);
    }

    /// The comparisons with one model by the decisive metric, in the order of the models.
    List<Comparison> against(String reference) {
        return against(reference, DECISIVE);
    }

    /// The comparisons with one model by one metric, in the order of the models.
    List<Comparison> against(String reference, String metric) {
        return paired.stream()
                .filter(pair -> pair.b().equals(reference) && pair.metric().equals(metric))
                .toList();
    }

    /// The models others are compared with, in the order of the comparisons.
    List<String> references() {
        return paired.stream().map(Comparison::b).distinct().toList();
    }

    /// The names of all slices some model was measured in, in the order of the first that has them.
    List<String> slices() {
        return models.stream()
                .flatMap(model -> model.evaluation().slices().stream())
                .distinct()
                .toList();
    }
}
