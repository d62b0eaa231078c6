package io.osusume.assistant;

import io.osusume.data.Title;
import io.osusume.recommend.RecommendationService;
import io.osusume.taste.TasteReader;
import java.util.List;
import java.util.function.Supplier;

/// What a tool has at hand: the model that answers, and the fan it answers for.
///
/// @param taste reads what a list says about its owner
record ToolContext(RecommendationService service, Fan fan, Supplier<TasteReader> taste) {
    /// A title the fan may see.
    ///
    /// @throws ToolException if there is none with this id, or it is for adults and the fan's setting
    ///     keeps these out
    Title title(long itemId) {
        Title title = service.title(itemId)
                .orElseThrow(() -> new ToolException("no title has the id " + itemId + "; ask find_titles for ids"));
        if (!fan.maySee(title)) {
            throw new ToolException(
                    "the title with the id " + itemId + " is for adults, which the fan's setting keeps out");
        }
        return title;
    }

    /// A title as tools tell it.
    TitleBrief brief(Title title) {
        int rating = fan.rating(title.itemId());
        return TitleBrief.of(title, rating);
    }

    /// Those of some titles that the fan may see.
    List<TitleBrief> briefs(List<Title> titles) {
        return titles.stream().filter(fan::maySee).map(this::brief).toList();
    }
}
