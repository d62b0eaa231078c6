package io.osusume.understand;

import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.Filter;
import java.util.List;

/// What a fan wants, as far as rules can tell. Nobody's list and settings are in it: the age class of
/// the filter is the one the words ask for, never above [io.osusume.data.AgeRating#MILD_NUDITY], and
/// the fan's own setting still applies.
///
/// @param titles those named, in their order: what is to be similar, compared, added, explained, ...
/// @param withoutTitles those named as what is not meant ("but not Naruto")
/// @param filter what the words rule out; [Filter#USUAL] if nothing
/// @param franchises how the parts of a franchise come
/// @param popularity in [-1, 1], see [io.osusume.recommend.Ask]
/// @param variety in [0, 1]
/// @param count how many titles are wanted, 0 if nothing was said
/// @param skip how many were shown already, at least 0: "show me more"
/// @param rating what the fan gives a title, in [1, 10]; 0 if nothing was said
/// @param description words about what the titles are like that no filter can express, empty if there
///     are none
/// @param followsUp whether it changes the request before
/// @param notUsed words that may have meant something and were not understood
public record Request(
        Want want,
        List<NamedTitle> titles,
        List<NamedTitle> withoutTitles,
        Filter filter,
        FranchiseRule franchises,
        double popularity,
        double variety,
        int count,
        int skip,
        int rating,
        String description,
        boolean followsUp,
        List<String> notUsed) {
    public Request {
        titles = List.copyOf(titles);
        withoutTitles = List.copyOf(withoutTitles);
        notUsed = List.copyOf(notUsed);
    }

    /// The ids of the titles named.
    public List<Long> itemIds() {
        return titles.stream().map(NamedTitle::itemId).toList();
    }
}
