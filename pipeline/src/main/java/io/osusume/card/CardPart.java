package io.osusume.card;

import java.util.List;

/// A piece of a card, whatever form the card takes.
sealed interface CardPart {
    /// A paragraph.
    record Text(String sentences) implements CardPart {}

    /// Sentences of which each stands for itself.
    record Points(List<String> sentences) implements CardPart {
        public Points {
            sentences = List.copyOf(sentences);
        }
    }

    /// A table, the first column the head of each row.
    record Table(String caption, List<String> header, List<List<String>> rows) implements CardPart {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// A drawing. A table beside it says the same.
    ///
    /// @param svg as a plot draws it
    record Drawing(String svg) implements CardPart {}

    /// Words for a shell, a line each.
    record Commands(List<String> lines) implements CardPart {
        public Commands {
            lines = List.copyOf(lines);
        }
    }
}
