package io.osusume.web;

import io.osusume.data.Facet;
import io.osusume.data.Title;
import java.util.ArrayList;
import java.util.List;

/// What two titles share, in words.
final class Likeness {
    private static final int GENRES = 4;

    private Likeness() {}

    /// Such as `Both are Drama and Sci-Fi, by White Fox, of the 2010s, from a visual novel.`; empty where they share
    /// nothing that is known.
    static String of(Title title, Title other) {
        List<String> genres = shared(Facet.GENRE, title, other);
        List<String> studios = shared(Facet.STUDIO, title, other);
        List<String> eras = shared(Facet.ERA, title, other);
        List<String> sources = shared(Facet.SOURCE, title, other).stream()
                .filter(source -> !source.equals("Other"))
                .toList();
        List<String> parts = new ArrayList<>();
        if (!genres.isEmpty()) {
            parts.add(Sentences.listed(genres.subList(0, Math.min(GENRES, genres.size()))));
        }
        if (!studios.isEmpty()) {
            parts.add("by " + Sentences.listed(studios));
        }
        if (!eras.isEmpty()) {
            parts.add("of the " + eras.getFirst());
        }
        if (!sources.isEmpty()) {
            parts.add(sources.getFirst().equals("Original") ? "an original story" : "source: " + sources.getFirst());
        }
        return parts.isEmpty() ? "" : "Both: " + String.join(" · ", parts);
    }

    private static List<String> shared(Facet facet, Title title, Title other) {
        List<String> theirs = facet.words(other);
        return facet.words(title).stream().filter(theirs::contains).toList();
    }
}
