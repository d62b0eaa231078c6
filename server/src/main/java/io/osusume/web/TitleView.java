package io.osusume.web;

import io.osusume.data.Title;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A title as a page shows it.
record TitleView(Title title) {
    long itemId() {
        return title.itemId();
    }

    /// The romaji name.
    String name() {
        return title.name();
    }

    /// The English name where it says more than the romaji one.
    @Nullable
    String english() {
        String english = title.englishName();
        return english == null || english.equalsIgnoreCase(title.name()) ? null : english;
    }

    @Nullable
    String japanese() {
        return title.japaneseName();
    }

    /// Type, year and episodes, such as `TV · 2011 · 24 episodes`.
    String facts() {
        StringBuilder facts = new StringBuilder(title.type().label());
        if (title.year() != 0) {
            facts.append(" · ").append(title.year());
        }
        if (title.episodes() != 0) {
            facts.append(" · ").append(title.episodes()).append(title.episodes() == 1 ? " episode" : " episodes");
        }
        return facts.toString();
    }

    List<String> genres() {
        return title.genres();
    }

    String studios() {
        return String.join(", ", title.studios());
    }

    /// The community's mean score with two digits, null if not known.
    @Nullable
    String communityScore() {
        return Double.isNaN(title.score()) ? null : String.format(Locale.ROOT, "%.2f", title.score());
    }
}
