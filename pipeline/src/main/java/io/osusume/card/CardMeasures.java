package io.osusume.card;

import io.osusume.card.CardPart.Drawing;
import io.osusume.card.CardPart.Points;
import io.osusume.card.CardPart.Table;
import io.osusume.card.CardPart.Text;
import io.osusume.evaluation.BandFigures;
import io.osusume.evaluation.Calibration;
import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.SequelFree;
import io.osusume.evaluation.Slices;
import io.osusume.model.Probabilities;
import io.osusume.plot.Figures;
import io.osusume.plot.LinePlot;
import io.osusume.plot.ReliabilityPlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a card says of what was measured.
///
/// @param subject the version
record CardMeasures(CardSubject subject) {
    private static final String LENGTH = "list-";
    private static final String NDCG = "ndcg@10";
    private static final int FEW_LISTS = 10;

    private Evaluation found() {
        return subject.evaluation();
    }

    CardSection metrics() {
        return new CardSection(
                "Metrics",
                List.of(new Text("All titles the fan does not have are ranked, never a sample. NDCG@n counts hidden"
                        + " titles among the first n, more for those near the top; Recall@n is the share found of those"
                        + " that could be found in n places; MRR is one over the place of the first hidden title. All"
                        + " lie between 0 and 1, more is better. Intervals are 95%, by bootstrap over users: with other"
                        + " users of the same kind a mean would mostly stay inside.")));
    }

    CardSection evaluationData() {
        if (found().userCount() == 0) {
            return new CardSection(
                    "Evaluation data", List.of(new Text("No user was set apart: nothing was measured.")));
        }
        String part = subject.setting("split.held-out")
                .map(share -> String.format(Locale.ROOT, "%.0f%%", 100 * Double.parseDouble(share)))
                .orElse("A part");
        return new CardSection(
                "Evaluation data",
                List.of(new Text(Figures.count(found().userCount()) + " validation users, set apart whole before the"
                        + " training. " + part + " of each list was hidden, the rest shown to the model. These users"
                        + " also decide which of several models is put forward, so the figures of the one put forward"
                        + " are a little flattering; the gate and the evaluation use other users, the test users.")));
    }

    CardSection overall() {
        List<List<String>> rows = new ArrayList<>();
        for (String metric : found().metrics()) {
            rows.add(row(Figures.title(metric), found().estimate(metric)));
        }
        if (found().slices().contains(SequelFree.SLICE)) {
            for (String metric : Slices.metrics()) {
                rows.add(row(
                        Figures.title(metric) + ", no further parts of a franchise the list has",
                        found().estimate(Evaluation.inSlice(SequelFree.SLICE, metric))));
            }
        }
        for (String metric : found().listMetrics()) {
            rows.add(row(Figures.title(metric), found().estimate(metric)));
        }
        found().pooled()
                .forEach((metric, value) ->
                        rows.add(List.of(Figures.title(metric), Figures.share(value), Figures.ABSENT, Figures.ABSENT)));
        if (found().userCount() == 0) {
            rows.clear();
        }
        addScore(
                rows,
                "validation-score-rmse",
                "Expected scores: root of the mean squared error, the scale being 0 to 1");
        addScore(rows, "validation-score-mae", "Expected scores: mean error, the scale being 0 to 1");
        return new CardSection(
                "Quantitative analyses",
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Table(
                                "All validation users", List.of("Metric", "Mean", "95% interval", "Users"), rows)));
    }

    private void addScore(List<List<String>> rows, String metric, String title) {
        Double value = subject.manifest().metrics().get(metric);
        if (value != null) {
            rows.add(List.of(title, Figures.measured(value), Figures.ABSENT, Figures.ABSENT));
        }
    }

    private static List<String> row(String name, Optional<Estimate> estimate) {
        return List.of(
                name,
                Figures.mean(estimate),
                Figures.interval(estimate),
                estimate.map(each -> Figures.count(each.users())).orElse(Figures.ABSENT));
    }

    CardSection lengths() {
        List<String> slices = found().slices().stream()
                .filter(slice -> slice.startsWith(LENGTH) && found().users(slice) > 0)
                .toList();
        if (slices.isEmpty()) {
            return new CardSection("By the length of the list", List.of());
        }
        List<CardPart> parts = new ArrayList<>();
        boolean uncut = slices.getLast().endsWith("+");
        parts.add(new Text("The same users with lists cut at random to so many entries; only lists that are long enough"
                + " can be cut, of as many users as the table says."
                + (uncut ? " The last step are the users with the longest lists, not cut." : "")));
        if (slices.size() > 1) {
            List<Double> means = slices.stream()
                    .map(slice -> found().estimate(Evaluation.inSlice(slice, NDCG))
                            .map(Estimate::mean)
                            .orElse(Double.NaN))
                    .toList();
            parts.add(new Drawing(LinePlot.draw(
                    "lengths",
                    "NDCG@10 by entries the model was shown",
                    slices.stream()
                            .map(slice -> slice.substring(LENGTH.length()))
                            .toList(),
                    "entries shown to the model",
                    List.of(new LinePlot.Line(found().model(), means, "best")))));
        }
        List<List<String>> rows = new ArrayList<>();
        for (String slice : slices) {
            for (String metric : Slices.metrics()) {
                rows.add(row(
                        slice.substring(LENGTH.length()) + " entries, " + Figures.title(metric),
                        found().estimate(Evaluation.inSlice(slice, metric))));
            }
        }
        parts.add(new Table("By the length of the list", List.of("List", "Mean", "95% interval", "Users"), rows));
        return new CardSection("By the length of the list", parts);
    }

    CardSection popularity() {
        List<String> bands = new ArrayList<>();
        List<Double> recalls = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (BandFigures band : found().bands()) {
            Optional<Estimate> recall = Optional.ofNullable(band.recall());
            bands.add(band.band());
            recalls.add(recall.map(Estimate::mean).orElse(Double.NaN));
            rows.add(List.of(
                    band.band() + ", up to " + Figures.count(band.highestCount()) + " lists",
                    Figures.count(band.items()),
                    Figures.mean(recall),
                    Figures.interval(recall),
                    Figures.percent(band.shown())));
        }
        if (rows.isEmpty()) {
            return new CardSection("By popularity", List.of());
        }
        List<CardPart> parts = new ArrayList<>();
        parts.add(new Text("Hidden titles in thirds by how many of the lists it learnt from have them, and the share of"
                + " each that stands among the first " + BandFigures.N + " of its user."));
        if (bands.size() > 1) {
            parts.add(new Drawing(LinePlot.draw(
                    "bands",
                    "Recall@" + BandFigures.N + " by popularity",
                    bands,
                    "third of the hidden titles, from the least popular",
                    List.of(new LinePlot.Line(found().model(), recalls, "best")))));
        }
        parts.add(new Table(
                "By popularity",
                List.of("Band", "Titles", "Recall@" + BandFigures.N, "95% interval", "Of the places shown"),
                rows));
        return new CardSection("By popularity", parts);
    }

    CardSection probabilities() {
        Optional<Calibration> calibration = found().calibration();
        if (calibration.isEmpty() && subject.model() instanceof Probabilities) {
            return new CardSection(
                    "Calibration", List.of(new Text("Whether its probabilities hold was not measured.")));
        }
        if (calibration.isEmpty()) {
            return new CardSection(
                    "Calibration",
                    List.of(new Text("Its scores are no probabilities: they order titles"
                            + " and mean nothing by themselves.")));
        }
        Calibration held = calibration.get();
        return new CardSection(
                "Calibration",
                List.of(
                        new Text("Of the titles it gives a probability, about that share should be in the hidden part. "
                                + ReliabilityPlot.caption(held) + " Over the first 100 titles of every user."),
                        new Drawing(ReliabilityPlot.draw(
                                "calibration", found().model(), held.bins(), held.expectedError())),
                        new Table(
                                "Probabilities by bin",
                                List.of("Probability", "Predicted", "Observed", "Titles ranked"),
                                ReliabilityPlot.rows(held))));
    }

    CardSection newTitles() {
        long few = Arrays.stream(subject.model().training().itemCounts())
                .filter(lists -> lists < FEW_LISTS)
                .count();
        long strange =
                subject.catalogue().titles().size() - (long) subject.titles().size();
        return new CardSection(
                "New and rare titles",
                List.of(new Points(List.of(
                        Figures.count(strange) + " titles of the catalogue are on no list it learnt from: it never"
                                + " recommends them.",
                        Figures.count(few) + " of the "
                                + Figures.count(subject.items().size()) + " titles it can recommend are on fewer than "
                                + FEW_LISTS + " of these lists.",
                        "What it would find of titles nobody has watched yet was not measured for this version."))));
    }

    CardSection speed() {
        if (found().userCount() == 0) {
            return new CardSection("Speed", List.of());
        }
        return new CardSection(
                "Speed",
                List.of(new Text("Ranking all titles for one list took " + Figures.duration(found().medianScoringTime())
                        + " for the median user and " + Figures.duration(found().meanScoringTime())
                        + " on average, each on one thread of the computer that trained it, with whatever else it did at"
                        + " that time.")));
    }
}
