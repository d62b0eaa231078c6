package io.osusume.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/// Renders the page templates.
final class Pages {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());
    private final StaticFiles files;

    Pages(StaticFiles files) {
        this.files = files;
    }

    void home(Context ctx, HomeView view) {
        render(ctx, "home.jte", Map.of("files", files, "view", view));
    }

    void title(Context ctx, TitleView title, List<RankedView> similar) {
        render(ctx, "title.jte", Map.of("files", files, "title", title, "similar", similar));
    }

    void problem(Context ctx, Problem problem) {
        render(ctx, "problem.jte", Map.of("files", files, "problem", problem));
    }

    private void render(Context ctx, String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        engine.render(template, parameters, html);
        ctx.html(html.toString());
    }
}
