package io.osusume.plot;

import static io.osusume.plot.Markup.escaped;

/// An SVG image under construction. Colours are classes of the page's style sheet, so that light
/// and dark both work.
final class Drawing {
    /// Drawing units across; about a phone's width in CSS pixels, so that text keeps its size
    /// there.
    static final double WIDTH = 380;

    private final StringBuilder body = new StringBuilder();

    Drawing line(String x1, String y1, String x2, String y2, String styleClass) {
        return add(
                "<line x1='" + x1 + "' y1='" + y1 + "' x2='" + x2 + "' y2='" + y2 + "' class='" + styleClass + "'/>");
    }

    Drawing rect(String x, double y, double width, double height, String styleClass) {
        return add("<rect x='" + x + "' y='" + Axis.number(y) + "' width='" + Axis.number(width) + "' height='"
                + Axis.number(height) + "' rx='1.5' class='" + styleClass + "'/>");
    }

    Drawing circle(String x, String y, double radius, String styleClass) {
        return add(
                "<circle cx='" + x + "' cy='" + y + "' r='" + Axis.number(radius) + "' class='" + styleClass + "'/>");
    }

    /// @param points `x,y` pairs with spaces between
    Drawing polyline(String points, String styleClass) {
        return add("<polyline points='" + points + "' class='" + styleClass + "'/>");
    }

    Drawing text(double x, double y, String styleClass, String text) {
        return add("<text x='" + Axis.number(x) + "' y='" + Axis.number(y) + "' class='" + styleClass + "'>"
                + escaped(text) + "</text>");
    }

    private Drawing add(String element) {
        body.append(element).append('\n');
        return this;
    }

    /// Vertical grid lines with their labels below.
    Drawing grid(Axis across, double top, double bottom) {
        for (double tick : across.ticks()) {
            String x = across.at(tick);
            line(x, Axis.number(top), x, Axis.number(bottom), "grid");
            String anchor = tick == across.low() ? "tick start" : "tick middle";
            text(Double.parseDouble(x), bottom + 15, anchor, across.label(tick));
        }
        return this;
    }

    /// The finished image.
    ///
    /// @param id unique on the page
    /// @param description what a reader who cannot see it should know
    String svg(String id, double width, double height, String title, String description) {
        return "<svg viewBox='0 0 " + Axis.number(width) + " " + Axis.number(height)
                + "' role='img' aria-labelledby='" + id + "-title " + id + "-desc'>\n"
                + "<title id='" + id + "-title'>" + escaped(title) + "</title>\n"
                + "<desc id='" + id + "-desc'>" + escaped(description) + "</desc>\n"
                + body + "</svg>\n";
    }
}
