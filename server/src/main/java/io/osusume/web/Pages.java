package io.osusume.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.osusume.serving.ModelState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Renders the page templates.
final class Pages {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());
    private final StaticFiles files;
    private final CurrentModel model;

    Pages(StaticFiles files, CurrentModel model) {
        this.files = files;
        this.model = model;
    }

    /// A page of a visit.
    ///
    /// @param template its name without the ending
    void show(Context ctx, Visit visit, String template, Object view) {
        String query = visit.controls().withPage(1).query();
        render(ctx, template, Map.of("frame", frame(ctx, query, visit), "view", view));
    }

    /// A page without a model behind it.
    void show(Context ctx, String template, Object view) {
        render(ctx, template, Map.of("frame", frame(ctx, "", null), "view", view));
    }

    /// A part of a page, for a script that puts it in its place.
    void part(Context ctx, String template, Map<String, Object> parameters) {
        render(ctx, template, parameters);
    }

    /// A part of a page as text.
    String text(String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        engine.render(template + ".jte", parameters, html);
        return html.toString();
    }

    void problem(Context ctx, Problem problem) {
        render(ctx, "problem", Map.of("frame", frame(ctx, "", null), "problem", problem));
    }

    private Frame frame(Context ctx, String query, @Nullable Visit visit) {
        boolean simulated = model.state() instanceof ModelState.Ready ready
                && ready.service().loaded().manifest().ofSimulatedUsers();
        return new Frame(
                files,
                simulated,
                query,
                ctx.path(),
                visit == null ? List.of() : visit.problems(),
                visit != null && visit.stored().isPresent());
    }

    private void render(Context ctx, String template, Map<String, Object> parameters) {
        ctx.contentType("text/html; charset=utf-8").result(text(template, parameters));
    }
}
