package io.osusume.franchise;

import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Relation;
import io.osusume.data.Title;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a catalogue's relations say about prequels and parts; it overrules what names say. A sequel that was shown
/// before what it follows ("Kizumonogatari" before "Bakemonogatari") is turned around: fans watch in the order of
/// broadcast, and the story made later supposes the earlier one.
final class RelationOrder {
    private final Catalogue catalogue;
    private final IdIndex items;

    /// By id of what follows: the id of what it follows, in order of broadcast.
    private final Map<Long, Long> before = new HashMap<>();

    /// The ids that something follows.
    private final Set<Long> followed = new HashSet<>();

    RelationOrder(Catalogue catalogue, IdIndex items) {
        this.catalogue = catalogue;
        this.items = items;
        for (Relation relation : catalogue.relations()) {
            if (relation.kind() == Relation.Kind.SEQUEL && aired(relation.from()) <= aired(relation.to())) {
                followed.add(relation.from());
                before.merge(relation.to(), relation.from(), (one, other) -> aired(one) >= aired(other) ? one : other);
            }
        }
        for (Relation relation : catalogue.relations()) {
            if (relation.kind() == Relation.Kind.SEQUEL && aired(relation.from()) > aired(relation.to())) {
                long first = firstOf(relation.from());
                if (first != firstOf(relation.to())) {
                    before.put(first, relation.to());
                }
            }
        }
    }

    /// Writes what is known over what was guessed.
    void apply(Part[] parts, int[] prequels) {
        for (Relation relation : catalogue.relations()) {
            OptionalInt item = items.index(relation.to());
            if (item.isPresent() && relation.kind() != Relation.Kind.SEQUEL) {
                Part part = partOf(relation);
                parts[item.getAsInt()] = part;
                prequels[item.getAsInt()] = part == Part.MAIN ? -1 : indexed(relation.from());
            }
        }
        for (long id : followed) {
            items.index(id).ifPresent(item -> {
                boolean told = catalogue.relations().stream().anyMatch(relation -> relation.to() == id);
                parts[item] = told ? parts[item] : Part.MAIN;
                prequels[item] = told ? prequels[item] : -1;
            });
        }
        before.forEach((id, prequel) -> items.index(id).ifPresent(item -> {
            parts[item] = Part.MAIN;
            prequels[item] = indexed(prequel);
        }));
    }

    private Part partOf(Relation relation) {
        return switch (relation.kind()) {
            case SEQUEL -> Part.MAIN;
            case SIDE_STORY -> Part.SIDE;
            case SPIN_OFF -> followed.contains(relation.to()) ? Part.MAIN : Part.SIDE;
            case SUMMARY -> Part.RECAP;
            case ALTERNATIVE ->
                followed.contains(relation.to()) || isSeries(relation.to()) ? Part.MAIN : Part.ALTERNATIVE;
        };
    }

    private boolean isSeries(long id) {
        return catalogue.title(id).map(title -> Clues.of(0, title).isSeries()).orElse(false);
    }

    /// The item of an id, or of the nearest one before it that is an item; -1 if there is none.
    private int indexed(long id) {
        Set<Long> seen = new HashSet<>();
        Long at = id;
        while (at != null && seen.add(at)) {
            OptionalInt item = items.index(at);
            if (item.isPresent()) {
                return item.getAsInt();
            }
            at = before.get(at);
        }
        return -1;
    }

    private long firstOf(long id) {
        Set<Long> seen = new HashSet<>();
        long at = id;
        @Nullable Long next = before.get(at);
        while (next != null && seen.add(at)) {
            at = next;
            next = before.get(at);
        }
        return at;
    }

    private double aired(long id) {
        double years = catalogue.title(id).map(Title::airedFromYears).orElse(Double.NaN);
        return Double.isNaN(years) ? Clues.FAR : years;
    }
}
