package io.osusume.franchise;

import io.osusume.data.Catalogue;
import io.osusume.data.Franchises;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.Title;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Puts a [WatchingOrder] together: first what names say, over it what relations say, then lines and labels.
final class OrderBuilder {
    private final ItemFacts facts;
    private final Franchises franchises;
    private final RelationOrder relations;
    private final Part[] parts;
    private final int[] prequels;
    private final double[] aired;

    OrderBuilder(ItemFacts facts, Catalogue catalogue, IdIndex items) {
        if (items.size() != facts.itemCount()) {
            throw new IllegalArgumentException(
                    "the index is of " + items.size() + " items, the facts about " + facts.itemCount());
        }
        this.facts = facts;
        this.franchises = facts.franchises();
        this.relations = new RelationOrder(catalogue, items);
        parts = new Part[facts.itemCount()];
        prequels = new int[parts.length];
        Arrays.fill(parts, Part.MAIN);
        Arrays.fill(prequels, -1);
        aired = IntStream.range(0, parts.length)
                .mapToDouble(
                        item -> facts.title(item).map(Title::airedFromYears).orElse(Double.NaN))
                .map(years -> Double.isNaN(years) ? Clues.FAR : years)
                .toArray();
    }

    WatchingOrder build() {
        List<List<Clues>> groups = groups();
        Characters characters = new Characters(groups.stream()
                .filter(group -> group.size() > 1)
                .flatMap(List::stream)
                .map(Clues::title));
        for (List<Clues> group : groups) {
            if (group.size() > 1) {
                new NameOrder(group, characters, parts, prequels).find();
            } else if (group.size() == 1 && Cues.recapByName(group.getFirst())) {
                parts[group.getFirst().item()] = Part.RECAP;
            }
        }
        relations.apply(parts, prequels);
        cutCirclesAndStrangers();
        LineLayout layout = LineLayout.of(franchises, parts, prequels, aired);
        int[] members = IntStream.range(0, parts.length)
                .map(item -> facts.title(item).map(Title::members).orElse(0))
                .toArray();
        return new WatchingOrder(franchises, parts, prequels, labels(layout), members, layout);
    }

    private List<List<Clues>> groups() {
        List<List<Clues>> groups = new ArrayList<>();
        for (int franchise = 0; franchise < franchises.count(); franchise++) {
            List<Clues> group = new ArrayList<>();
            for (int place = 0; place < franchises.size(franchise); place++) {
                int item = franchises.member(franchise, place);
                Optional<Title> title = facts.title(item);
                title.ifPresent(known -> group.add(Clues.of(item, known)));
            }
            group.sort(Comparator.comparingDouble(Clues::aired)
                    .thenComparing(entry ->
                            Optional.ofNullable(entry.title().airedFrom()).orElse("9999"))
                    .thenComparingInt(Clues::item));
            groups.add(group);
        }
        return groups;
    }

    /// No item is its own prequel's prequel, and none is that of another franchise.
    private void cutCirclesAndStrangers() {
        int[] mark = new int[prequels.length];
        for (int item = 0; item < prequels.length; item++) {
            int at = item;
            while (prequels[at] >= 0 && mark[at] == 0) {
                mark[at] = item + 1;
                if (franchises.of(prequels[at]) != franchises.of(at)) {
                    prequels[at] = -1;
                } else if (mark[prequels[at]] == item + 1) {
                    prequels[at] = -1;
                } else {
                    at = prequels[at];
                }
            }
        }
    }

    private @Nullable String[] labels(LineLayout layout) {
        @Nullable String[] labels = new String[parts.length];
        int[] seasons = new int[parts.length];
        @Nullable Clues[] clues = new Clues[parts.length];
        for (int item : layout.order()) {
            int prequel = prequels[item];
            Title title = facts.title(item).orElse(null);
            if (title == null || prequel < 0 && franchises.size(franchises.of(item)) == 1) {
                continue;
            }
            Clues entry = Clues.of(item, title);
            clues[item] = entry;
            Clues before = prequel < 0 ? null : clues[prequel];
            int seasonBefore = prequel < 0 ? 0 : seasons[prequel];
            if (parts[item] == Part.MAIN) {
                seasons[item] = StepLabel.season(entry, before, seasonBefore);
            }
            labels[item] = StepLabel.of(entry, parts[item], before, seasonBefore);
        }
        return labels;
    }
}
