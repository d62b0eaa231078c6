package io.osusume.recommend;

import io.osusume.data.AgeRating;
import io.osusume.data.TitleType;
import java.util.Set;

/// Which titles a fan wants to be shown. What is empty, 0 or `NaN` rules nothing out.
///
/// @param types one of these
/// @param genres all of these
/// @param withoutGenres none of these
/// @param fromYear of the first broadcast
/// @param toYear of the first broadcast
/// @param minEpisodes at least
/// @param maxEpisodes at most
/// @param maxMinutes that all episodes take together, at most
/// @param sources one of these, such as `Manga`
/// @param minMembers who have it in their list, at least
/// @param minScore the community's mean score, at least, in [1, 10]
/// @param unaired also what has not been shown yet
/// @param oldest the highest age class; [AgeRating#ADULT] for everything. Below [AgeRating#MILD_NUDITY] a title of
///     unknown class is out
public record Filter(
        Set<TitleType> types,
        Set<String> genres,
        Set<String> withoutGenres,
        int fromYear,
        int toYear,
        int minEpisodes,
        int maxEpisodes,
        int maxMinutes,
        Set<String> sources,
        int minMembers,
        double minScore,
        boolean unaired,
        AgeRating oldest) {
    /// Everything that has been shown and is not for adults only.
    public static final Filter USUAL = new Filter(
            Set.of(), Set.of(), Set.of(), 0, 0, 0, 0, 0, Set.of(), 0, Double.NaN, false, AgeRating.FOR_EVERYBODY);

    /// @throws IllegalArgumentException if a number is out of its range, with the words of an address
    public Filter {
        types = Set.copyOf(types);
        genres = Set.copyOf(genres);
        withoutGenres = Set.copyOf(withoutGenres);
        sources = Set.copyOf(sources);
        atLeastNothing("from", fromYear);
        atLeastNothing("to", toYear);
        atLeastNothing("min-episodes", minEpisodes);
        atLeastNothing("max-episodes", maxEpisodes);
        atLeastNothing("max-minutes", maxMinutes);
        atLeastNothing("min-members", minMembers);
        if (minScore < 1 || minScore > 10) {
            throw new IllegalArgumentException("min-score must be in [1, 10], was " + minScore);
        }
        if (oldest == AgeRating.UNKNOWN) {
            throw new IllegalArgumentException("age must be a known class");
        }
        ordered("from", fromYear, "to", toYear);
        ordered("min-episodes", minEpisodes, "max-episodes", maxEpisodes);
    }

    private static void atLeastNothing(String name, int number) {
        if (number < 0) {
            throw new IllegalArgumentException(name + " must not be negative, was " + number);
        }
    }

    private static void ordered(String low, int from, String high, int to) {
        if (from > 0 && to > 0 && from > to) {
            throw new IllegalArgumentException(low + " must not be above " + high + ", were " + from + " and " + to);
        }
    }

    /// The same with adult titles let in.
    public Filter withAdult() {
        return new Filter(
                types,
                genres,
                withoutGenres,
                fromYear,
                toYear,
                minEpisodes,
                maxEpisodes,
                maxMinutes,
                sources,
                minMembers,
                minScore,
                unaired,
                AgeRating.ADULT);
    }

    /// The same without one rule.
    ///
    /// @throws IllegalArgumentException for [FilterRule#NO_FACTS], which cannot be lifted
    public Filter without(FilterRule rule) {
        if (rule == FilterRule.NO_FACTS) {
            throw new IllegalArgumentException("a title without facts cannot be shown");
        }
        return new Filter(
                rule == FilterRule.TYPE ? Set.of() : types,
                rule == FilterRule.GENRE ? Set.of() : genres,
                rule == FilterRule.WITHOUT_GENRE ? Set.of() : withoutGenres,
                rule == FilterRule.YEAR ? 0 : fromYear,
                rule == FilterRule.YEAR ? 0 : toYear,
                rule == FilterRule.EPISODES ? 0 : minEpisodes,
                rule == FilterRule.EPISODES ? 0 : maxEpisodes,
                rule == FilterRule.WATCHING_TIME ? 0 : maxMinutes,
                rule == FilterRule.SOURCE ? Set.of() : sources,
                rule == FilterRule.MEMBERS ? 0 : minMembers,
                rule == FilterRule.SCORE ? Double.NaN : minScore,
                rule == FilterRule.UNAIRED || unaired,
                rule == FilterRule.AGE ? AgeRating.ADULT : oldest);
    }
}
