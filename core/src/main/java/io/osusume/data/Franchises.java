package io.osusume.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Which items belong to one story world: every item is in exactly one franchise, most alone in theirs.
///
/// Shape: franchises are numbered from 0 in the order of their first item; the members of one stand in
/// the order in which they were first shown, those of unknown date last. It owns its arrays.
public final class Franchises {
    private final int[] byItem;
    private final int[][] members;
    private final int[] places;

    private Franchises(int[] byItem, int[][] members) {
        this.byItem = byItem;
        this.members = members;
        this.places = new int[byItem.length];
        for (int[] franchise : members) {
            for (int place = 0; place < franchise.length; place++) {
                places[franchise[place]] = place;
            }
        }
    }

    /// Ties titles by the catalogue's relations and by their names (see [FranchiseNames]), also through
    /// titles that have no index.
    public static Franchises of(Catalogue catalogue, IdIndex items) {
        List<Title> titles = catalogue.titles();
        Map<Long, Integer> nodes = new HashMap<>();
        for (int node = 0; node < titles.size(); node++) {
            nodes.put(titles.get(node).itemId(), node);
        }
        DisjointSets sets = new DisjointSets(titles.size());
        for (Relation relation : catalogue.relations()) {
            Integer from = nodes.get(relation.from());
            Integer to = nodes.get(relation.to());
            if (from != null && to != null) {
                sets.join(from, to);
            }
        }
        FranchiseNames.join(titles, sets);
        int[] roots = new int[items.size()];
        double[] years = new double[items.size()];
        for (int item = 0; item < roots.length; item++) {
            Integer node = nodes.get(items.id(item));
            roots[item] = node == null ? titles.size() + item : sets.find(node);
            years[item] = node == null ? Double.NaN : titles.get(node).airedFromYears();
        }
        return grouped(roots, years);
    }

    /// Every item alone.
    public static Franchises none(int itemCount) {
        return grouped(IntStream.range(0, itemCount).toArray(), new double[itemCount]);
    }

    /// Items with the same number belong together.
    ///
    /// @param numbers one an item, any values; read, not kept
    /// @param years when each item was first shown, `NaN` if not known; read, not kept
    public static Franchises grouped(int[] numbers, double[] years) {
        Map<Integer, Integer> franchises = new HashMap<>();
        int[] byItem = Arrays.stream(numbers)
                .map(number -> franchises.computeIfAbsent(number, _ -> franchises.size()))
                .toArray();
        int[][] members = new int[franchises.size()][];
        int[] sizes = new int[members.length];
        for (int franchise : byItem) {
            sizes[franchise]++;
        }
        Integer[] inOrder = IntStream.range(0, byItem.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer item) -> Double.isNaN(years[item]) ? Double.POSITIVE_INFINITY : years[item]))
                .toArray(Integer[]::new);
        int[] filled = new int[members.length];
        for (int item : inOrder) {
            int franchise = byItem[item];
            if (members[franchise] == null) {
                members[franchise] = new int[sizes[franchise]];
            }
            members[franchise][filled[franchise]++] = item;
        }
        return new Franchises(byItem, members);
    }

    /// What [#from] makes these of again.
    public Tensors state() {
        return Tensors.of(Map.of())
                .with("franchises", Tensor.of(byItem, byItem.length))
                .with("places", Tensor.of(places, places.length));
    }

    /// Franchises as [#state()] gave them.
    ///
    /// @throws IllegalArgumentException if they are of another number of items or no franchises
    public static Franchises from(Tensors state, int itemCount) {
        int[] byItem = state.ints("franchises", itemCount);
        int[] places = state.ints("places", itemCount);
        int[][] members = new int[Arrays.stream(byItem).max().orElse(-1) + 1][];
        int[] sizes = new int[members.length];
        try {
            for (int franchise : byItem) {
                sizes[franchise]++;
            }
            for (int item = 0; item < itemCount; item++) {
                int franchise = byItem[item];
                if (members[franchise] == null) {
                    members[franchise] = new int[sizes[franchise]];
                    Arrays.fill(members[franchise], -1);
                }
                if (members[franchise][places[item]] >= 0) {
                    throw new IllegalArgumentException("two items have place " + places[item] + " of a franchise");
                }
                members[franchise][places[item]] = item;
            }
        } catch (IndexOutOfBoundsException outside) {
            throw new IllegalArgumentException("a franchise or a place in it does not exist", outside);
        }
        if (Arrays.stream(sizes).anyMatch(size -> size == 0)) {
            throw new IllegalArgumentException("a franchise has no items");
        }
        return new Franchises(byItem, members);
    }

    /// How many franchises there are.
    public int count() {
        return members.length;
    }

    /// The franchise of an item.
    public int of(int item) {
        return byItem[item];
    }

    /// How many items a franchise has.
    public int size(int franchise) {
        return members[franchise].length;
    }

    /// The item at a place of a franchise, 0 the one that was shown first.
    public int member(int franchise, int place) {
        return members[franchise][place];
    }

    /// The place of an item in its own franchise.
    public int place(int item) {
        return places[item];
    }

    /// The items of every franchise, copied.
    public List<int[]> all() {
        return Arrays.stream(members).map(int[]::clone).toList();
    }

    /// The franchise of every item: `itemCount` numbers, owned by the caller.
    public int[] byItem() {
        return byItem.clone();
    }
}
