package io.osusume.recommend;

import io.osusume.data.Title;
import java.util.List;

/// A title at its place in a list.
///
/// @param rank counts from 1
/// @param score what the model gives; only the order counts
public record RankedTitle(int rank, Title title, float score) {
    /// Cards without what else they say.
    public static List<RankedTitle> of(List<Card> cards) {
        return cards.stream()
                .map(card -> new RankedTitle(card.rank(), card.title(), card.score()))
                .toList();
    }
}
