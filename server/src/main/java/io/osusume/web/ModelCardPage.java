package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.osusume.registry.VersionCard;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The card of the model in service, as it was written when the model was registered: as a page and as text. The page's
/// style, which stands in the file so that it can be passed on, is a file of its own here like that of every page.
final class ModelCardPage {
    static final String PATH = ModelPage.PATH + "/card";

    private static final String STYLE_PATH = PATH + ".css";
    private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");
    private static final String BACK =
            "<main>\n<p><a href='" + ModelPage.PATH + "'>All that is known of the model</a></p>\n";

    private final Site site;

    ModelCardPage(Site site) {
        this.site = site;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::html);
        routes.get(STYLE_PATH, this::style);
        routes.get(PATH + ".md", ctx -> answer(ctx, "text/markdown", card().markdown()));
    }

    private void html(Context ctx) {
        String linked = STYLE.matcher(card().html()).replaceFirst("<link rel='stylesheet' href='" + STYLE_PATH + "'>");
        answer(ctx, "text/html", linked.replaceFirst("<main>\n", Matcher.quoteReplacement(BACK)));
    }

    private void style(Context ctx) {
        Matcher style = STYLE.matcher(card().html());
        answer(ctx, "text/css", style.find() ? style.group(1) : "");
    }

    /// The same for everybody, until another model is served.
    private static void answer(Context ctx, String type, String text) {
        ctx.header("Cache-Control", "public, no-cache");
        ctx.contentType(type + "; charset=utf-8").result(text);
    }

    private VersionCard card() {
        String id = site.model().service().loaded().id();
        try {
            return site.services()
                    .cards()
                    .apply(id)
                    .orElseThrow(() -> new RequestException(
                            404, id + " has no card: it was registered by an earlier program, or made by hand"));
        } catch (UncheckedIOException unreadable) {
            throw new RequestException(503, "the card of " + id + " cannot be read now; try again later");
        }
    }
}
