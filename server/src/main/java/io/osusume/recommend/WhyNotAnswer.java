package io.osusume.recommend;

import io.osusume.data.Title;
import io.osusume.model.Ranking;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.WhyNot.Lift;
import io.osusume.recommend.WhyNot.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Works out [WhyNot] for one title: where it stands with the list as it is, and where it would stand with one thing
/// changed, each change scored for real.
record WhyNotAnswer(Served served, AskedList list, Title title) {
    /// How many titles like the one asked about are tried as an addition to the list.
    private static final int TRIED = 5;

    private static final int LIFTS = 4;

    WhyNot answer() {
        OptionalInt index = served.loaded().items().index(title.itemId());
        if (index.isEmpty()) {
            return answer(Place.UNKNOWN_TO_MODEL, OptionalInt.empty(), 0, List.of(), Optional.empty(), List.of());
        }
        int item = index.getAsInt();
        float[] scores = list.wishedScores();
        int of = 0;
        for (float score : scores) {
            of += score > Float.NEGATIVE_INFINITY ? 1 : 0;
        }
        Optional<Reasons> reasons = list.reasons(item);
        if (list.profile().contains(item)) {
            return answer(Place.WATCHED, OptionalInt.empty(), of, List.of(), reasons, List.of());
        }
        Exclusion exclusion = list.ask().excluded().get(title.itemId());
        if (exclusion != null) {
            Place place = switch (exclusion) {
                case PLANNED -> Place.PLANNED;
                case SAVED -> Place.SAVED;
                case NOT_INTERESTED -> Place.NOT_INTERESTED;
            };
            return answer(place, OptionalInt.empty(), of, List.of(), reasons, List.of());
        }
        List<FilterRule> removedBy = served.filters().against(item, list.ask().filter());
        if (!removedBy.isEmpty()) {
            return answer(Place.FILTERED, OptionalInt.empty(), of, removedBy, reasons, withoutRule(item, removedBy));
        }
        int rank = rank(scores, item);
        return answer(Place.RANKED, OptionalInt.of(rank), of, List.of(), reasons, withTitles(item, rank));
    }

    private WhyNot answer(
            Place place,
            OptionalInt rank,
            int of,
            List<FilterRule> removedBy,
            Optional<Reasons> reasons,
            List<Lift> lifts) {
        return new WhyNot(title, place, rank, of, removedBy, shownInstead(place), reasons, lifts);
    }

    /// The part of the franchise that comes first, where that is another.
    private Optional<Title> shownInstead(Place place) {
        if (place != Place.RANKED || list.ask().franchises() == FranchiseRule.EVERY_PART) {
            return Optional.empty();
        }
        int item = served.loaded().items().index(title.itemId()).orElseThrow();
        int franchise = served.franchises().of(item);
        if (served.franchises().size(franchise) == 1) {
            return Optional.empty();
        }
        Ranking best = list.best(served.loaded().model().itemCount());
        for (int rank = 0; rank < best.size(); rank++) {
            int other = best.index(rank);
            if (served.franchises().of(other) == franchise) {
                return other == item ? Optional.empty() : served.known(other);
            }
        }
        return Optional.empty();
    }

    /// The place of an item among those that may come, from 1.
    private static int rank(float[] scores, int item) {
        int rank = 1;
        for (int other = 0; other < scores.length; other++) {
            rank += scores[other] > scores[item] || (scores[other] == scores[item] && other < item) ? 1 : 0;
        }
        return rank;
    }

    private List<Lift> withoutRule(int item, List<FilterRule> removedBy) {
        if (removedBy.size() > 1 || removedBy.contains(FilterRule.NO_FACTS)) {
            return List.of();
        }
        FilterRule rule = removedBy.getFirst();
        Ask other = list.ask().withFilter(list.ask().filter().without(rule));
        int rank = rank(AskedList.of(other, served).wishedScores(), item);
        return List.of(new Lift("without that filter it stands at " + rank, Optional.empty(), Optional.of(rule), rank));
    }

    private List<Lift> withTitles(int item, int rank) {
        List<Lift> lifts = new ArrayList<>();
        Ranking alike = served.alike(item);
        int tried = 0;
        for (int place = 0; place < alike.size() && tried < TRIED; place++) {
            int other = alike.index(place);
            Optional<Title> added = served.known(other).filter(known -> !known.adult() || title.adult());
            if (added.isPresent() && !list.profile().contains(other)) {
                tried++;
                int after = rank(withTitle(added.get()).wishedScores(), item);
                if (after < rank) {
                    lifts.add(new Lift(
                            "if you had watched and loved " + added.get().name() + " it would stand at " + after,
                            added,
                            Optional.empty(),
                            after));
                }
            }
        }
        lifts.sort(Comparator.comparingInt(Lift::rank));
        return lifts.subList(0, Math.min(LIFTS, lifts.size()));
    }

    private AskedList withTitle(Title added) {
        List<RatedItem> more = new ArrayList<>(list.ask().watched());
        more.add(new RatedItem(added.itemId(), 10));
        return AskedList.of(list.ask().withWatched(more), served);
    }
}
