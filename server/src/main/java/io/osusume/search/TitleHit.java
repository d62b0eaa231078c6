package io.osusume.search;

import io.osusume.data.Title;

/// A title a search has found, and why.
///
/// @param name the name that fits: romaji, English or Japanese as in the catalogue, or a short name fans
///     use
public record TitleHit(Title title, String name, Kind kind) {
    /// How a name fits a query, the best first.
    public enum Kind {
        /// The name is the query, but for case, accents, punctuation and the writing of a season.
        EQUAL,
        /// The query has a short name in it, such as `SnK` or `konosuba 2`; spelled out, it is the name.
        SHORT_NAME,
        /// The two sound alike in Japanese: `wo` and `o`, `Shōjo`, `shoujo` and `shojo`, kana and
        /// romaji.
        SOUND,
        /// The name or its words begin like the query's, or the query is made of the name's initials.
        BEGINNING,
        /// The words begin alike as they sound.
        SOUND_BEGINNING,
        /// The query stands somewhere in the name.
        PART,
        /// The words of the query stand in several names of the title.
        WORDS,
        /// The name fits the query without the season that it asks for.
        OTHER_SEASON,
        /// The words are a typing error or two away.
        TYPING_ERROR
    }
}
