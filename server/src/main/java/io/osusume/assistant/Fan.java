package io.osusume.assistant;

import io.osusume.data.AgeRating;
import io.osusume.data.NameLanguage;
import io.osusume.data.Title;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.RatedItem;
import java.util.List;
import java.util.Map;

/// The fan a conversation is with, as far as tools may know: what the fan's own pages show, and nothing
/// of anybody else.
///
/// @param watched the fan's list
/// @param excluded what must not come though it is not watched
/// @param names the language of titles' names
/// @param adult whether the fan lets titles for adults come; no words of a conversation change it
/// @param planned whether planned titles may come too
public record Fan(
        List<RatedItem> watched, Map<Long, Exclusion> excluded, NameLanguage names, boolean adult, boolean planned) {
    /// Somebody of whom nothing is known.
    public static final Fan NOBODY = new Fan(List.of(), Map.of(), NameLanguage.ROMAJI, false, false);

    public Fan {
        watched = List.copyOf(watched);
        excluded = Map.copyOf(excluded);
    }

    /// The highest age class the fan may be shown.
    AgeRating oldest() {
        return adult ? AgeRating.ADULT : AgeRating.MILD_NUDITY;
    }

    /// Whether a title may be shown at all.
    boolean maySee(Title title) {
        return adult || !title.adult();
    }

    /// What the fan gave a title: 0 for watched and not scored, -1 for not watched.
    int rating(long itemId) {
        return watched.stream()
                .filter(item -> item.itemId() == itemId)
                .mapToInt(RatedItem::rating)
                .reduce(-1, (_, last) -> last);
    }
}
