package io.osusume.web;

import io.osusume.artifact.Hashes;
import io.osusume.map.MapArea;
import io.osusume.map.TitleMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/// The whole map as one SVG image, for browsers that draw it not themselves: a dot a title, larger for what is well
/// known, in the colour of its area, and the names of the areas. It fits light and dark browsers.
final class MapPicture {
    /// Colours of areas on light ground, in the order of their numbers; the style sheet has the same.
    static final List<String> LIGHT = List.of(
            "#b25448", "#339c68", "#5f56a6", "#ab5d1e", "#009e8e", "#7b4b96", "#9a6a00", "#009aae", "#8f437c",
            "#7f7800", "#1991c6", "#9b3f5c", "#58832d", "#5985d1");

    /// The same on dark ground.
    static final List<String> DARK = List.of(
            "#ea8e80", "#52ae7c", "#b7b3ff", "#e39661", "#20af9f", "#d6a8f4", "#d0a34f", "#11abbe", "#eea1d8",
            "#b4af53", "#43a3d5", "#fc9eb6", "#90ba6c", "#6e98df");

    private static final int SIDE = 2000;
    private static final double EDGE = 0.03;
    private static final double[] WELL_KNOWN = {0.02, 0.15, 1}; // shares of the titles, the best known first
    private static final int[] DOTS = {15, 10, 6};
    private static final String STYLE = style();

    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + hash() + "'";

    private MapPicture() {}

    private static String style() {
        StringBuilder style = new StringBuilder("path{fill:none;stroke-linecap:round}text{font:600 44px serif;"
                + "text-anchor:middle;fill:#1f1a15;stroke:#faf7f1;stroke-width:9px;paint-order:stroke}"
                + "circle{fill:none;stroke:#ae2f19;stroke-width:8px}rect{fill:#faf7f1}");
        for (int area = 0; area < LIGHT.size(); area++) {
            style.append(".a")
                    .append(area)
                    .append("{stroke:")
                    .append(LIGHT.get(area))
                    .append('}');
        }
        style.append("@media(prefers-color-scheme:dark){text{fill:#f0e9df;stroke:#171412}circle{stroke:#ff9478}"
                + "rect{fill:#171412}");
        for (int area = 0; area < DARK.size(); area++) {
            style.append(".a")
                    .append(area)
                    .append("{stroke:")
                    .append(DARK.get(area))
                    .append('}');
        }
        return style.append('}').toString();
    }

    private static String hash() {
        MessageDigest digest = Hashes.sha256();
        digest.update(STYLE.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Hashes.hex(digest)));
    }

    /// @param chosen a title to be marked
    static String of(TitleMap map, OptionalInt chosen) {
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + SIDE + " "
                + SIDE + "\" role=\"img\"><title>Map of " + map.size() + " titles</title><style>" + STYLE
                + "</style><rect width=\"" + SIDE + "\" height=\"" + SIDE + "\"/>");
        for (int size = WELL_KNOWN.length - 1; size >= 0; size--) {
            int from = size == 0 ? 0 : (int) (WELL_KNOWN[size - 1] * map.size());
            int to = (int) (WELL_KNOWN[size] * map.size());
            for (int area = 0; area < LIGHT.size(); area++) {
                dots(map, from, to, area, DOTS[size], svg);
            }
        }
        for (MapArea area : map.areas()) {
            svg.append(String.format(
                    java.util.Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\">%s</text>",
                    at(area.x()),
                    at(area.y()),
                    escaped(area.words().stream().findFirst().orElse(""))));
        }
        chosen.ifPresent(place ->
                svg.append("<circle r=\"26\" cx=\"" + at(map.x(place)) + "\" cy=\"" + at(map.y(place)) + "\"/>"));
        return svg.append("</svg>\n").toString();
    }

    /// One path for all dots of a kind: a line of no length with a round end is a dot.
    private static void dots(TitleMap map, int from, int to, int area, int width, StringBuilder svg) {
        StringBuilder path = new StringBuilder();
        int x = 0;
        int y = 0;
        for (int place = from; place < to; place++) {
            if (map.area(place) % LIGHT.size() == area) {
                int toX = at(map.x(place));
                int toY = at(map.y(place));
                path.append('m')
                        .append(toX - x)
                        .append(toY < y ? "" : " ")
                        .append(toY - y)
                        .append("h0");
                x = toX;
                y = toY;
            }
        }
        if (!path.isEmpty()) {
            svg.append("<path class=\"a" + area + "\" stroke-width=\"" + width + "\" d=\"" + path + "\"/>");
        }
    }

    private static int at(float coordinate) {
        return (int) Math.round(SIDE * (EDGE + (1 - 2 * EDGE) * (coordinate + 1) / 2));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
