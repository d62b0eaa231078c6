package io.osusume.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What is asked beside the list: how many titles, filters, sliders, reasons. Immutable; every method gives another.
/// The words are those of the API's description (`/api/v1/controls` lists them).
public final class Query {
    /// As the server has it.
    public static final Query USUAL = new Query(List.of());

    private final List<String> parameters;

    private Query(List<String> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    /// Any parameter of the description, such as `type` with `movie`; filters of several values are said several times.
    public Query with(String name, Object value) {
        List<String> more = new ArrayList<>(parameters);
        more.add(encoded(name) + "=" + encoded(String.valueOf(value)));
        return new Query(more);
    }

    /// How many titles, in [1, 100].
    public Query n(int titles) {
        return with("n", titles);
    }

    /// How many titles come with reasons.
    public Query reasons(int titles) {
        return with("reasons", titles);
    }

    /// The titles after an earlier answer: its [Recommendations#next()].
    public Query after(String next) {
        return with("cursor", next);
    }

    /// All of these genres; may be said several times.
    public Query genre(String genre) {
        return with("genre", genre);
    }

    /// None of these genres; may be said several times.
    public Query notGenre(String genre) {
        return with("not-genre", genre);
    }

    /// One of these types; may be said several times.
    public Query type(String type) {
        return with("type", type);
    }

    /// The language of names: romaji, english or japanese.
    public Query names(String language) {
        return with("names", language);
    }

    /// A title that must not come; may be said several times.
    public Query exclude(long itemId) {
        return with("exclude", itemId);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// As it stands in an address, empty or with a question mark.
    String text() {
        return parameters.stream().collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Query query && query.parameters.equals(parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return "Query[" + text() + "]";
    }
}
