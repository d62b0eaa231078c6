package io.osusume.recommend;

import java.util.List;

/// The answer to an [Ask].
///
/// @param cards best first, none of them watched or excluded
/// @param more whether further cards could be asked for
/// @param matched how many of the watched titles the model knows and used
/// @param notMatched the ids of the watched titles it does not know, ascending
/// @param confidence how much the list says
public record Recommendations(
        List<Card> cards, boolean more, int matched, List<Long> notMatched, Confidence confidence) {
    public Recommendations {
        cards = List.copyOf(cards);
        notMatched = List.copyOf(notMatched);
    }
}
