package io.osusume.web;

import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.Ask;
import io.osusume.recommend.FilterRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A rule to drop, and how many titles come then.
///
/// @param what such as `Drop the years`
/// @param count such as `34 titles` or `more than 99 titles`
record Relief(String what, String address, String count) {
    private static final int COUNTED = 99;

    private record Tried(Relief relief, int cards) {}

    /// What brings more than the `shown` cards, the most first. Each is asked for for real.
    static List<Relief> of(Visit visit, String path, int shown) {
        List<Tried> tried = new ArrayList<>();
        Controls controls = visit.controls().withPage(1);
        for (FilterRule rule : FilterRule.values()) {
            if (rule != FilterRule.NO_FACTS) {
                Controls without = controls.without(rule);
                if (!without.filter().equals(controls.filter())) {
                    tried.add(tried(visit, without, words(rule), path));
                }
            }
        }
        if (controls.franchises() == FranchiseRule.NEW_FRANCHISES) {
            tried.add(tried(visit, controls.withFranchises(FranchiseRule.ENTRY_POINT), "Let sequels in", path));
        }
        if (tried.stream().noneMatch(each -> each.cards > shown)) {
            tried.add(tried(visit, controls.withFilter(controls.plain().filter()), "Drop all filters", path));
        }
        return tried.stream()
                .filter(each -> each.cards > shown)
                .sorted(Comparator.comparingInt((Tried each) -> -each.cards))
                .map(Tried::relief)
                .toList();
    }

    private static Tried tried(Visit visit, Controls controls, String what, String path) {
        Ask ask = controls.ask(visit.fan().watched(), visit.fan().excluded(), 0).page(0, COUNTED);
        var given = visit.service().recommend(ask);
        int cards = given.cards().size();
        String count = (given.more() ? "more than " : "") + Sentences.counted(cards, "title");
        return new Tried(new Relief(what, controls.address(path), count), given.more() ? cards + 1 : cards);
    }

    private static String words(FilterRule rule) {
        return switch (rule) {
            case TYPE -> "Drop the types";
            case GENRE -> "Drop the genres asked for";
            case WITHOUT_GENRE -> "Drop the genres ruled out";
            case YEAR -> "Drop the years";
            case EPISODES -> "Drop the number of episodes";
            case WATCHING_TIME -> "Drop the watching time";
            case SOURCE -> "Drop the source";
            case MEMBERS -> "Drop the number of members";
            case SCORE -> "Drop the score";
            case UNAIRED -> "Let in what has not been shown yet";
            case AGE -> "Let in all ages but adult";
            case NO_FACTS -> throw new IllegalArgumentException("a title without facts cannot be shown");
        };
    }
}
