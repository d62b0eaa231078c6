package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.recommend.RecommendException;
import io.osusume.recommend.SimilarFans;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Fans whose lists are like the fan's, in words: nobody is named.
///
/// @param source one sentence: among how many was looked, and how many were asked
/// @param fans the most alike first
/// @param loved what they love that the fan has not seen
record SimilarFansView(String source, List<FanView> fans, List<LovedView> loved) {
    private static final int FANS = 6;
    private static final int TITLES = 12;
    private static final double AGREES = .5;
    private static final double AGREES_SOMEWHAT = .2;
    private static final double DISAGREES = -.1;

    SimilarFansView {
        fans = List.copyOf(fans);
        loved = List.copyOf(loved);
    }

    /// A fan.
    ///
    /// @param alike in percent
    /// @param who such as `a fan with 412 titles`
    /// @param shared how many titles both have, and how far their scores agree
    record FanView(String alike, Bar bar, String who, String shared, List<TitleView> loves) {}

    /// A title that many of them love.
    ///
    /// @param lovers such as `18 of 50 love it, against 9 % of all fans`
    record LovedView(TitleView title, String lovers, Bar bar) {}

    /// For the fan of a visit; null where there is nothing to say.
    static @Nullable SimilarFansView of(Visit visit) {
        try {
            return visit.service()
                    .similarFans(visit.ask().withReasons(0).page(0, TITLES), FANS)
                    .filter(found -> !found.fans().isEmpty())
                    .map(found -> of(found, visit.controls().names()))
                    .orElse(null);
        } catch (RecommendException cannot) {
            if (cannot.reason() == RecommendException.Reason.BUSY) {
                throw cannot;
            }
            return null; // the rest of the page says what the list tells by itself
        }
    }

    private static SimilarFansView of(SimilarFans found, NameLanguage names) {
        return new SimilarFansView(
                String.format(
                        Locale.ROOT,
                        "Looked for among %,d lists the model learnt from, which carry no name. Rare titles in common count"
                                + " more than what everybody has seen.",
                        found.among()),
                found.fans().stream().map(fan -> view(fan, names)).toList(),
                found.loved().stream()
                        .map(loved -> new LovedView(
                                new TitleView(loved.title(), names),
                                String.format(
                                        Locale.ROOT,
                                        "%d of the nearest %d love it; of all fans %s %%",
                                        loved.fans(),
                                        found.asked(),
                                        percent(loved.usualShare())),
                                Bar.of(loved.fans(), found.asked())))
                        .toList());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < .0995 ? "%.1f" : "%.0f", 100 * share);
    }

    private static FanView view(SimilarFans.Fan fan, NameLanguage names) {
        return new FanView(
                String.format(Locale.ROOT, "%.0f %%", 100 * fan.alike()),
                Bar.of(fan.alike(), 1),
                "A fan with " + Sentences.counted(fan.titles(), "title"),
                String.format(Locale.ROOT, "%d of them yours%s", fan.shared(), agreement(fan)),
                fan.loves().stream().map(title -> new TitleView(title, names)).toList());
    }

    private static String agreement(SimilarFans.Fan fan) {
        if (fan.agreement().isEmpty()) {
            return "";
        }
        double agreement = fan.agreement().getAsDouble();
        return agreement > AGREES
                ? "; you score alike"
                : agreement > AGREES_SOMEWHAT
                        ? "; you score somewhat alike"
                        : agreement > DISAGREES ? "; you score each in your own way" : "; you score against each other";
    }
}
