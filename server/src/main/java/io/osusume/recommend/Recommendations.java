package io.osusume.recommend;

import java.util.List;

/// The answer to a [Wish].
///
/// @param titles best first, none of them watched or excluded
/// @param matched how many of the watched titles the model knows and used
/// @param notMatched the ids of the watched titles it does not know, ascending
public record Recommendations(List<RankedTitle> titles, int matched, List<Long> notMatched) {
    public Recommendations {
        titles = List.copyOf(titles);
        notMatched = List.copyOf(notMatched);
    }
}
