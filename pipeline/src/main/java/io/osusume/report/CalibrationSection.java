package io.osusume.report;

import io.osusume.evaluation.Calibration;
import io.osusume.plot.ReliabilityPlot;
import java.util.List;

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
            out.append(Section.heading(name))
                    .append(Section.pair(
                            ReliabilityPlot.draw(
                                    "calibration-" + k, name, calibration.bins(), calibration.expectedError()),
                            ReliabilityPlot.caption(calibration),
                            HtmlTable.write(
                                    "Probabilities of " + name + " by bin",
                                    List.of("Probability", "Predicted", "Observed", "Candidates"),
                                    ReliabilityPlot.rows(calibration))));
        }
        return out.append("</section>\n").toString();
    }
}
