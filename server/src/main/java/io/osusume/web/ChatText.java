package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.recommend.RecommendationService;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An answer of the assistant as a page shows it: paragraphs and points, each title as a link whose
/// words are the catalogue's.
final class ChatText {
    private static final Pattern MARK = Pattern.compile("\\[\\[(\\d{1,18})]]");
    private static final String POINT = "- ";

    private ChatText() {}

    /// A paragraph, or a point of a list.
    record Block(boolean point, List<Span> spans) {
        Block {
            spans = List.copyOf(spans);
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
        for (String line : marked.split("\n", -1)) {
            String text = line.strip();
            if (!text.isEmpty()) {
                boolean point = text.startsWith(POINT);
                blocks.add(new Block(point, spans(point ? text.substring(POINT.length()) : text, service, names)));
            }
        }
        return blocks;
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
