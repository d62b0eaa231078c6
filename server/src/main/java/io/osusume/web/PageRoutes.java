package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.osusume.lists.FanList;
import io.osusume.lists.ListException;
import io.osusume.recommend.RankedTitle;
import io.osusume.recommend.RecommendException;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.Recommendations;
import io.osusume.serving.ModelState;
import java.io.IOException;
import java.util.List;

/// The pages. All of them work without JavaScript; what a fan picked is in the address and nowhere else.
final class PageRoutes {
    private static final int CARDS = 24;
    private static final int MORE_CARDS = 96;
    private static final int FOUND = 8;

    private final CurrentModel model;
    private final Pages pages;

    PageRoutes(CurrentModel model, Pages pages) {
        this.model = model;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/", this::home);
        routes.get("/recommendations", this::recommendations);
        routes.post("/recommendations", this::upload);
        routes.get("/titles/{id}", this::title);
    }

    private void home(Context ctx) {
        if (model.state() instanceof ModelState.Missing missing) {
            ctx.status(503).header("Retry-After", "10");
            pages.home(ctx, new HomeView(missing, null, "", List.of(), List.of(), null));
            return;
        }
        Picks picks = Picks.parse(ctx.queryParams("pick"));
        Picks changed = picks;
        String add = ctx.queryParam("add");
        String remove = ctx.queryParam("remove");
        if (add != null) {
            changed = changed.with(id(add));
        }
        if (remove != null) {
            changed = changed.without(id(remove));
        }
        if (add != null || remove != null) {
            ctx.redirect("/" + changed.query(), HttpStatus.SEE_OTHER);
            return;
        }
        RecommendationService service = model.service();
        String query = ctx.queryParam("q") == null
                ? ""
                : String.valueOf(ctx.queryParam("q")).strip();
        List<TitleView> found = service.search().search(query, FOUND).stream()
                .filter(title -> !picks.contains(title.itemId()))
                .map(TitleView::new)
                .toList();
        String notice = !query.isEmpty() && found.isEmpty() ? "Nothing new found for “" + query + "”." : null;
        pages.home(ctx, new HomeView(null, notice, query, found, views(service, picks), null));
    }

    private static long id(String text) {
        if (text.matches("\\d{1,10}")) {
            return Long.parseLong(text);
        }
        throw new RequestException(400, "add and remove must be the id of a title");
    }

    private void recommendations(Context ctx) {
        RecommendationService service = model.service();
        Picks picks = Picks.parse(ctx.queryParams("pick"));
        int n = RequestReader.n(ctx, CARDS);
        try {
            Recommendations given = service.recommend(picks.items(), n);
            String more =
                    n < MORE_CARDS && given.more() ? "/recommendations" + picks.query() + "&n=" + MORE_CARDS : null;
            ResultsView results =
                    new ResultsView(source(given, "you picked"), RankedView.of(RankedTitle.of(given.cards())), more);
            pages.home(ctx, new HomeView(null, null, "", List.of(), views(service, picks), results));
        } catch (RecommendException refused) {
            notice(ctx, service, picks, Problem.of(refused));
        }
    }

    private void upload(Context ctx) throws IOException {
        RecommendationService service = model.service();
        try {
            FanList list = RequestReader.list(ctx);
            Recommendations given = service.recommend(RequestReader.ask(list, false, 2 * CARDS));
            ResultsView results = new ResultsView(
                    list.summary() + ". " + source(given, "you have watched"),
                    RankedView.of(RankedTitle.of(given.cards())),
                    null);
            pages.home(ctx, new HomeView(null, null, "", List.of(), List.of(), results));
        } catch (ListException refused) {
            notice(ctx, service, new Picks(List.of()), Problem.of(refused));
        } catch (RecommendException refused) {
            notice(ctx, service, new Picks(List.of()), Problem.of(refused));
        } catch (RequestException refused) {
            notice(ctx, service, new Picks(List.of()), Problem.of(refused));
        }
    }

    private void notice(Context ctx, RecommendationService service, Picks picks, Problem problem) {
        ctx.status(problem.status());
        String sentence = Character.toUpperCase(problem.detail().charAt(0))
                + problem.detail().substring(1) + ".";
        pages.home(ctx, new HomeView(null, sentence, "", List.of(), views(service, picks), null));
    }

    private static String source(Recommendations given, String what) {
        int matched = given.matched();
        int missed = given.notMatched().size();
        return "Based on " + matched + (matched == 1 ? " title " : " titles ") + what
                + (missed == 0 ? "." : "; " + missed + (missed == 1 ? " more is" : " more are") + " not known here.");
    }

    private void title(Context ctx) {
        RecommendationService service = model.service();
        long itemId = RequestReader.itemId(ctx);
        TitleView title = service.title(itemId)
                .map(TitleView::new)
                .orElseThrow(() -> new RequestException(404, "no title here has the id " + itemId));
        pages.title(ctx, title, RankedView.of(similar(service, itemId)));
    }

    private static List<RankedTitle> similar(RecommendationService service, long itemId) {
        try {
            return service.similar(itemId, 12);
        } catch (RecommendException nothingKnown) {
            return List.of(); // the page shows the title's facts and says that there is nothing to compare
        }
    }

    private static List<PickView> views(RecommendationService service, Picks picks) {
        return picks.items().stream()
                .map(item -> new PickView(
                        item.itemId(),
                        name(service, item.itemId()),
                        service.loaded().items().index(item.itemId()).isPresent(),
                        item.rating()))
                .toList();
    }

    private static String name(RecommendationService service, long itemId) {
        return service.title(itemId).map(title -> title.name()).orElse("Title " + itemId);
    }
}
