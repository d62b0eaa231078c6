package io.osusume.web;

import io.osusume.data.AgeRating;
import io.osusume.data.NameLanguage;
import io.osusume.data.Title;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.RankedTitle;
import io.osusume.recommend.RecommendationService;
import io.osusume.schema.EnumWords;
import io.osusume.schema.Says;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The shapes of what the API reads and answers, but for lists with reasons ([ListJson]). What is not
/// known is absent.
final class ApiJson {
    private ApiJson() {}

    record RatedJson(
            @Says(value = "MyAnimeList id", least = 1, example = "5114")
            long itemId,

            @Says(
                    value = "What the fan gave it; absent, null or 0: watched, not scored",
                    least = 0,
                    most = 10,
                    orNull = true,
                    example = "9")
            @Nullable
            Integer score) {}

    record ExcludedJson(
            @Says(value = "MyAnimeList id", least = 1, example = "1")
            long itemId,

            @Says(
                    value = "Why it must not come. not-interested also lowers what is like it; planned titles"
                            + " come with the parameter planned; absent: saved",
                    words = Exclusion.class,
                    orNull = true,
                    example = "\"not-interested\"")
            @Nullable
            String why) {}

    record ListBodyJson(
            @Says("What the fan has watched, at most 20,000 titles; of one that stands twice the last counts")
            List<RatedJson> list,

            @Says(value = "Titles that must not come though they are not watched", orNull = true) @Nullable
            List<ExcludedJson> excluded) {}

    record TitleJson(
            @Says(value = "MyAnimeList id", least = 1, example = "5114")
            long itemId,

            @Says(value = "The romaji name", example = "\"Fullmetal Alchemist: Brotherhood\"")
            String name,

            @Says("The English name") @Nullable String englishName,
            @Says("The Japanese name") @Nullable String japaneseName,

            @Says("The name in the language of the parameter names, the romaji name where there is none")
            String displayName,

            @Says(value = "TV, Movie, OVA, ONA, Special, Music or Unknown", example = "\"TV\"")
            String type,

            @Says(value = "How many episodes", least = 1) @Nullable
            Integer episodes,

            @Says(value = "The year of the first broadcast", example = "2009") @Nullable
            Integer year,

            @Says("Genres as the catalogue writes them") List<String> genres,
            @Says("Studios as the catalogue writes them") List<String> studios,

            @Says(value = "The community's mean score", least = 1, most = 10) @Nullable
            Double communityScore) {
        static TitleJson of(Title title, NameLanguage names) {
            return new TitleJson(
                    title.itemId(),
                    title.name(),
                    title.englishName(),
                    title.japaneseName(),
                    title.named(names),
                    title.type().label(),
                    title.episodes() == 0 ? null : title.episodes(),
                    title.year() == 0 ? null : title.year(),
                    title.genres(),
                    title.studios(),
                    Double.isNaN(title.score()) ? null : title.score());
        }

        static List<TitleJson> of(List<Title> titles, NameLanguage names) {
            return titles.stream().map(title -> of(title, names)).toList();
        }
    }

    record TitleFactsJson(
            @Says("The title") TitleJson title,

            @Says(
                    value = "ISO 8601 date of the first broadcast, down to the day, month or year",
                    example = "\"2009-04-05\"")
            @Nullable
            String airedFrom,

            @Says("ISO 8601 date of the last broadcast, down to the day, month or year") @Nullable
            String airedTo,

            @Says("Winter, Spring, Summer or Fall") @Nullable
            String season,

            @Says(value = "What it was made from", example = "\"Manga\"") @Nullable
            String source,

            @Says(value = "Minutes of one episode", least = 0) @Nullable
            Double durationMinutes,

            @Says(value = "Minutes of all episodes together", least = 0) @Nullable
            Double watchingMinutes,

            @Says(value = "The age class, as in the parameter age", words = AgeRating.class)
            String age,

            @Says("Whether it is for adults only") boolean adult,

            @Says(value = "How many people have it in their list", least = 0) @Nullable
            Integer members,

            @Says("What it is about") @Nullable String synopsis,

            @Says("All parts of its franchise that the model knows, in watching order; empty if it is alone")
            List<TitleJson> franchise) {
        static TitleFactsJson of(Title title, List<Title> franchise, NameLanguage names) {
            return new TitleFactsJson(
                    TitleJson.of(title, names),
                    title.airedFrom(),
                    title.airedTo(),
                    title.season() == null ? null : title.season().label(),
                    title.source(),
                    known(title.durationMinutes()),
                    known(title.watchingMinutes()),
                    EnumWords.of(title.ageRating()),
                    title.adult(),
                    title.members() == 0 ? null : title.members(),
                    title.synopsis(),
                    TitleJson.of(franchise, names));
        }

        private static @Nullable Double known(double minutes) {
            return minutes > 0 ? minutes : null;
        }
    }

    record SearchJson(
            @Says("What was searched for") String query,
            @Says("What fits, the best first") List<TitleJson> titles) {}

    record RankedJson(
            @Says(value = "Counts from 1", least = 1) int rank,

            @Says("What the model gives; only the order counts")
            float score,

            @Says("The title") TitleJson title) {
        static List<RankedJson> of(List<RankedTitle> titles, NameLanguage names) {
            return titles.stream()
                    .map(ranked -> new RankedJson(ranked.rank(), ranked.score(), TitleJson.of(ranked.title(), names)))
                    .toList();
        }
    }

    record SimilarJson(
            @Says("The id of the model that answered") String model,

            @Says(value = "The title asked about", least = 1)
            long itemId,

            @Says("The titles most like it, the most alike first")
            List<RankedJson> similar) {}

    record UserJson(
            @Says("The id of the model that answered") String model,

            @Says("The user of the training data") long userId,

            @Says("The best titles the user has not seen") List<RankedJson> recommendations) {}

    record ModelJson(
            @Says("The id of the model that answers now") String id,

            @Says(value = "Its family", example = "\"hybrid\"")
            String family,

            @Says("Whether it serves lists it never saw; one that does not answers 501 to them")
            boolean servesLists,

            @Says("When it was trained") Instant created,

            @Says(value = "How many users it was trained on", least = 0)
            int users,

            @Says(value = "How many titles it was trained on", least = 0)
            int items,

            @Says(value = "How many titles its catalogue has", least = 0)
            int titles,

            @Says("The settings it was trained with") Map<String, String> settings,
            @Says("What was measured when it was trained") Map<String, Double> metrics) {
        static ModelJson of(RecommendationService service) {
            var loaded = service.loaded();
            return new ModelJson(
                    loaded.id(),
                    loaded.model().name(),
                    service.servesLists(),
                    loaded.manifest().created(),
                    loaded.users().size(),
                    loaded.items().size(),
                    loaded.catalogue().titles().size(),
                    loaded.manifest().settings(),
                    loaded.manifest().metrics());
        }
    }

    record WordJson(
            @Says(value = "As it stands in an address", example = "\"teens\"")
            String word,

            @Says(value = "As people read it", example = "\"PG-13 - Teens 13 or older\"")
            String label) {}

    record ControlsJson(
            @Says("Values of genre and not-genre") List<String> genres,
            @Says("Values of source") List<String> sources,
            @Says("Values of type") List<WordJson> types,

            @Says("Values of age, the youngest first") List<WordJson> ages,

            @Says("Values of franchises") List<String> franchises,

            @Says("Values of names") List<String> names) {}
}
