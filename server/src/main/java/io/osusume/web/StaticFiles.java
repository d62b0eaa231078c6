package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.osusume.artifact.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;

/// The style sheet, the scripts and the icon: read once from the class path, then served from memory. Their addresses
/// carry a hash, so that a browser keeps them for a year and yet sees a new one at once.
final class StaticFiles {
    private static final Map<String, String> TYPES = Map.of(
            "osusume.css", "text/css; charset=utf-8",
            "osusume.js", "text/javascript; charset=utf-8",
            "chat.js", "text/javascript; charset=utf-8",
            "map.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml; charset=utf-8");

    private static final class StaticFile {
        private final byte[] content;
        private final String type;
        private final String hash;

        private StaticFile(byte[] content, String type) {
            MessageDigest digest = Hashes.sha256();
            digest.update(content);
            this.content = content;
            this.type = type;
            this.hash = Hashes.hex(digest).substring(0, 16);
        }
    }

    private final Map<String, StaticFile> files = new LinkedHashMap<>();

    StaticFiles() {
        TYPES.forEach((name, type) -> files.put(name, read(name, type)));
    }

    private static StaticFile read(String name, String type) {
        try (InputStream in = StaticFiles.class.getResourceAsStream("/static/" + name)) {
            if (in == null) {
                throw new IllegalStateException("static/" + name + " is missing from the class path; build again");
            }
            return new StaticFile(in.readAllBytes(), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The address of a file, with its hash.
    String address(String name) {
        StaticFile file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("no static file '" + name + "' among " + files.keySet());
        }
        return "/static/" + name + "?v=" + file.hash;
    }

    void register(RoutesConfig routes) {
        files.forEach((name, file) -> routes.get("/static/" + name, ctx -> serve(ctx, file)));
    }

    private static void serve(Context ctx, StaticFile file) {
        String tag = "W/\"" + file.hash + "\""; // weak: the compressed form has the same one
        ctx.header("ETag", tag);
        boolean addressed = file.hash.equals(ctx.queryParam("v"));
        ctx.header("Cache-Control", addressed ? "public, max-age=31536000, immutable" : "public, no-cache");
        String known = ctx.header("If-None-Match");
        if (known != null && known.contains(file.hash)) {
            ctx.status(304);
        } else {
            ctx.contentType(file.type).result(file.content);
        }
    }
}
