package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.osusume.profiles.Change;
import io.osusume.profiles.EntryStatus;
import io.osusume.profiles.ProfileContents;
import io.osusume.profiles.TitleLanguage;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What is kept of a fan: seeing it, choosing for good, taking it along, having it forgotten.
final class DataPage {
    private static final String PATH = "/data";

    private final Site site;

    DataPage(Site site) {
        this.site = site;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::get);
        routes.get(PATH + "/osusume.json", this::json);
        routes.get(PATH + "/animelist.xml", this::xml);
        routes.post(PATH + "/settings", this::settings);
        routes.post(PATH + "/forget", this::forget);
    }

    private void get(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        DataView.KeptView kept = visit.stored().map(fan -> view(fan, visit)).orElse(null);
        site.pages().show(ctx, visit, "data", new DataView(kept, Notice.of(ctx, visit)));
    }

    private static DataView.KeptView view(StoredFan fan, Visit visit) {
        ProfileContents contents = fan.contents();
        List<ModelView.Line> byStatus = new ArrayList<>();
        for (EntryStatus status : EntryStatus.values()) {
            long count = contents.entries().stream()
                    .filter(entry -> entry.status() == status)
                    .count();
            if (count > 0) {
                byStatus.add(new ModelView.Line(status.word(), Long.toString(count)));
            }
        }
        ControlsForm form = new ControlsForm(fan.usual().controls(), visit.words());
        return new DataView.KeptView(
                LocalDate.ofInstant(contents.created(), ZoneOffset.UTC).toString(),
                contents.entries().size(),
                byStatus,
                titles(contents.saved().keySet(), visit),
                titles(contents.hidden().keySet(), visit),
                form.names(),
                fan.usual().adult(),
                fan.usual().planned(),
                fan.formToken());
    }

    private static List<TitleView> titles(Collection<Long> ids, Visit visit) {
        return ids.stream()
                .flatMap(itemId -> visit.service().title(itemId).stream())
                .map(title -> new TitleView(title, visit.controls().names()))
                .toList();
    }

    private StoredFan known(Context ctx) {
        return site.fans().known(ctx).orElseThrow(() -> new RequestException(404, "nothing is kept of you here"));
    }

    private void json(Context ctx) {
        StoredFan fan = known(ctx);
        ctx.header("Content-Disposition", "attachment; filename=\"osusume.json\"");
        ctx.json(ExportJson.of(
                fan.contents(), site.fans().required().conversations().turns(fan.token())));
    }

    private void xml(Context ctx) throws IOException {
        StoredFan fan = known(ctx);
        byte[] export = StoredExport.of(fan.contents(), site.model().service());
        ctx.header("Content-Disposition", "attachment; filename=\"animelist.xml\"");
        ctx.contentType(StoredExport.CONTENT_TYPE).result(export);
    }

    private void settings(Context ctx) {
        StoredFan fan = known(ctx);
        FormGuard.check(ctx, Optional.of(fan));
        TitleLanguage language = TitleLanguage.of(String.valueOf(ctx.formParam("names")))
                .orElseThrow(() -> new RequestException(400, "names must be one of romaji, english, japanese"));
        site.fans()
                .required()
                .apply(
                        fan.token(),
                        new Change.Several(List.of(
                                new Change.ChooseTitleLanguage(language),
                                new Change.AllowAdult("true".equals(ctx.formParam("adult"))),
                                new Change.SetPreference(
                                        StoredFan.PLANNED, "true".equals(ctx.formParam("planned")) ? "true" : ""))));
        ctx.redirect(new Done(Done.Deed.SET, 0, 0).in(PATH), HttpStatus.SEE_OTHER);
    }

    private void forget(Context ctx) {
        StoredFan fan = known(ctx);
        FormGuard.check(ctx, Optional.of(fan));
        site.fans().required().forget(fan.token());
        Fans.forget(ctx);
        ctx.redirect(PATH, HttpStatus.SEE_OTHER);
    }
}
