package io.osusume.web;

import io.osusume.data.Facet;
import io.osusume.data.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What two titles share, in words.
final class Likeness {
    private static final int GENRES = 4;

    private Likeness() {}

    /// Such as `In common: Drama and Sci-Fi · White Fox · 2010s · Visual novel`; empty where they share nothing that is
    /// known.
    static String of(Title title, Title other) {
        List<String> genres = shared(Facet.GENRE, title, other);
        List<String> parts = new ArrayList<>();
        if (!genres.isEmpty()) {
            parts.add(Sentences.listed(genres.subList(0, Math.min(GENRES, genres.size()))));
        }
        parts.addAll(shared(Facet.STUDIO, title, other));
        parts.addAll(shared(Facet.ERA, title, other));
        shared(Facet.SOURCE, title, other).stream()
                .filter(source -> !source.equals("Other"))
                .map(source ->
                        source.equals("Original") ? "an original story" : "from a " + source.toLowerCase(Locale.ROOT))
                .forEach(parts::add);
        return parts.isEmpty() ? "" : "In common: " + String.join(" · ", parts);
    }

    private static List<String> shared(Facet facet, Title title, Title other) {
        List<String> theirs = facet.words(other);
        return facet.words(title).stream().filter(theirs::contains).toList();
    }
}
