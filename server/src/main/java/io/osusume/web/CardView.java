package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.recommend.Card;
import io.osusume.recommend.Reasons;
import io.osusume.recommend.Trait;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A recommendation on a page, with its reasons in words.
///
/// @param match the probability in percent, null where the model has none
/// @param expected what the fan would probably give it, such as `8.1`; empty where that is not known
/// @param franchise what to say of its franchise, null for a title that is alone
/// @param because what spoke for it most, the strongest first
/// @param against what spoke against it most
/// @param breakdown all of it, null where the model cannot say
/// @param wished whether the fan's wishes are part of the score
record CardView(
        int rank,
        TitleView title,
        @Nullable Integer match,
        String expected,
        @Nullable String franchise,
        List<Point> because,
        List<Point> against,
        @Nullable Breakdown breakdown,
        boolean wished) {
    private static final int FOR = 3;
    private static final int AGAINST = 2;
    private static final double WORTH_SAYING = .01;

    /// Something that speaks for or against a title.
    ///
    /// @param itemId of a title of the list, 0 if it is none
    /// @param percent of all amounts, with the sign for percent
    record Point(String label, long itemId, String lang, String percent) {}

    static CardView of(Card card, NameLanguage names) {
        return new CardView(
                card.rank(),
                new TitleView(card.title(), names),
                card.probability().isPresent()
                        ? (int) Math.round(100 * card.probability().getAsDouble())
                        : null,
                card.expected().map(ExpectedView::of).map(ExpectedView::points).orElse(""),
                card.franchise().map(CardView::franchise).orElse(null),
                points(card.reasons(), names, 1, FOR),
                points(card.reasons(), names, -1, AGAINST),
                card.reasons().map(reasons -> Breakdown.of(reasons, names)).orElse(null),
                card.reasons().stream().anyMatch(reasons -> !reasons.wishes().isEmpty()));
    }

    /// Such as `Next for you: Season 2 · 1 of 4 seen`.
    private static String franchise(Card.InFranchise franchise) {
        String what = franchise.label().orElse("");
        String first = switch (franchise.kind()) {
            case START -> franchise.seen() == 0 ? "Start here" : "Another story of it";
            case NEXT -> "Next for you";
            case SIDE -> "Beside the story";
        };
        return first + (what.isEmpty() ? "" : ": " + what) + " · "
                + (franchise.seen() == 0
                        ? franchise.parts() + " titles in its franchise"
                        : franchise.seen() + " of " + franchise.parts() + " seen");
    }

    /// The match as text, empty where there is none, or where the fan's wishes are part of the score: these are no
    /// part of a probability.
    String matchText() {
        return match == null || wished ? "" : match == 0 ? "< 1" : match.toString();
    }

    private record Weighed(Point point, double amount) {}

    /// The strongest points of one sign. Titles of the list come before what no single title accounts for: they are
    /// what a fan can check.
    static List<Point> points(Optional<Reasons> explained, NameLanguage names, int sign, int n) {
        if (explained.isEmpty()) {
            return List.of();
        }
        Reasons reasons = explained.get();
        double amounts = Math.max(reasons.amounts(), Double.MIN_NORMAL);
        List<Point> titles = Stream.concat(
                        reasons.titles().stream()
                                .map(each -> weighed(new TitleView(each.title(), names), each.share(), amounts)),
                        reasons.wishes().stream().map(each -> weighed(each.what(), each.share(), amounts)))
                .filter(each -> each.amount * sign >= WORTH_SAYING * amounts)
                .sorted(Comparator.comparingDouble(each -> -Math.abs(each.amount)))
                .limit(n)
                .map(Weighed::point)
                .toList();
        Optional<Map.Entry<Trait, Double>> trait = reasons.traits().entrySet().stream()
                .filter(each -> each.getValue() * sign >= WORTH_SAYING * amounts)
                .max(Comparator.comparingDouble(each -> each.getValue() * sign));
        return Stream.concat(
                        titles.stream(),
                        trait.stream().map(each -> weighed(each.getKey().sentence(), each.getValue(), amounts).point))
                .toList();
    }

    private static Weighed weighed(TitleView title, double share, double amounts) {
        return new Weighed(
                new Point(title.name(), title.itemId(), title.lang(), Breakdown.percent(share, amounts)), share);
    }

    private static Weighed weighed(String what, double share, double amounts) {
        return new Weighed(new Point(what, 0, "en", Breakdown.percent(share, amounts)), share);
    }
}
