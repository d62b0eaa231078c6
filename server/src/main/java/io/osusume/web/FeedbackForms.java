package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.osusume.profiles.Acknowledged;
import io.osusume.profiles.Change;
import io.osusume.profiles.ProfileToken;
import io.osusume.profiles.UndoResult;
import java.util.List;

/// What a fan says to a title: seen (with a score), not interested, save, or free it again; and undoing it. Who has no
/// profile yet gets one with the titles of the address: from then on the list is kept here.
final class FeedbackForms {
    private final Site site;

    FeedbackForms(Site site) {
        this.site = site;
    }

    void register(RoutesConfig routes) {
        routes.post("/feedback", this::feedback);
        routes.post("/undo", this::undo);
    }

    private void feedback(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        long itemId = number(ctx, "item");
        if (visit.service().title(itemId).isEmpty()) {
            throw new RequestException(404, "no title here has the id " + itemId);
        }
        Done.Deed deed = Done.Deed.of(String.valueOf(ctx.formParam("deed"))).orElseThrow(FeedbackForms::noDeed);
        Change change = deed.change(itemId, score(ctx)).orElseThrow(FeedbackForms::noDeed);
        ProfileToken token = site.fans().opened(ctx, visit.controls().picks());
        Acknowledged done = site.fans().required().apply(token, change);
        long id = done.changeId().orElse(0);
        back(ctx, visit, new Done(id == 0 ? Done.Deed.NOTHING : deed, itemId, id));
    }

    private static RequestException noDeed() {
        return new RequestException(400, "deed must be seen, not-interested, save or free");
    }

    private static int score(Context ctx) {
        String text = ctx.formParam("score");
        if (text == null || text.isEmpty()) {
            return 0;
        }
        if (text.matches("10|\\d")) {
            return Integer.parseInt(text);
        }
        throw new RequestException(400, "score must be a whole number in [0, 10]");
    }

    private void undo(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        FormGuard.check(ctx, visit.stored());
        ProfileToken token = visit.stored()
                .map(StoredFan::token)
                .orElseThrow(() -> new RequestException(403, "there is nothing of yours here that could be undone"));
        boolean undone = site.fans().required().undo(token, number(ctx, "change")) instanceof UndoResult.Undone;
        back(ctx, visit, new Done(undone ? Done.Deed.UNDONE : Done.Deed.NOT_UNDONE, 0, 0));
    }

    private static long number(Context ctx, String field) {
        String text = String.valueOf(ctx.formParam(field));
        if (text.matches("\\d{1,10}")) {
            return Long.parseLong(text);
        }
        throw new RequestException(400, field + " must be a whole number");
    }

    /// To the page the form stood on, whose titles are kept here now.
    private static void back(Context ctx, Visit visit, Done done) {
        String path = String.valueOf(ctx.formParam("from"));
        String known = path.matches("/titles/\\d{1,10}|/data|/chat") ? path : RecommendationsPage.PATH;
        ctx.redirect(done.in(visit.controls().withPicks(new Picks(List.of())).address(known)), HttpStatus.SEE_OTHER);
    }
}
