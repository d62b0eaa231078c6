package io.osusume.assistant;

import io.osusume.data.AgeRating;
import io.osusume.data.TitleType;
import io.osusume.recommend.Filter;
import io.osusume.schema.EnumWords;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a filter of a tool's arguments. The fan's age class is the highest that comes out, whatever is
/// asked.
record FilterReader(ToolContext context) {
    /// The filter of what is asked.
    /// @throws ToolException for a word the catalogue does not know or a number out of its range
    Filter filter(RecommendTool.Arguments asked) {
        try {
            return new Filter(
                    types(asked.types()),
                    known("genre", asked.genres(), context.service().genres()),
                    known("genre", asked.withoutGenres(), context.service().genres()),
                    number(asked.fromYear()),
                    number(asked.toYear()),
                    number(asked.minEpisodes()),
                    number(asked.maxEpisodes()),
                    number(asked.maxMinutes()),
                    known("source", asked.sources(), context.service().sources()),
                    number(asked.minMembers()),
                    asked.minScore() == null ? Double.NaN : asked.minScore(),
                    Boolean.TRUE.equals(asked.unaired()),
                    age(asked.age()));
        } catch (IllegalArgumentException outOfRange) {
            throw new ToolException(String.valueOf(outOfRange.getMessage()));
        }
    }

    /// The filter of somebody who asks for nothing in particular.
    Filter usual() {
        return context.fan().adult() ? Filter.USUAL.withAdult() : Filter.USUAL;
    }

    private AgeRating age(@Nullable String word) {
        AgeRating most = context.fan().oldest();
        if (word == null) {
            return most;
        }
        AgeRating asked = EnumWords.parsed(AgeWord.class, word)
                .orElseThrow(() -> new ToolException(
                        "age must be one of " + EnumWords.all(AgeWord.class) + ", was '" + word + "'"))
                .rating();
        return asked.compareTo(most) < 0 ? asked : most;
    }

    private static Set<TitleType> types(@Nullable List<String> words) {
        Set<TitleType> types = new HashSet<>();
        for (String word : RecommendTool.given(words)) {
            types.add(EnumWords.parsed(TypeWord.class, word)
                    .orElseThrow(() -> new ToolException(
                            "types must be of " + EnumWords.all(TypeWord.class) + ", was '" + word + "'"))
                    .type());
        }
        return types;
    }

    private static Set<String> known(String what, @Nullable List<String> words, Collection<String> all) {
        Set<String> known = new HashSet<>();
        for (String word : RecommendTool.given(words)) {
            known.add(all.stream()
                    .filter(each -> each.equalsIgnoreCase(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> new ToolException(
                            "there is no " + what + " '" + word + "'; known are " + String.join(", ", all))));
        }
        return known;
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
