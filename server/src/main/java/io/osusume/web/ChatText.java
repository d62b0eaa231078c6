package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.recommend.RecommendationService;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An answer of the assistant as a page shows it: paragraphs and lists, each title as a link whose
/// words are the catalogue's.
final class ChatText {
    private static final Pattern MARK = Pattern.compile("\\[\\[(\\d{1,18})]]");
    private static final Pattern DANGLING = Pattern.compile("^[\\s,:;\u2013\u2014-]+"); // joined it to the title
    private static final String POINT = "- ";

    private ChatText() {}

    /// A paragraph, which is one line, or a list.
    record Block(boolean list, List<Line> lines) {
        Block {
            lines = List.copyOf(lines);
        }
    }

    /// A paragraph or a point of a list.
    ///
    /// @param facts of the title it begins with, as the catalogue has them; empty if it begins with none
    record Line(List<Span> spans, String facts) {
        Line {
            spans = List.copyOf(spans);
        }

        /// Whether it is about the title it begins with, and looks like a card.
        boolean card() {
            return !spans.isEmpty() && spans.getFirst().itemId() > 0;
        }

        /// The title of a card.
        Line title() {
            return new Line(spans.subList(0, 1), "");
        }

        /// What is said of the title of a card.
        Line about() {
            List<Span> rest = new ArrayList<>(spans.subList(1, spans.size()));
            if (!rest.isEmpty()) {
                Span first = rest.getFirst();
                String text = DANGLING.matcher(first.text()).replaceFirst("");
                rest.set(0, first.itemId() > 0 ? first : new Span(text, 0, first.lang()));
            }
            return new Line(rest, "");
        }
    }

    /// Words, or a title.
    ///
    /// @param itemId of the title, 0 for words
    /// @param lang the language tag of a title's name
    record Span(String text, long itemId, String lang) {}

    /// The blocks of a text whose titles are `[[id]]`.
    static List<Block> blocks(String marked, RecommendationService service, NameLanguage names) {
        List<Block> blocks = new ArrayList<>();
        List<Line> points = new ArrayList<>();
        for (String line : marked.split("\n", -1)) {
            String text = line.strip();
            if (text.startsWith(POINT)) {
                points.add(point(text.substring(POINT.length()), service, names));
            } else if (!text.isEmpty()) {
                list(points, blocks);
                blocks.add(new Block(false, List.of(new Line(spans(text, service, names), ""))));
            }
        }
        list(points, blocks);
        return blocks;
    }

    private static Line point(String text, RecommendationService service, NameLanguage names) {
        List<Span> spans = spans(text, service, names);
        String facts = spans.isEmpty()
                ? ""
                : service.title(spans.getFirst().itemId())
                        .map(title -> new TitleView(title, names).facts())
                        .orElse("");
        return new Line(spans, facts);
    }

    private static void list(List<Line> points, List<Block> blocks) {
        if (!points.isEmpty()) {
            blocks.add(new Block(true, points));
            points.clear();
        }
    }

    private static List<Span> spans(String text, RecommendationService service, NameLanguage names) {
        List<Span> spans = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int from = 0;
        while (mark.find()) {
            words(text.substring(from, mark.start()), spans);
            spans.add(title(Long.parseLong(mark.group(1)), service, names));
            from = mark.end();
        }
        words(text.substring(from), spans);
        return spans;
    }

    private static void words(String text, List<Span> spans) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, 0, "en"));
        }
    }

    /// A title; words for one that the catalogue does not have any more.
    static Span title(long itemId, RecommendationService service, NameLanguage names) {
        return service.title(itemId)
                .map(title -> new TitleView(title, names))
                .map(title -> new Span(title.name(), itemId, title.lang()))
                .orElse(new Span("a title that is gone", 0, "en"));
    }
}
