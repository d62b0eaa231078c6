package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.osusume.registry.VersionCard;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The card of the model in service, as it was written when the model was registered: a page that stands alone and can
/// be
/// passed on, and the same as text.
final class ModelCardPage {
    static final String PATH = ModelPage.PATH + "/card";

    private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");

    private final Site site;

    ModelCardPage(Site site) {
        this.site = site;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::html);
        routes.get(PATH + ".md", this::markdown);
    }

    private void html(Context ctx) {
        String html = card().html();
        ctx.header("Content-Security-Policy", policy(html));
        ctx.contentType("text/html; charset=utf-8").result(html);
    }

    /// What the browser may do: show the page, in the style that stands in it, named by its hash.
    private static String policy(String html) {
        Matcher style = STYLE.matcher(html);
        String hash = style.find() ? "'sha256-" + hash(style.group(1)) + "'" : "'none'";
        return "default-src 'none'; style-src " + hash
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String hash(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private void markdown(Context ctx) {
        ctx.contentType("text/markdown; charset=utf-8").result(card().markdown());
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
