package io.osusume.franchise;

import io.osusume.data.Catalogue;
import io.osusume.data.Franchises;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.data.Title;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// In which order the entries of each franchise are watched, what each is in it, and which of them may be shown to
/// somebody who has seen some.
///
/// A franchise has one or more **lines**: stories that begin on their own, such as "Fullmetal Alchemist" and
/// "Fullmetal Alchemist: Brotherhood". A line has steps ([Part#MAIN]) and what hangs on them. The **prequel** of a
/// step is the step before it; that of any other entry is the step one must have seen before it. Lines and prequels
/// come from the catalogue's relations where it has them, else from names, dates and synopses, as `docs/franchises.md`
/// says, with how often that is right.
///
/// Immutable, flat arrays by item index; safe for use by many threads. Making one reads every name and synopsis of
/// the catalogue.
public final class WatchingOrder {
    private static final String PARTS = "parts";
    private static final String PREQUELS = "prequels";
    private static final String LABELS = "labels";

    private final Franchises franchises;
    private final Part[] parts;
    private final int[] prequels;
    private final @Nullable String[] labels;
    private final int[] members;

    /// All items, franchise after franchise, in each line after line.
    private final int[] order;

    /// The place of each item in the order of its franchise.
    private final int[] places;

    /// By item.
    private final int[] lines;

    /// Where each line begins in the order; one more at the end.
    private final int[] lineStarts;

    /// The first line of each franchise; one more at the end.
    private final int[] franchiseLines;

    WatchingOrder(
            Franchises franchises,
            Part[] parts,
            int[] prequels,
            @Nullable String[] labels,
            int[] members,
            LineLayout layout) {
        this.franchises = franchises;
        this.parts = parts;
        this.prequels = prequels;
        this.labels = labels;
        this.members = members;
        order = layout.order;
        places = layout.places;
        lines = layout.lines;
        lineStarts = layout.lineStarts;
        franchiseLines = layout.franchiseLines;
    }

    /// The order of all franchises of some facts.
    ///
    /// @param catalogue whose relations are used, also through titles that are no items
    /// @param items the index the facts are in
    public static WatchingOrder of(ItemFacts facts, Catalogue catalogue, IdIndex items) {
        return new OrderBuilder(facts, catalogue, items).build();
    }

    /// What [#from] makes this order of again: what each item is and what comes before it, not the franchises.
    public Tensors state() {
        List<String> words = Arrays.stream(labels)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        int[] written = new int[labels.length];
        int[] partsWritten = new int[labels.length];
        for (int item = 0; item < labels.length; item++) {
            written[item] = labels[item] == null ? -1 : Collections.binarySearch(words, labels[item]);
            partsWritten[item] = Part.ALL.indexOf(parts[item]);
        }
        return Tensors.of(Map.of(LABELS, String.join("\n", words), PARTS, Part.names()))
                .with(PARTS, Tensor.of(partsWritten, partsWritten.length))
                .with(PREQUELS, Tensor.of(prequels, prequels.length))
                .with(LABELS, Tensor.of(written, written.length));
    }

    /// An order as [#state()] gave it, without reading names and synopses.
    ///
    /// @param facts with the franchises the order was made for
    /// @throws IllegalArgumentException if it is of other items or no order
    public static WatchingOrder from(Tensors state, ItemFacts facts) {
        int n = facts.itemCount();
        Franchises franchises = facts.franchises();
        int[] prequels = state.ints(PREQUELS, n);
        int[] written = state.ints(LABELS, n);
        int[] partsWritten = state.ints(PARTS, n);
        String[] words = state.attribute(LABELS).split("\n", -1);
        List<Part> known = Part.named(state.attribute(PARTS));
        Part[] parts = new Part[n];
        @Nullable String[] labels = new String[n];
        double[] aired = new double[n];
        try {
            for (int item = 0; item < n; item++) {
                if (prequels[item] >= 0 && franchises.of(prequels[item]) != franchises.of(item)) {
                    throw new IllegalArgumentException("the prequel of item " + item + " is of another franchise");
                }
                parts[item] = known.get(partsWritten[item]);
                labels[item] = written[item] < 0 ? null : words[written[item]];
                aired[item] = Clues.shown(facts.title(item));
            }
        } catch (IndexOutOfBoundsException outside) {
            throw new IllegalArgumentException("a prequel, part or label does not exist", outside);
        }
        LineLayout layout = LineLayout.of(franchises, parts, prequels, aired);
        return new WatchingOrder(franchises, parts, prequels, labels, members(facts), layout);
    }

    static int[] members(ItemFacts facts) {
        return IntStream.range(0, facts.itemCount())
                .map(item -> facts.title(item).map(Title::members).orElse(0))
                .toArray();
    }

    public int itemCount() {
        return parts.length;
    }

    /// What an item is in its franchise.
    public Part part(int item) {
        return parts[item];
    }

    /// The item one must have seen before this one, -1 if there is none.
    public int prequel(int item) {
        return prequels[item];
    }

    /// The line of an item, from 0; lines of one franchise have numbers in a row, in the order they began.
    public int line(int item) {
        return lines[item];
    }

    /// The place of an item in the watching order of its franchise, from 0.
    public int place(int item) {
        return places[item];
    }

    /// The short word for an item beside the name of its franchise, such as "Season 2" or "OVA"; empty where a line
    /// begins and where none is known.
    public Optional<String> label(int item) {
        return Optional.ofNullable(labels[item]);
    }

    /// The items of a franchise in the order they are watched: line after line, in each a step, what hangs on it, the
    /// next step. The caller owns the array.
    public int[] inOrder(int franchise) {
        return Arrays.copyOfRange(
                order, lineStarts[franchiseLines[franchise]], lineStarts[franchiseLines[franchise + 1]]);
    }

    /// Whether an item supposes another one: all but the start of a line. What "no sequels at all" leaves out.
    public boolean isSequel(int item) {
        return prequels[item] >= 0 || !isWorthShowing(item);
    }

    /// Whether an item may be shown without the rest of its franchise to somebody who has seen some: a step or a side
    /// story whose prequel was seen, or which has none. Never a recap, another version or a promotion.
    public boolean mayComeAlone(int item, IntPredicate seen) {
        return isWorthShowing(item) && (prequels[item] < 0 || seen.test(prequels[item]));
    }

    /// What the card of an item's franchise shows, the line of the item before the others: its next step or its start;
    /// else a side story of it, the item itself first; else what the other lines have. Empty if all is seen
    /// or may not be shown. What is shown is unseen, allowed, and may come alone.
    ///
    /// @param seen whether an item was seen
    /// @param allowed whether an item may be shown, as filters say
    public Optional<EntryPoint> entryPoint(int item, IntPredicate seen, IntPredicate allowed) {
        int line = lines[item];
        Optional<EntryPoint> step = step(line, seen, allowed);
        if (step.isPresent()) {
            return step;
        }
        int side = parts[item] == Part.SIDE && isOpen(item, seen, allowed) ? item : side(line, seen, allowed);
        return side >= 0
                ? Optional.of(new EntryPoint(side, EntryPoint.Kind.SIDE))
                : franchiseEntryPoint(franchises.of(item), seen, allowed);
    }

    /// What the card of a franchise shows: the next step of a line that was begun; else the start of another line;
    /// else a side story. Of several, the one with the largest audience.
    ///
    /// @param seen whether an item was seen
    /// @param allowed whether an item may be shown, as filters say
    public Optional<EntryPoint> franchiseEntryPoint(int franchise, IntPredicate seen, IntPredicate allowed) {
        EntryPoint best = null;
        for (int line = franchiseLines[franchise]; line < franchiseLines[franchise + 1]; line++) {
            Optional<EntryPoint> step = step(line, seen, allowed);
            if (step.isPresent() && (best == null || isBetter(step.get(), best))) {
                best = step.get();
            }
        }
        if (best != null) {
            return Optional.of(best);
        }
        int side = -1;
        for (int line = franchiseLines[franchise]; line < franchiseLines[franchise + 1]; line++) {
            int candidate = side(line, seen, allowed);
            side = candidate >= 0 && (side < 0 || members[candidate] > members[side]) ? candidate : side;
        }
        return side < 0 ? Optional.empty() : Optional.of(new EntryPoint(side, EntryPoint.Kind.SIDE));
    }

    private boolean isBetter(EntryPoint one, EntryPoint other) {
        return one.kind() == other.kind()
                ? members[one.item()] > members[other.item()]
                : one.kind() == EntryPoint.Kind.NEXT;
    }

    /// The step of a line that is due: the first unseen one after the last that was seen; where there is none, the
    /// first unseen one. Only steps that are allowed and may come alone: where one is not allowed, none that
    /// supposes it takes its place.
    private Optional<EntryPoint> step(int line, IntPredicate seen, IntPredicate allowed) {
        int due = -1;
        int missed = -1;
        boolean begun = false;
        for (int place = lineStarts[line]; place < lineStarts[line + 1]; place++) {
            int item = order[place];
            if (parts[item] != Part.MAIN) {
                continue;
            }
            if (seen.test(item)) {
                begun = true;
                missed = missed < 0 ? due : missed;
                due = -1;
            } else if (due < 0 && isOpen(item, seen, allowed)) {
                due = item;
            }
        }
        int item = due >= 0 ? due : missed;
        return item < 0
                ? Optional.empty()
                : Optional.of(new EntryPoint(item, begun ? EntryPoint.Kind.NEXT : EntryPoint.Kind.START));
    }

    /// The side story of a line with the largest audience, -1 if none may be shown.
    private int side(int line, IntPredicate seen, IntPredicate allowed) {
        int best = -1;
        for (int place = lineStarts[line]; place < lineStarts[line + 1]; place++) {
            int item = order[place];
            if (parts[item] == Part.SIDE
                    && (best < 0 || members[item] > members[best])
                    && isOpen(item, seen, allowed)) {
                best = item;
            }
        }
        return best;
    }

    private boolean isOpen(int item, IntPredicate seen, IntPredicate allowed) {
        return !seen.test(item) && allowed.test(item) && mayComeAlone(item, seen);
    }

    private boolean isWorthShowing(int item) {
        return parts[item] == Part.MAIN || parts[item] == Part.SIDE;
    }
}
