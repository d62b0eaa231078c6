package io.osusume.report;

import static io.osusume.plot.Markup.escaped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// An HTML page of this package's style under construction: light and dark, no script, no other file
/// needed. All text
/// is escaped here.
public final class HtmlPage {
    private final StringBuilder out = new StringBuilder();

    /// Begins a page.
    ///
    /// @param title of the window
    /// @param eyebrow a few words above the headline
    /// @param lead the first sentence or two
    public HtmlPage(String title, String eyebrow, String headline, String lead) {
        out.append("<!doctype html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n")
                .append("<meta name='viewport' content='width=device-width, initial-scale=1'>\n")
                .append("<meta name='color-scheme' content='light dark'>\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n<header>\n<p class='eyebrow'>")
                .append(escaped(eyebrow))
                .append("</p>\n<h1>")
                .append(escaped(headline))
                .append("</h1>\n<p class='lead'>")
                .append(escaped(lead))
                .append("</p>\n</header>\n");
    }

    static String style() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A table as HTML, the first column the head of each row.
    ///
    /// @param caption what it shows
    public static String table(String caption, List<String> header, List<List<String>> rows) {
        return HtmlTable.write(caption, header, rows);
    }

    /// A drawing as HTML.
    ///
    /// @param svg as a plot draws it
    public static String figure(String svg) {
        return "<figure class='narrow'>" + svg + "</figure>\n";
    }

    /// Opens a section with its heading.
    public HtmlPage open(String title) {
        out.append("<section>\n<h2>").append(escaped(title)).append("</h2>\n");
        return this;
    }

    /// Opens a section with its heading and a sentence.
    public HtmlPage open(String title, String text) {
        out.append(Section.open(title, text));
        return this;
    }

    /// Ends the section.
    public HtmlPage close() {
        out.append("</section>\n");
        return this;
    }

    /// A paragraph of text.
    public HtmlPage paragraph(String text) {
        out.append("<p>").append(escaped(text)).append("</p>\n");
        return this;
    }

    /// A list of sentences.
    public HtmlPage list(List<String> sentences) {
        out.append("<ul>\n");
        sentences.forEach(
                sentence -> out.append("<li>").append(escaped(sentence)).append("</li>\n"));
        out.append("</ul>\n");
        return this;
    }

    /// HTML made by [#table], [#figure] or a plot.
    public HtmlPage html(String html) {
        out.append(html);
        return this;
    }

    /// Ends the page.
    ///
    /// @param origin where it comes from, at its foot
    public String end(String origin) {
        return out.append("<footer>\n<p>")
                .append(escaped(origin))
                .append("</p>\n</footer>\n</main>\n</body>\n</html>\n")
                .toString();
    }
}
