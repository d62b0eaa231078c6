package io.osusume.web;

import io.osusume.recommend.RatedItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a fan has picked so far, in order, as it stands in a page's address: `pick=5114:9&pick=1`. Immutable.
record Picks(List<RatedItem> items) {
    static final int MAX = 300;
    private static final Pattern PICK = Pattern.compile("(\\d{1,10})(?::(10|[1-9]))?");

    Picks {
        items = List.copyOf(items);
    }

    /// Reads the values of all `pick` parameters; of a title that stands twice the last counts, empty ones do not.
    ///
    /// @param problems hears of each value that is not of the form `id` or `id:score`, and of too many
    static Picks read(List<String> values, Consumer<String> problems) {
        Map<Long, RatedItem> byId = new LinkedHashMap<>();
        for (String value : values) {
            Matcher parts = PICK.matcher(value);
            if (parts.matches()) {
                String rating = parts.group(2);
                long itemId = Long.parseLong(parts.group(1));
                byId.put(itemId, new RatedItem(itemId, rating == null ? 0 : Integer.parseInt(rating)));
            } else if (!value.isBlank()) {
                problems.accept("pick must be an id, or an id and a score in [1, 10] such as 5114:9, was '"
                        + shortened(value) + "'");
            }
        }
        if (byId.size() > MAX) {
            problems.accept("at most " + MAX + " titles can be picked, found " + byId.size() + "; the first " + MAX
                    + " count; upload a list instead");
        }
        return new Picks(byId.values().stream().limit(MAX).toList());
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "...";
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    boolean contains(long itemId) {
        return items.stream().anyMatch(item -> item.itemId() == itemId);
    }

    Picks with(long itemId) {
        return contains(itemId)
                ? this
                : new Picks(Stream.concat(items.stream(), Stream.of(new RatedItem(itemId, 0)))
                        .toList());
    }

    Picks without(long itemId) {
        return new Picks(items.stream().filter(item -> item.itemId() != itemId).toList());
    }

    /// One pick as it stands in an address.
    static String value(long itemId, int rating) {
        return rating == 0 ? Long.toString(itemId) : itemId + ":" + rating;
    }
}
