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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts a [WatchingOrder] together: first what names say, over it what relations say, then lines and labels.
final class OrderBuilder {
    private final ItemFacts facts;
    private final Franchises franchises;
    private final RelationOrder relations;
    private final Part[] parts;
    private final int[] prequels;
    private final double[] aired;

    /// By item; null where nothing is known or nothing needed, as the item is alone.
    private final @Nullable Clues[] clues;

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
        clues = new Clues[parts.length];
        Arrays.fill(parts, Part.MAIN);
        Arrays.fill(prequels, -1);
        aired = IntStream.range(0, parts.length)
                .mapToDouble(item -> Clues.shown(facts.title(item)))
                .toArray();
    }

    WatchingOrder build() {
        for (List<Clues> group : groups()) {
            if (group.size() > 1) {
                new NameOrder(group, parts, prequels).find();
            } else if (group.size() == 1 && Cues.recapByName(group.getFirst())) {
                parts[group.getFirst().item()] = Part.RECAP;
            }
        }
        relations.apply(parts, prequels);
        cutCirclesAndStrangers();
        LineLayout layout = LineLayout.of(franchises, parts, prequels, aired);
        return new WatchingOrder(franchises, parts, prequels, labels(layout), WatchingOrder.members(facts), layout);
    }

    /// The entries of each franchise in the order they were shown. Synopses are read only of those that are not alone.
    private List<List<Clues>> groups() {
        List<Integer> related = IntStream.range(0, parts.length)
                .filter(item -> franchises.size(franchises.of(item)) > 1)
                .filter(item -> facts.title(item).isPresent())
                .boxed()
                .toList();
        List<Title> titles =
                related.stream().map(item -> facts.title(item).orElseThrow()).toList();
        Characters characters = new Characters(titles);
        List<List<Clues>> groups = Stream.<List<Clues>>generate(ArrayList::new)
                .limit(franchises.count())
                .toList();
        for (int place = 0; place < titles.size(); place++) {
            int item = related.get(place);
            Title title = titles.get(place);
            List<String> words = Clues.words(title.name());
            Clues entry = Clues.of(item, title, words, Cues.of(title), characters.of(place, title, words));
            clues[item] = entry;
            groups.get(franchises.of(item)).add(entry);
        }
        for (int item = 0; item < parts.length; item++) {
            Title title = facts.title(item).orElse(null);
            if (title != null && clues[item] == null) {
                groups.get(franchises.of(item)).add(Clues.of(item, title));
            }
        }
        groups.forEach(group -> group.sort(Comparator.comparingDouble(Clues::aired)
                .thenComparing(entry -> String.valueOf(entry.title().airedFrom()))
                .thenComparingInt(Clues::item)));
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
        for (int item : layout.order) {
            int prequel = prequels[item];
            Clues entry = clues[item];
            if (entry == null) {
                continue;
            }
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
