package io.osusume.flow;

import static io.osusume.plot.Markup.escaped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A pipeline drawn: stages that come after others stand to the right of them, lines lead from what is made to who
/// reads
/// it.
public final class FlowDrawing {
    private static final double WIDTH = 150;
    private static final double HEIGHT = 34;
    private static final double ACROSS = 200;
    private static final double DOWN = 48;
    private static final double MARGIN = 12;

    private record Place(double x, double y) {}

    private FlowDrawing() {}

    /// An SVG image that stands alone: light and dark by what the reader prefers, told in words for who cannot see it.
    public static String svg(FlowGraph graph) {
        Map<String, Place> places = places(graph);
        double width = places.values().stream().mapToDouble(Place::x).max().orElse(0) + WIDTH + MARGIN;
        double height = places.values().stream().mapToDouble(Place::y).max().orElse(0) + HEIGHT + MARGIN;
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %.0f %.0f' width='%.0f' height='%.0f' role='img'"
                        + " aria-labelledby='flow-title flow-desc'>%n",
                width,
                height,
                width,
                height));
        out.append("<title id='flow-title'>The pipeline</title>\n<desc id='flow-desc'>")
                .append(escaped(words(graph)))
                .append("</desc>\n<style>\n")
                .append("text { font: 13px system-ui, sans-serif; fill: #1b1f24; text-anchor: middle; }\n")
                .append("rect.stage { fill: #fff; stroke: #2f5d8a; stroke-width: 1.5; }\n")
                .append("rect.outside { fill: #eef2f6; stroke: #6b7785; stroke-dasharray: 5 3; }\n")
                .append("path { fill: none; stroke: #6b7785; stroke-width: 1.3; }\n")
                .append("@media (prefers-color-scheme: dark) {\n  text { fill: #e8ecf1; }\n")
                .append("  rect.stage { fill: #1d2530; stroke: #7fb2e5; }\n")
                .append(
                        "  rect.outside { fill: #11161d; stroke: #93a0ae; }\n  path { stroke: #93a0ae; }\n}\n</style>\n");
        for (Stage stage : graph.stages()) {
            for (String input : stage.inputs()) {
                Place from = places.get(graph.maker(input).map(Stage::name).orElse(input));
                Place to = places.get(stage.name());
                if (from != null && to != null) {
                    out.append(edge(from, to));
                }
            }
        }
        places.forEach(
                (name, place) -> out.append(box(name, place, graph.outside().contains(name))));
        return out.append("</svg>\n").toString();
    }

    private static Map<String, Place> places(FlowGraph graph) {
        Map<Integer, Integer> used = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (String outside : graph.outside()) {
            places.put(outside, place(0, used.merge(0, 1, Integer::sum) - 1));
        }
        graph.depths().forEach((name, depth) -> {
            int column = depth + 1;
            places.put(name, place(column, used.merge(column, 1, Integer::sum) - 1));
        });
        return places;
    }

    private static Place place(int column, int row) {
        return new Place(MARGIN + column * ACROSS, MARGIN + row * DOWN);
    }

    private static String edge(Place from, Place to) {
        double x1 = from.x + WIDTH;
        double y1 = from.y + HEIGHT / 2;
        double y2 = to.y + HEIGHT / 2;
        return String.format(
                Locale.ROOT,
                "<path d='M%.0f %.0f C%.0f %.0f %.0f %.0f %.0f %.0f'/>%n",
                x1,
                y1,
                x1 + 25,
                y1,
                to.x - 25,
                y2,
                to.x,
                y2);
    }

    private static String box(String name, Place place, boolean outside) {
        return String.format(
                Locale.ROOT,
                "<rect x='%.0f' y='%.0f' width='%.0f' height='%.0f' rx='6' class='%s'/>%n<text x='%.0f' y='%.0f'>%s</text>%n",
                place.x,
                place.y,
                WIDTH,
                HEIGHT,
                outside ? "outside" : "stage",
                place.x + WIDTH / 2,
                place.y + HEIGHT / 2 + 4.5,
                escaped(name));
    }

    private static String words(FlowGraph graph) {
        return graph.stages().stream()
                .map(stage -> stage.name() + " reads " + String.join(", ", stage.inputs()) + " and makes "
                        + String.join(", ", stage.outputs()))
                .collect(Collectors.joining("; ", "", "."));
    }

    /// The same as a Mermaid flowchart.
    public static String mermaid(FlowGraph graph) {
        StringBuilder out = new StringBuilder("flowchart LR\n");
        List<String> names = new ArrayList<>(graph.outside());
        graph.stages().forEach(stage -> names.add(stage.name()));
        for (String name : names) {
            boolean outside = graph.outside().contains(name);
            out.append("  ")
                    .append(id(name))
                    .append(outside ? "([" : "[")
                    .append('"')
                    .append(name.replace("\"", "'"));
            out.append('"').append(outside ? "])" : "]").append('\n');
        }
        for (Stage stage : graph.stages()) {
            for (String input : stage.inputs()) {
                out.append("  ").append(id(graph.maker(input).map(Stage::name).orElse(input)));
                out.append(" -->|")
                        .append(input)
                        .append("| ")
                        .append(id(stage.name()))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_");
    }
}
