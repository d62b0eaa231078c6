package io.osusume.report;

import static io.osusume.plot.Markup.escaped;

import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.plot.Figures;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The report as one HTML page: plots and a table beside each, light and dark, no script, no other
/// file needed.
public final class HtmlReport {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final EvaluationReport report;
    private final StringBuilder out = new StringBuilder();

    private HtmlReport(EvaluationReport report) {
        this.report = report;
    }

    /// The whole page.
    public static String write(EvaluationReport report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        out.append("<!doctype html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n")
                .append("<meta name='viewport' content='width=device-width, initial-scale=1'>\n")
                .append("<meta name='color-scheme' content='light dark'>\n")
                .append("<title>Osusume: evaluation on ")
                .append(escaped(report.data().name()))
                .append("</title>\n<style>\n")
                .append(HtmlPage.style())
                .append("</style>\n</head>\n<body>\n<main>\n");
        header();
        if (report.models().isEmpty()) {
            out.append("<p>No model was evaluated.</p>\n");
        } else {
            out.append(new PlotSections(report).write());
            notes();
            settings();
        }
        origin();
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private void header() {
        out.append("<header>\n<p class='eyebrow'>Osusume · evaluation · ")
                .append(escaped(report.part().word()))
                .append(" users</p>\n<h1>")
                .append(escaped(headline()))
                .append("</h1>\n");
        paragraph("lead", lead());
        out.append("</header>\n<aside><strong>Read with care.</strong> ")
                .append(escaped(EvaluationReport.PROTOCOL))
                .append("</aside>\n");
    }

    private String headline() {
        return report.models().stream()
                .findFirst()
                .filter(model ->
                        model.evaluation().estimate(EvaluationReport.DECISIVE).isPresent())
                .map(model -> model.name()
                        + (rivals().isEmpty() ? " completes lists best" : " leads, not by a decided margin"))
                .orElse("Models compared");
    }

    private String lead() {
        String items = Figures.count(report.data().counts().getOrDefault("items", 0L));
        String users = report.models().isEmpty()
                ? "No"
                : Figures.count(report.models().getFirst().evaluation().userCount());
        return users + " users no model has seen gave a part of their list; each model ranked all " + items
                + " titles but those, and the hidden part was looked for among the first ones." + margin() + draw();
    }

    /// The models whose difference to the best may be none.
    private List<String> rivals() {
        return report.against(report.models().getFirst().name()).stream()
                .filter(pair -> pair.high() >= 0)
                .map(Comparison::a)
                .toList();
    }

    private String draw() {
        List<String> rivals = report.models().isEmpty() ? List.of() : rivals();
        return rivals.isEmpty()
                ? ""
                : " These are not decidedly behind "
                        + report.models().getFirst().name() + " in " + Figures.title(EvaluationReport.DECISIVE) + ": "
                        + String.join(", ", rivals) + ".";
    }

    /// A sentence on how far the best model is above the reference.
    private String margin() {
        String best =
                report.models().isEmpty() ? "" : report.models().getFirst().name();
        Optional<Comparison> margin = report.against(EvaluationReport.REFERENCE).stream()
                .filter(pair -> pair.a().equals(best))
                .findFirst();
        return margin.map(pair -> String.format(
                        Locale.ROOT,
                        " %s is %.4f above %s in %s (95%% interval %.4f to %.4f).",
                        pair.a(),
                        pair.difference(),
                        pair.b(),
                        Figures.title(pair.metric()),
                        pair.low(),
                        pair.high()))
                .orElse("");
    }

    private void notes() {
        if (report.models().stream().allMatch(model -> model.notes().isEmpty())) {
            return;
        }
        section("What to know about the models");
        out.append("<dl>\n");
        for (ModelResult model : report.models()) {
            if (!model.notes().isEmpty()) {
                out.append("<dt>").append(escaped(model.name())).append("</dt>\n");
                model.notes()
                        .forEach(
                                note -> out.append("<dd>").append(escaped(note)).append("</dd>\n"));
            }
        }
        out.append("</dl></section>\n");
    }

    private void settings() {
        section("Settings");
        for (ModelResult model : report.models()) {
            if (model.settings().isEmpty()) {
                continue;
            }
            List<List<String>> rows = model.settings().entrySet().stream()
                    .map(setting -> List.of(setting.getKey(), setting.getValue()))
                    .toList();
            out.append("<details><summary>")
                    .append(escaped(model.name()))
                    .append("</summary>\n")
                    .append(HtmlTable.write("Settings of " + model.name(), List.of("Setting", "Value"), rows))
                    .append("</details>\n");
        }
        out.append("</section>\n");
    }

    private void origin() {
        StringBuilder text = new StringBuilder("Data ")
                .append(report.data().name())
                .append(", hash ")
                .append(report.data().hash())
                .append(": ");
        report.data()
                .counts()
                .forEach((name, count) -> text.append(spaced(name))
                        .append(' ')
                        .append(Figures.count(count))
                        .append(", "));
        text.setLength(text.length() - 2);
        text.append(". Code ").append(report.code());
        text.append(". Kernels ").append(report.kernels());
        text.append(". Made ").append(DATE.format(report.created())).append('.');
        out.append("<footer>\n");
        paragraph("", text.toString());
        out.append("</footer>\n");
    }

    /// `testUsers` as `test users`.
    private static String spaced(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private void section(String title) {
        out.append("<section>\n<h2>").append(escaped(title)).append("</h2>\n");
    }

    private void paragraph(String styleClass, String text) {
        out.append(styleClass.isEmpty() ? "<p>" : "<p class='" + styleClass + "'>")
                .append(escaped(text))
                .append("</p>\n");
    }
}
