package io.osusume.lists;

/// One title as a file or a service gives it, before anything is checked; a [FanListBuilder] makes an entry of it.
///
/// @param where the place as an [Adjustment] names it
/// @param itemId the MyAnimeList id, below 1 if there is none
/// @param title perhaps empty
/// @param score on a scale to 10, perhaps with a fraction or out of range; 0 or `NaN` if there is none
/// @param status the word or number as it stands there, perhaps empty
/// @param watchedEpisodes perhaps negative
/// @param episodes of the whole title, 0 if not known
public record FoundEntry(
        String where, long itemId, String title, double score, String status, int watchedEpisodes, int episodes) {}
