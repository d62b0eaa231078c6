package io.osusume.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An anime title.
///
/// @param itemId the MyAnimeList id
/// @param name the romaji name
/// @param displayName the name in the language that was asked for
/// @param year of the first broadcast
/// @param communityScore the community's mean score, 1 to 10
public record Title(
        long itemId,
        String name,
        @Nullable String englishName,
        @Nullable String japaneseName,
        String displayName,
        String type,
        @Nullable Integer episodes,
        @Nullable Integer year,
        List<String> genres,
        List<String> studios,
        @Nullable Double communityScore) {
    public Title {
        genres = List.copyOf(genres);
        studios = List.copyOf(studios);
    }

    /// All that is known of a title. What is not known is null.
    ///
    /// @param airedFrom ISO 8601, down to the day, month or year
    /// @param age the age class, such as `teens`
    /// @param members how many people have it in their list
    /// @param franchise all parts, in watching order; empty if it is alone
    public record Facts(
            Title title,
            @Nullable String airedFrom,
            @Nullable String airedTo,
            @Nullable String season,
            @Nullable String source,
            @Nullable Double durationMinutes,
            @Nullable Double watchingMinutes,
            String age,
            boolean adult,
            @Nullable Integer members,
            @Nullable String synopsis,
            List<Title> franchise) {
        public Facts {
            franchise = List.copyOf(franchise);
        }
    }

    /// A title in a list of the best.
    ///
    /// @param rank from 1
    /// @param score only its order counts
    public record Ranked(int rank, double score, Title title) {}
}
