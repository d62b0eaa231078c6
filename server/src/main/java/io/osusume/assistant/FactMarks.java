package io.osusume.assistant;

import io.osusume.data.Title;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;

/// Fills marks from the catalogue: `[[5114]]` is a title, `[[5114.year]]` its year. Only titles that
/// tools returned can be marked.
record FactMarks(Ledger ledger, LongFunction<Optional<Title>> catalogue) {
    /// What a mark stands for; empty if it may not be there.
    ///
    /// @param fact empty for the title itself
    Optional<Piece> piece(long itemId, String fact) {
        if (!ledger.knows(itemId)) {
            return Optional.empty();
        }
        if (fact.isEmpty()) {
            return Optional.of(new Piece.TitleMark(itemId));
        }
        return catalogue.apply(itemId).flatMap(title -> fact(title, fact)).map(Piece.Words::new);
    }

    private static Optional<String> fact(Title title, String fact) {
        return switch (fact) {
            case "year" -> known(title.year());
            case "episodes" -> known(title.episodes());
            case "minutes" -> known((int) Math.round(title.durationMinutes()));
            case "score" ->
                Optional.of(
                        Double.isNaN(title.score()) ? "not known" : String.format(Locale.ROOT, "%.2f", title.score()));
            case "studio" -> Optional.of(title.studios().isEmpty() ? "not known" : String.join(", ", title.studios()));
            case "type" -> Optional.of(title.type().label());
            default -> Optional.empty();
        };
    }

    private static Optional<String> known(int number) {
        return Optional.of(number == 0 ? "not known" : Integer.toString(number));
    }
}
