package io.osusume.web;

import io.osusume.data.Title;
import io.osusume.lists.FanList;
import io.osusume.lists.ListStatus;
import io.osusume.recommend.RankedTitle;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.Recommendations;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The shapes of the API's answers. What is not known is absent.
final class ApiJson {
    private ApiJson() {}

    record TitleJson(
            long itemId,
            String name,
            @Nullable String englishName,
            @Nullable String japaneseName,
            String type,
            @Nullable Integer episodes,
            @Nullable Integer year,
            List<String> genres,
            List<String> studios,
            @Nullable Double communityScore) {
        static TitleJson of(Title title) {
            return new TitleJson(
                    title.itemId(),
                    title.name(),
                    title.englishName(),
                    title.japaneseName(),
                    title.type().label(),
                    title.episodes() == 0 ? null : title.episodes(),
                    title.year() == 0 ? null : title.year(),
                    title.genres(),
                    title.studios(),
                    Double.isNaN(title.score()) ? null : title.score());
        }
    }

    record SearchJson(String query, List<TitleJson> titles) {}

    record RankedJson(int rank, float score, TitleJson title) {
        static List<RankedJson> of(List<RankedTitle> titles) {
            return titles.stream()
                    .map(ranked -> new RankedJson(ranked.rank(), ranked.score(), TitleJson.of(ranked.title())))
                    .toList();
        }
    }

    record ListJson(int read, int repeated, Map<String, Integer> byStatus) {
        static ListJson of(FanList list) {
            Map<String, Integer> byStatus = new LinkedHashMap<>();
            for (Map.Entry<ListStatus, Integer> count : list.countByStatus().entrySet()) {
                byStatus.put(count.getKey().label(), count.getValue());
            }
            return new ListJson(list.size(), list.repeated(), byStatus);
        }
    }

    record RecommendationsJson(
            String model,
            @Nullable ListJson list,
            int matched,
            List<Long> notMatched,
            List<RankedJson> recommendations) {
        static RecommendationsJson of(String model, @Nullable FanList list, Recommendations given) {
            return new RecommendationsJson(
                    model,
                    list == null ? null : ListJson.of(list),
                    given.matched(),
                    given.notMatched(),
                    RankedJson.of(RankedTitle.of(given.cards())));
        }
    }

    record SimilarJson(String model, long itemId, List<RankedJson> similar) {}

    record ModelJson(
            String id,
            String family,
            boolean servesLists,
            Instant created,
            int users,
            int items,
            int titles,
            Map<String, String> settings,
            Map<String, Double> metrics) {
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
}
