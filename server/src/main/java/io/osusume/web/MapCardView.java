package io.osusume.web;

import io.osusume.data.Title;
import io.osusume.map.MapArea;
import io.osusume.recommend.RecommendException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A title that was chosen on the map.
///
/// @param area the name of its area, empty for none
/// @param seen whether the fan's list has it
/// @param expected what the fan would probably give it, null where that is not known
/// @param standing where it stands for the fan's list, empty without a list
/// @param address of its page
/// @param addAddress where it is put on the picks, null if it is on the list
record MapCardView(
        TitleView title,
        String area,
        boolean seen,
        @Nullable ExpectedView expected,
        String standing,
        String address,
        @Nullable String addAddress) {
    static MapCardView of(Visit visit, Title title, Optional<MapArea> area) {
        Controls controls = visit.controls().withPage(1);
        boolean seen = visit.fan().has(title.itemId());
        return new MapCardView(
                new TitleView(title, controls.names()),
                area.map(MapView.AreaView::name).orElse(""),
                seen,
                seen ? null : ExpectedView.of(visit, title.itemId()),
                seen ? "" : standing(visit, title),
                controls.address("/titles/" + title.itemId()),
                seen
                        ? null
                        : controls.withPicks(controls.picks().with(title.itemId()))
                                .address("/"));
    }

    private static String standing(Visit visit, Title title) {
        if (visit.fan().isEmpty()) {
            return "";
        }
        try {
            var answer = visit.service().whyNot(visit.ask(), title.itemId());
            return answer.rank().isPresent()
                    ? String.format(
                            Locale.ROOT,
                            "For you it stands at %,d.",
                            answer.rank().getAsInt())
                    : "";
        } catch (RecommendException cannot) {
            if (cannot.reason() == RecommendException.Reason.BUSY) {
                throw cannot;
            }
            return "";
        }
    }
}
