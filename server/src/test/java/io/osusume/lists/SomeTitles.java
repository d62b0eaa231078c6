package io.osusume.lists;

import io.osusume.data.AgeRating;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.util.List;

/// Titles for tests that need no more than an id and a name.
final class SomeTitles {
    private SomeTitles() {}

    static Title title(long itemId, String name) {
        return new Title(
                itemId,
                name,
                null,
                null,
                TitleType.TV,
                24,
                null,
                null,
                2011,
                null,
                List.of(),
                List.of(),
                null,
                24,
                AgeRating.TEENS,
                8,
                1_000,
                null);
    }
}
