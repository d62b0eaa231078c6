package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.data.Title;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A title as a page shows it, its name in the language the fan reads.
record TitleView(Title title, NameLanguage names) {
    long itemId() {
        return title.itemId();
    }

    String name() {
        return title.named(names);
    }

    /// The language tag of the name.
    String lang() {
        return tag(name());
    }

    /// Another name where it says more than the first: English for romaji, romaji for the others.
    @Nullable
    String second() {
        String other = names == NameLanguage.ROMAJI ? title.named(NameLanguage.ENGLISH) : title.name();
        return other.equalsIgnoreCase(name()) ? null : other;
    }

    /// The language tag of the second name.
    String secondLang() {
        return tag(String.valueOf(second()));
    }

    private String tag(String shown) {
        if (shown.equals(title.name())) {
            return "ja-Latn";
        }
        return shown.equals(title.japaneseName()) ? "ja" : "en";
    }

    /// The Japanese name where it is not shown already.
    @Nullable
    String japanese() {
        return Objects.equals(title.japaneseName(), name()) ? null : title.japaneseName();
    }

    /// Type, year and episodes, such as `TV · 2011 · 24 episodes`.
    String facts() {
        StringBuilder facts = new StringBuilder(title.type().label());
        if (title.year() != 0) {
            facts.append(" · ").append(title.year());
        }
        if (title.episodes() > 1 || (title.episodes() == 1 && title.durationMinutes() == 0)) {
            facts.append(" · ").append(title.episodes()).append(title.episodes() == 1 ? " episode" : " episodes");
        }
        return facts.toString();
    }

    /// How long all of it takes, null if not known.
    @Nullable
    String watchingTime() {
        return title.watchingMinutes() == 0 ? null : Durations.of(title.watchingMinutes());
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

    /// How many have it in their list, null if not known.
    @Nullable
    String members() {
        return title.members() == 0 ? null : String.format(Locale.ROOT, "%,d", title.members());
    }
}
