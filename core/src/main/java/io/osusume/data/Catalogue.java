package io.osusume.data;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All known titles, sorted by score with missing scores last, and their relations. Immutable.
public final class Catalogue {
    private final List<Title> titles;
    private final List<Relation> relations;
    private final Map<Long, Title> byId;

    /// @throws IllegalArgumentException if two titles have the same id
    public Catalogue(List<Title> titles, List<Relation> relations) {
        this.titles = titles.stream()
                .sorted(Comparator.comparingDouble((Title title) -> Double.isNaN(title.score()) ? 1 : -title.score())
                        .thenComparingLong(Title::itemId))
                .toList();
        this.relations = List.copyOf(relations);
        this.byId = new HashMap<>();
        for (Title title : titles) {
            if (byId.put(title.itemId(), title) != null) {
                throw new IllegalArgumentException("id " + title.itemId() + " stands twice in the catalogue");
            }
        }
    }

    public List<Title> titles() {
        return titles;
    }

    public List<Relation> relations() {
        return relations;
    }

    public Optional<Title> title(long itemId) {
        return Optional.ofNullable(byId.get(itemId));
    }
}
