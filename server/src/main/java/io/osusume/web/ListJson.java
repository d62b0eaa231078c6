package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.data.Title;
import io.osusume.franchise.EntryPoint;
import io.osusume.lists.FanList;
import io.osusume.recommend.Card;
import io.osusume.recommend.Confidence;
import io.osusume.recommend.ExpectedScore;
import io.osusume.recommend.FilterRule;
import io.osusume.recommend.Reasons;
import io.osusume.recommend.Trait;
import io.osusume.recommend.WhyNot;
import io.osusume.schema.EnumWords;
import io.osusume.schema.Says;
import io.osusume.web.ApiJson.TitleJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The shapes of answers to a list: cards, reasons, and why a title is not among them. What is not
/// known is absent.
final class ListJson {
    private ListJson() {}

    record ImportJson(
            @Says(value = "How many titles the export has", least = 0)
            int read,

            @Says(value = "How many earlier entries a later one of the same title replaced", least = 0)
            int repeated,

            @Says("How many titles each status has") Map<String, Integer> byStatus) {
        static ImportJson of(FanList list) {
            Map<String, Integer> byStatus = new LinkedHashMap<>();
            list.countByStatus().forEach((status, count) -> byStatus.put(status.label(), count));
            return new ImportJson(list.size(), list.repeated(), byStatus);
        }
    }

    record ConfidenceJson(
            @Says(value = "How much the list says", words = Confidence.Level.class)
            String level,

            @Says("What would make it say more; absent for a list that says enough") @Nullable
            String advice) {}

    record TitleShareJson(
            @Says(value = "MyAnimeList id of a title of the list", least = 1)
            long itemId,

            @Says("Its name in the language of the parameter names")
            String name,

            @Says(value = "What the fan gave it, absent for nothing", least = 1, most = 10) @Nullable
            Integer score,

            @Says("What it adds; negative if it speaks against")
            double share) {}

    record TraitShareJson(
            @Says(value = "What it is about", words = Trait.class)
            String trait,

            @Says("The same in words") String what,

            @Says("What it adds; negative if it speaks against")
            double share) {}

    record WishShareJson(
            @Says("The wish in words") String what,

            @Says("What it adds; negative if it speaks against")
            double share) {}

    record ReasonsJson(
            @Says("base + others + all shares: the score of the card, but for rounding")
            double sum,

            @Says("The score of a title of which nothing is known")
            double base,

            @Says("What single titles of the list add, the largest amounts first; at most as many as the parameter"
                    + " reason-titles says")
            List<TitleShareJson> titles,

            @Says("What all other titles of the list add together")
            double others,

            @Says("What no single title accounts for, the largest amounts first")
            List<TraitShareJson> traits,

            @Says("What the fan's wishes add: the slider, titles turned down")
            List<WishShareJson> wishes) {
        static ReasonsJson of(Reasons reasons, int most, NameLanguage names) {
            List<TitleShareJson> titles = new ArrayList<>();
            double others = reasons.others();
            for (Reasons.TitleShare each : reasons.titles()) {
                if (titles.size() < most) {
                    titles.add(new TitleShareJson(
                            each.title().itemId(),
                            each.title().named(names),
                            each.rating() == 0 ? null : each.rating(),
                            each.share()));
                } else {
                    others += each.share();
                }
            }
            List<TraitShareJson> traits = new ArrayList<>();
            reasons.traits()
                    .forEach((trait, share) ->
                            traits.add(new TraitShareJson(EnumWords.of(trait), trait.sentence(), share)));
            traits.sort((a, b) -> Double.compare(Math.abs(b.share), Math.abs(a.share)));
            List<WishShareJson> wishes = reasons.wishes().stream()
                    .map(wish -> new WishShareJson(wish.what(), wish.share()))
                    .toList();
            return new ReasonsJson(reasons.score(), reasons.base(), titles, others, traits, wishes);
        }
    }

    record FranchiseJson(
            @Says(value = "How many titles it has", least = 2)
            int parts,

            @Says(value = "How many of them are on the list", least = 0)
            int seen,

            @Says(
                    value = "As what the title comes: to start with, as the next step, or beside the story",
                    words = EntryPoint.Kind.class)
            String kind,

            @Says(value = "What the title is in it", example = "\"Season 2\"") @Nullable
            String label) {
        static FranchiseJson of(Card.InFranchise franchise) {
            return new FranchiseJson(
                    franchise.parts(),
                    franchise.seen(),
                    EnumWords.of(franchise.kind()),
                    franchise.label().orElse(null));
        }
    }

    record ExpectedScoreJson(
            @Says(value = "In points of ten", least = 1, most = 10)
            double points,

            @Says(
                    value = "How many points two of three such expectations are off at most; absent if not measured",
                    least = 0)
            @Nullable
            Double within) {
        static ExpectedScoreJson of(ExpectedScore score) {
            return new ExpectedScoreJson(score.points(), Double.isNaN(score.within()) ? null : score.within());
        }
    }

    record CardJson(
            @Says(value = "Counts from 1, over all pages", least = 1)
            int rank,

            @Says("What the model and the wishes give it; log-odds where there is a probability")
            float score,

            @Says(
                    value = "That the title belongs on the list, where the model gives probabilities",
                    least = 0,
                    most = 1)
            @Nullable
            Double probability,

            @Says(
                    "What the fan would probably give it; for lists with at least 3 scores, where the model version tells")
            @Nullable
            ExpectedScoreJson expectedScore,

            @Says("The title, or the part of a franchise to go on with")
            TitleJson title,

            @Says("Its franchise; absent for a title that is alone") @Nullable
            FranchiseJson franchise,

            @Says("Why: shares that sum to the score; for the first cards, as many as the parameter reasons says,"
                    + " where the model can say why")
            @Nullable
            ReasonsJson reasons) {
        static CardJson of(Card card, int reasonTitles, NameLanguage names) {
            return new CardJson(
                    card.rank(),
                    card.score(),
                    card.probability().isPresent() ? card.probability().getAsDouble() : null,
                    card.expected().map(ExpectedScoreJson::of).orElse(null),
                    TitleJson.of(card.title(), names),
                    card.franchise().map(FranchiseJson::of).orElse(null),
                    card.reasons()
                            .map(reasons -> ReasonsJson.of(reasons, reasonTitles, names))
                            .orElse(null));
        }
    }

    record RecommendationsJson(
            @Says("The id of the model that answered") String model,

            @Says("What was read from an export; absent for a list written as JSON") @Nullable
            ImportJson list,

            @Says(value = "How many of the watched titles the model knows", least = 1)
            int matched,

            @Says("The ids of the watched titles it does not know, ascending")
            List<Long> notMatched,

            @Says("How much the list says") ConfidenceJson confidence,

            @Says("Best first, none of them watched or excluded; fewer than n only when no more may come")
            List<CardJson> recommendations,

            @Says("The cursor of what comes next, for the same body and parameters; absent at the end") @Nullable
            String next) {}

    record RemovedJson(
            @Says(value = "The rule of the filter", words = FilterRule.class)
            String rule,

            @Says("Why it takes the title out") String why) {
        static RemovedJson of(FilterRule rule) {
            return new RemovedJson(EnumWords.of(rule), rule.sentence());
        }
    }

    record LiftJson(
            @Says("What would bring it up, in words") String what,

            @Says("The title to watch and love, if that is what it takes") @Nullable
            TitleJson title,

            @Says(value = "The rule of the filter to drop, if that is what it takes", words = FilterRule.class)
            @Nullable
            String rule,

            @Says(value = "Where the title would stand then", least = 1)
            int rank) {}

    record WhyNotJson(
            @Says("The id of the model that answered") String model,
            @Says("The title asked about") TitleJson title,

            @Says(
                    value = "Where it stands: on the list, excluded, never seen by the model, taken out by the"
                            + " filter, or at a rank",
                    words = WhyNot.Place.class)
            String place,

            @Says(value = "Among all titles that may come, by score alone; absent if it may not come", least = 1)
            @Nullable
            Integer rank,

            @Says(value = "How many titles may come", least = 0)
            int of,

            @Says("The rules of the filter that take it out")
            List<RemovedJson> removedBy,

            @Says("The part of its franchise that comes in its place") @Nullable
            TitleJson shownInstead,

            @Says("What speaks for and against it") @Nullable
            ReasonsJson reasons,

            @Says("What would bring it up, the strongest first")
            List<LiftJson> lifts) {
        static WhyNotJson of(String model, WhyNot answer, int reasonTitles, NameLanguage names) {
            return new WhyNotJson(
                    model,
                    TitleJson.of(answer.title(), names),
                    EnumWords.of(answer.place()),
                    answer.rank().isPresent() ? answer.rank().getAsInt() : null,
                    answer.of(),
                    answer.removedBy().stream().map(RemovedJson::of).toList(),
                    json(answer.shownInstead().orElse(null), names),
                    answer.reasons()
                            .map(reasons -> ReasonsJson.of(reasons, reasonTitles, names))
                            .orElse(null),
                    answer.lifts().stream()
                            .map(lift -> new LiftJson(
                                    lift.what(),
                                    json(lift.title().orElse(null), names),
                                    lift.rule().map(EnumWords::of).orElse(null),
                                    lift.rank()))
                            .toList());
        }

        private static @Nullable TitleJson json(@Nullable Title title, NameLanguage names) {
            return title == null ? null : TitleJson.of(title, names);
        }
    }
}
