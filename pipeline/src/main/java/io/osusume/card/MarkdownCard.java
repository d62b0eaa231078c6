package io.osusume.card;

import java.util.List;
import java.util.stream.Collectors;

/// A card as Markdown: plain enough to be read as it is. Drawings are left out, since the table beside
/// each says the same.
final class MarkdownCard {
    private MarkdownCard() {}

    static String write(ModelCard card) {
        StringBuilder out = new StringBuilder("# " + card.title() + "\n\n" + card.lead() + "\n");
        for (CardSection section : card.sections()) {
            out.append("\n## ").append(section.title()).append("\n\n");
            out.append(section.parts().stream()
                    .map(MarkdownCard::part)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("\n")));
        }
        return out.append("\n---\n\n").append(card.foot()).append('\n').toString();
    }

    private static String part(CardPart part) {
        return switch (part) {
            case CardPart.Text text -> escaped(text.sentences()) + "\n";
            case CardPart.Points points ->
                points.sentences().stream()
                        .map(sentence -> "- " + escaped(sentence) + "\n")
                        .collect(Collectors.joining());
            case CardPart.Table table -> table(table);
            case CardPart.Drawing _ -> "";
            case CardPart.Commands commands -> "```sh\n" + String.join("\n", commands.lines()) + "\n```\n";
        };
    }

    private static String table(CardPart.Table table) {
        StringBuilder out = new StringBuilder(row(table.header()));
        out.append("|---".repeat(table.header().size())).append("|\n");
        table.rows().forEach(row -> out.append(row(row)));
        return out.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> " " + escaped(cell).replace("|", "\\|") + " ")
                .collect(Collectors.joining("|", "|", "|\n"));
    }

    /// Text in which nothing is taken for a mark.
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_<\\[])", "\\\\$1");
    }
}
