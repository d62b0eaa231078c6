package io.osusume.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of the anime catalogue: the facts of a title. What is not known is null, 0 or `NaN` as said below.
///
/// @param itemId the MyAnimeList id
/// @param name the romaji name
/// @param englishName null if there is none
/// @param japaneseName null if there is none
/// @param episodes 0 if not known
/// @param airedFrom ISO 8601 date of reduced precision (`1998-04-03`, `1998-04` or `1998`), null if not known
/// @param airedTo the same for the last episode, null if not known or still airing
/// @param year of the first broadcast, 0 if not known
/// @param source `Manga`, `Original`, ..., null if not known
/// @param durationMinutes of one episode, 0 if not known
/// @param score mean community score in [1, 10], `NaN` if not known
/// @param members how many users have it in their list, 0 if not known
/// @param synopsis null if there is none
public record Title(
        long itemId,
        String name,
        @Nullable String englishName,
        @Nullable String japaneseName,
        TitleType type,
        int episodes,
        @Nullable String airedFrom,
        @Nullable String airedTo,
        int year,
        @Nullable Season season,
        List<String> genres,
        List<String> studios,
        @Nullable String source,
        double durationMinutes,
        AgeRating ageRating,
        double score,
        int members,
        @Nullable String synopsis) {

    private static final String ADULT_GENRE = "Hentai";

    public Title {
        genres = List.copyOf(genres);
        studios = List.copyOf(studios);
    }

    /// When it was first shown, in years: 1998.25 for April 1998, the middle of the year where the month is not
    /// known; `NaN` if not even the year is known.
    public double airedFromYears() {
        if (airedFrom == null) {
            return year == 0 ? Double.NaN : year + 0.5;
        }
        double start = Integer.parseInt(airedFrom.substring(0, 4));
        return start + (airedFrom.length() < 7 ? 0.5 : (Integer.parseInt(airedFrom.substring(5, 7)) - 1) / 12.0);
    }

    /// The English name where there is one, else the romaji name.
    public String displayName() {
        return named(NameLanguage.ENGLISH);
    }

    /// The name in a language, or the romaji name where there is none.
    public String named(NameLanguage language) {
        String named = switch (language) {
            case ROMAJI -> name;
            case ENGLISH -> englishName;
            case JAPANESE -> japaneseName;
        };
        return named == null ? name : named;
    }

    /// Whether it is for adults only: of the class "Rx", or of the genre that is.
    public boolean adult() {
        return ageRating == AgeRating.ADULT || genres.contains(ADULT_GENRE);
    }

    /// The age class that decides who is shown it: that for adults if it is for adults only, and the
    /// highest that everybody is shown if none is known.
    public AgeRating shownAs() {
        if (adult()) {
            return AgeRating.ADULT;
        }
        return ageRating == AgeRating.UNKNOWN ? AgeRating.FOR_EVERYBODY : ageRating;
    }

    /// The minutes all its episodes take together, 0 if not known.
    public double watchingMinutes() {
        return episodes * durationMinutes;
    }
}
