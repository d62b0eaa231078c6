package io.osusume.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.osusume.serving.ModelState;
import java.util.List;
import java.util.Map;

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

    void home(Context ctx, HomeView view) {
        render(ctx, "home.jte", Map.of("frame", frame(), "view", view));
    }

    void title(Context ctx, TitleView title, List<RankedView> similar) {
        render(ctx, "title.jte", Map.of("frame", frame(), "title", title, "similar", similar));
    }

    void problem(Context ctx, Problem problem) {
        render(ctx, "problem.jte", Map.of("frame", frame(), "problem", problem));
    }

    private Frame frame() {
        boolean simulated = model.state() instanceof ModelState.Ready ready
                && ready.service().loaded().manifest().ofSimulatedUsers();
        return new Frame(files, simulated);
    }

    private void render(Context ctx, String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        engine.render(template, parameters, html);
        ctx.html(html.toString());
    }
}
