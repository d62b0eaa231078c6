package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.osusume.data.AgeRating;
import io.osusume.data.Title;
import io.osusume.map.ListOnMap;
import io.osusume.map.MapArea;
import io.osusume.map.TitleMap;
import io.osusume.recommend.Card;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.RecommendException;
import io.osusume.recommend.RecommendationService;
import io.osusume.web.MapView.AreaView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The map of all titles, and the files it is drawn from. The page itself has all areas with their best known titles,
/// and a picture for browsers without JavaScript; the script draws the titles and lets fans move about.
final class MapPage {
    static final String PATH = "/map";

    private static final int HITS = 8;
    private static final int BEST = 40;

    private final Site site;
    private volatile @Nullable Drawn latest;

    /// The maps of a service by age class, each made when somebody first asks.
    private record Drawn(RecommendationService service, Map<AgeRating, Optional<MapFiles>> byAge) {}

    MapPage(Site site) {
        this.site = site;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::get);
        routes.get(PATH + "/points", ctx -> files(ctx).points(ctx));
        routes.get(PATH + "/names", ctx -> files(ctx).names(ctx));
        routes.get(PATH + "/picture.svg", ctx -> files(ctx).picture(ctx));
        routes.get(PATH + "/titles/{id}", this::card);
    }

    /// @throws RequestException with status 404 if the model version has no map
    private MapFiles files(Context ctx) {
        AgeRating oldest = Optional.ofNullable(ctx.queryParam("age"))
                .flatMap(ControlWords::age)
                .orElse(AgeRating.MILD_NUDITY);
        return files(site.model().service(), oldest)
                .orElseThrow(() -> new RequestException(404, "this version of the model has no map"));
    }

    private Optional<MapFiles> files(RecommendationService service, AgeRating oldest) {
        Drawn found = latest;
        if (found == null || found.service != service) {
            found = new Drawn(service, new ConcurrentHashMap<>()); // twice at worst, and then the same
            latest = found;
        }
        return found.byAge.computeIfAbsent(
                oldest, age -> TitleMap.of(service, age).map(map -> new MapFiles(map, age)));
    }

    private void get(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        Controls controls = visit.controls().withPage(1);
        Optional<MapFiles> files =
                files(visit.service(), visit.controls().filter().oldest());
        if (files.isEmpty()) {
            site.pages().show(ctx, visit, "map", MapView.NONE);
            return;
        }
        TitleMap map = files.get().map();
        String searched = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        OptionalInt chosen = chosen(ctx, map);
        ListOnMap list = ListOnMap.of(
                map, visit.fan().watched().stream().map(RatedItem::itemId).toList());
        List<TitleView> hits = visit.service().search().search(searched, HITS).stream()
                .filter(title -> map.place(title.itemId()).isPresent())
                .map(title -> new TitleView(title, controls.names()))
                .toList();
        site.pages()
                .show(
                        ctx,
                        visit,
                        "map",
                        new MapView(
                                files.get().addresses(controls, chosen),
                                map.size(),
                                controls.parameters(),
                                controls.query(),
                                searched,
                                hits,
                                places(list.places()),
                                places(best(visit, map)),
                                list.home().stream()
                                        .mapToObj(Integer::toString)
                                        .findFirst()
                                        .orElse(""),
                                chosen.stream()
                                        .mapToObj(Integer::toString)
                                        .findFirst()
                                        .orElse(""),
                                AreaView.lines(map),
                                sentence(visit, list, map),
                                map.areas().stream()
                                        .map(area -> AreaView.of(area, controls.names()))
                                        .toList(),
                                chosen.isEmpty()
                                        ? null
                                        : MapCardView.of(
                                                visit, map.title(chosen.getAsInt()), area(map, chosen.getAsInt()))));
    }

    private static OptionalInt chosen(Context ctx, TitleMap map) {
        String id = Optional.ofNullable(ctx.queryParam("title")).orElse("");
        return id.matches("\\d{1,10}") ? map.place(Long.parseLong(id)) : OptionalInt.empty();
    }

    private static String places(List<Integer> places) {
        return places.stream().map(place -> Integer.toString(place)).collect(Collectors.joining(" "));
    }

    /// Where the titles lie that are recommended to the fan.
    private static List<Integer> best(Visit visit, TitleMap map) {
        if (visit.fan().isEmpty()) {
            return List.of();
        }
        try {
            return visit.service().recommend(visit.ask().withReasons(0).page(0, BEST)).cards().stream()
                    .map(Card::title)
                    .map(title -> map.place(title.itemId()))
                    .filter(OptionalInt::isPresent)
                    .map(OptionalInt::getAsInt)
                    .toList();
        } catch (RecommendException cannot) {
            if (cannot.reason() == RecommendException.Reason.BUSY) {
                throw cannot;
            }
            return List.of(); // the map is worth showing without
        }
    }

    private static String sentence(Visit visit, ListOnMap list, TitleMap map) {
        if (visit.fan().isEmpty()) {
            return "";
        }
        if (list.places().isEmpty()) {
            return "None of your titles is on the map.";
        }
        String where = Sentences.listed(list.shares().stream()
                .limit(3)
                .map(share -> share.titles() + " in " + AreaView.name(share.area()))
                .toList());
        return "You are here: " + Sentences.counted(list.places().size(), "title") + " of your list"
                + (where.isEmpty() ? "" : ", " + where) + ". Around " + home(visit, list, map) + " they are closest.";
    }

    private static String home(Visit visit, ListOnMap list, TitleMap map) {
        Title home = map.title(list.home().orElseThrow());
        return home.named(visit.controls().names());
    }

    private static Optional<MapArea> area(TitleMap map, int place) {
        return map.areas().stream()
                .filter(area -> area.number() == map.area(place))
                .findFirst();
    }

    /// What is shown of a title that was chosen on the map.
    private void card(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        long itemId = RequestReader.itemId(ctx);
        TitleMap map = files(visit.service(), visit.controls().filter().oldest())
                .map(MapFiles::map)
                .orElseThrow(() -> new RequestException(404, "this version of the model has no map"));
        int place = map.place(itemId)
                .orElseThrow(() -> new RequestException(404, "no title on this map has the id " + itemId));
        site.pages().part(ctx, "mapcard", Map.of("view", MapCardView.of(visit, map.title(place), area(map, place))));
    }
}
