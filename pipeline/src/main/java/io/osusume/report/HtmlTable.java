package io.osusume.report;

import static io.osusume.plot.Markup.escaped;

import java.util.List;

/// A table of text cells: the first column heads its row, the others are numbers; of two columns the second are words,
/// which break where the page is narrow. All text is escaped here.
final class HtmlTable {
    private HtmlTable() {}

    /// A table in a box that scrolls when the page is too narrow.
    ///
    /// @param caption what it shows
    static String write(String caption, List<String> header, List<List<String>> rows) {
        StringBuilder out = new StringBuilder("<div class='scroll' role='region' tabindex='0' aria-label='")
                .append(escaped(caption))
                .append(header.size() == 2 ? "'><table class='facts'>\n<caption>" : "'><table>\n<caption>")
                .append(escaped(caption))
                .append("</caption>\n<thead><tr>");
        header.forEach(
                cell -> out.append("<th scope='col'>").append(escaped(cell)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            out.append("<tr><th scope='row'>").append(escaped(row.getFirst())).append("</th>");
            row.stream()
                    .skip(1)
                    .forEach(cell -> out.append("<td>").append(escaped(cell)).append("</td>"));
            out.append("</tr>\n");
        }
        return out.append("</tbody></table></div>\n").toString();
    }
}
