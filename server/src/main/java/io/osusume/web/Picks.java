package io.osusume.web;

import io.osusume.recommend.RatedItem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a fan has picked so far, in order, as it stands in a page's address: `pick=5114:9&pick=1`. Immutable.
record Picks(List<RatedItem> items) {
    static final int MAX = 300;
    private static final Pattern PICK = Pattern.compile("(\\d{1,10})(?::(10|[1-9]))?");

    Picks {
        items = List.copyOf(items);
    }

    /// Reads the values of all `pick` parameters; of a title that stands twice the last counts.
    ///
    /// @throws RequestException if one is not of the form `id` or `id:score`, or there are too many
    static Picks parse(Collection<String> values) {
        if (values.size() > MAX) {
            throw new RequestException(
                    400,
                    "at most " + MAX + " titles can be picked, found " + values.size() + "; upload a list instead");
        }
        Map<Long, RatedItem> byId = new LinkedHashMap<>();
        for (String value : values) {
            Matcher parts = PICK.matcher(value);
            if (!parts.matches()) {
                throw new RequestException(
                        400,
                        "pick must be an id, or an id and a score in [1, 10] such as 5114:9, was '" + shortened(value)
                                + "'");
            }
            String rating = parts.group(2);
            long itemId = Long.parseLong(parts.group(1));
            byId.put(itemId, new RatedItem(itemId, rating == null ? 0 : Integer.parseInt(rating)));
        }
        return new Picks(List.copyOf(byId.values()));
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
                : new Picks(java.util.stream.Stream.concat(
                                items.stream(), java.util.stream.Stream.of(new RatedItem(itemId, 0)))
                        .toList());
    }

    Picks without(long itemId) {
        return new Picks(items.stream().filter(item -> item.itemId() != itemId).toList());
    }

    /// The picks as the query of an address, empty or beginning with `?`.
    String query() {
        return items.stream()
                .map(item -> "pick=" + value(item.itemId(), item.rating()))
                .collect(Collectors.joining("&", items.isEmpty() ? "" : "?", ""));
    }

    /// One pick as it stands in an address.
    static String value(long itemId, int rating) {
        return rating == 0 ? Long.toString(itemId) : itemId + ":" + rating;
    }
}
