package io.osusume.report;

import io.osusume.evaluation.Calibration;
import io.osusume.plot.Figures;
import io.osusume.plot.ReliabilityPlot;
import java.util.List;
import java.util.Locale;

/// The section of the page that holds probabilities to what happened: a reliability plot a model.
final class CalibrationSection {
    private CalibrationSection() {}

    /// The section as HTML; empty if no model gives probabilities.
    static String write(List<ModelResult> all) {
        List<ModelResult> models = all.stream()
                .filter(model -> model.evaluation().calibration().isPresent())
                .toList();
        if (models.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder(Section.open("Do the probabilities hold?", Explanations.CALIBRATION));
        for (int k = 0; k < models.size(); k++) {
            String name = models.get(k).name();
            Calibration calibration = models.get(k).evaluation().calibration().orElseThrow();
            List<List<String>> rows = calibration.bins().stream()
                    .map(bin -> List.of(
                            String.format(Locale.ROOT, "%.4f to %.4f", bin.low(), bin.high()),
                            Figures.share(bin.predicted()),
                            Figures.share(bin.observed()),
                            Figures.count(bin.candidates())))
                    .toList();
            double share = calibration.observed();
            String caption = String.format(
                    Locale.ROOT,
                    "Expected calibration error %.4f; Brier score %.4f, where always saying the overall share %.4f"
                            + " would have %.4f.",
                    calibration.expectedError(),
                    calibration.brier(),
                    share,
                    share * (1 - share));
            out.append(Section.heading(name))
                    .append(Section.pair(
                            ReliabilityPlot.draw(
                                    "calibration-" + k, name, calibration.bins(), calibration.expectedError()),
                            caption,
                            HtmlTable.write(
                                    "Probabilities of " + name + " by bin",
                                    List.of("Probability", "Predicted", "Observed", "Candidates"),
                                    rows)));
        }
        return out.append("</section>\n").toString();
    }
}
