package io.osusume.report;

import static io.osusume.plot.Markup.escaped;

/// The pieces every section of the page is built of.
final class Section {
    private Section() {}

    /// Opens a section; the caller closes it with `</section>`.
    static String open(String title, String text) {
        return "<section>\n<h2>" + escaped(title) + "</h2>\n<p>" + escaped(text) + "</p>\n";
    }

    static String heading(String text) {
        return "<h3>" + escaped(text) + "</h3>\n";
    }

    /// A plot and the table that says the same, side by side where there is room.
    ///
    /// @param caption below the plot, as HTML; possibly empty
    /// @param table one or more
    static String pair(String plot, String caption, String table) {
        return "<div class='pair'><figure>" + plot
                + (caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>") + "</figure>\n<div>" + table
                + "</div></div>\n";
    }

    /// A table to unfold.
    static String folded(String summary, String table) {
        return "<details><summary>" + escaped(summary) + "</summary>\n" + table + "</details>\n";
    }

    /// A coloured square and what it stands for, for a caption.
    static String key(String tone, String text) {
        return "<span class='key " + tone + "'></span>" + escaped(text);
    }
}
