package io.osusume.web;

import io.osusume.recommend.RankedTitle;
import java.util.List;
import java.util.Locale;

/// A card: a title, its rank, and the model's score.
record RankedView(int rank, TitleView title, String score) {
    static List<RankedView> of(List<RankedTitle> titles) {
        return titles.stream()
                .map(ranked -> new RankedView(
                        ranked.rank(),
                        new TitleView(ranked.title()),
                        String.format(Locale.ROOT, "%.3f", ranked.score())))
                .toList();
    }
}
