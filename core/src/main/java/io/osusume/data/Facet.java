package io.osusume.data;

import java.util.List;

/// One way to describe a title in words of which a fan may have favourites.
public enum Facet {
    GENRE {
        @Override
        public List<String> words(Title title) {
            return title.genres();
        }
    },

    TYPE {
        @Override
        public List<String> words(Title title) {
            return title.type() == TitleType.UNKNOWN
                    ? List.of()
                    : List.of(title.type().label());
        }
    },

    STUDIO {
        @Override
        public List<String> words(Title title) {
            return title.studios();
        }
    },

    /// What it was made from: `Manga`, `Original`, ...
    SOURCE {
        @Override
        public List<String> words(Title title) {
            return title.source() == null ? List.of() : List.of(title.source());
        }
    },

    AGE_RATING {
        @Override
        public List<String> words(Title title) {
            return title.ageRating() == AgeRating.UNKNOWN
                    ? List.of()
                    : List.of(title.ageRating().label());
        }
    },

    /// The decade of the first broadcast: `1990s`.
    ERA {
        @Override
        public List<String> words(Title title) {
            double aired = title.airedFromYears();
            return Double.isNaN(aired) ? List.of() : List.of((int) aired / 10 * 10 + "s");
        }
    },

    /// How long all its episodes take together. A season of 12 takes about 5 hours, one of 24 about 10.
    LENGTH {
        @Override
        public List<String> words(Title title) {
            double hours = title.episodes() * title.durationMinutes() / 60;
            if (hours == 0) {
                return List.of();
            }
            return List.of(
                    hours < 1
                            ? "under 1 hour"
                            : hours < 3
                                    ? "1 to 3 hours"
                                    : hours < 7 ? "3 to 7 hours" : hours < 15 ? "7 to 15 hours" : "over 15 hours");
        }
    };

    /// The words for a title; none where nothing is known.
    public abstract List<String> words(Title title);
}
