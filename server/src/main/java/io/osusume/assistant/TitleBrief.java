package io.osusume.assistant;

import io.osusume.data.AgeRating;
import io.osusume.data.Title;
import io.osusume.schema.Says;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A title as tools tell it: its facts, without its synopsis.
public record TitleBrief(
        @Says("The id, by which a title is named: [[id]]") long itemId,
        @Says("The romaji name") String name,

        @Says("The English name; absent if there is none") @Nullable
        String english,

        @Says("The Japanese name; absent if there is none") @Nullable
        String japanese,

        @Says("TV, Movie, ...") String type,

        @Says("Of the first broadcast; absent if not known") @Nullable
        Integer year,

        @Says("How many; absent if not known") @Nullable Integer episodes,

        @Says("Minutes of one episode; absent if not known") @Nullable
        Integer minutes,

        @Says("Its genres") List<String> genres,
        @Says("Who made it") List<String> studios,

        @Says("What it was made from; absent if not known") @Nullable
        String source,

        @Says("The age class; absent if not known") @Nullable
        String age,

        @Says("What the community gives it on average, of 10; absent if not known") @Nullable
        Double score,

        @Says("How many have it in their list; absent if not known") @Nullable
        Integer members,

        @Says("Whether the fan has watched it") boolean watched,

        @Says("What the fan gave it, of 10; absent if nothing") @Nullable
        Integer ownScore) {
    /// The facts of a title.
    /// @param rating the fan's: 0 for watched and not scored, -1 for not watched
    static TitleBrief of(Title title, int rating) {
        return new TitleBrief(
                title.itemId(),
                title.name(),
                title.englishName(),
                title.japaneseName(),
                title.type().label(),
                known(title.year()),
                known(title.episodes()),
                known((int) Math.round(title.durationMinutes())),
                title.genres(),
                title.studios(),
                title.source(),
                title.ageRating() == AgeRating.UNKNOWN
                        ? null
                        : title.ageRating().label(),
                Double.isNaN(title.score()) ? null : Math.round(title.score() * 100) / 100.0,
                known(title.members()),
                rating >= 0,
                rating > 0 ? (Integer) rating : null);
    }

    private static @Nullable Integer known(int number) {
        return number == 0 ? null : (Integer) number;
    }
}
