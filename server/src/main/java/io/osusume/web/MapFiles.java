package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.artifact.Hashes;
import io.osusume.data.AgeRating;
import io.osusume.data.NameLanguage;
import io.osusume.map.TitleMap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// The files a map is drawn from, for one age class. Their addresses carry a hash, so that a browser keeps them for a
/// year and yet sees those of another model at once.
///
/// - `points`: all first coordinates, then all second ones (16 bits each, little-endian, 0 to 65,535 over [-1, 1]),
/// best
///   known titles first. A title is of the area whose middle is nearest.
/// - `names`: a line a title in the same order, its id and its name with a tab between; the first [#FIRST] lines, or
///   the rest.
/// - `picture.svg`: the whole map for browsers without JavaScript.
final class MapFiles {
    /// How many of the best known titles' names come first.
    static final int FIRST = 1024;

    private static final String KEEP = "public, max-age=31536000, immutable";
    private static final String ASK = "public, no-cache";

    private final TitleMap map;
    private final AgeRating oldest;
    private final byte[] points;
    private final String hash;
    private final Map<String, byte[]> names = new ConcurrentHashMap<>();

    /// Where the files are.
    ///
    /// @param first how many names `firstNames` has
    /// @param otherNames empty if there are no others
    record Addresses(String points, int first, String firstNames, String otherNames, String picture) {}

    MapFiles(TitleMap map, AgeRating oldest) {
        this.map = map;
        this.oldest = oldest;
        this.points = points(map);
        MessageDigest digest = Hashes.sha256();
        digest.update(points);
        for (int place = 0; place < map.size(); place++) {
            digest.update(map.title(place).toString().getBytes(StandardCharsets.UTF_8));
        }
        this.hash = Hashes.hex(digest).substring(0, 16);
    }

    private static byte[] points(TitleMap map) {
        int count = map.size();
        ByteBuffer file = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int place = 0; place < count; place++) {
            file.putShort(step(map.x(place)));
        }
        for (int place = 0; place < count; place++) {
            file.putShort(step(map.y(place)));
        }
        return file.array();
    }

    private static short step(float coordinate) {
        return (short) Math.round((coordinate + 1) / 2 * 65_535);
    }

    TitleMap map() {
        return map;
    }

    Addresses addresses(Controls controls, OptionalInt chosen) {
        String which = "?age=" + ControlWords.word(oldest) + "&v=" + hash;
        String names =
                MapPage.PATH + "/names" + which + "&names=" + controls.names().word() + "&part=";
        String mark =
                chosen.isEmpty() ? "" : "&title=" + map.title(chosen.getAsInt()).itemId();
        return new Addresses(
                MapPage.PATH + "/points" + which,
                FIRST,
                names + "first",
                map.size() > FIRST ? names + "rest" : "",
                MapPage.PATH + "/picture.svg" + which + mark);
    }

    void points(Context ctx) {
        send(ctx, "application/octet-stream", points, "");
    }

    void names(Context ctx) {
        NameLanguage language = Optional.ofNullable(ctx.queryParam("names"))
                .flatMap(ControlWords::names)
                .orElse(NameLanguage.ROMAJI);
        boolean rest = "rest".equals(ctx.queryParam("part"));
        String which = language.word() + (rest ? "-rest" : "-first");
        byte[] file = names.computeIfAbsent(which, _ -> lines(language, rest));
        send(ctx, "text/plain; charset=utf-8", file, "-" + which);
    }

    private byte[] lines(NameLanguage language, boolean rest) {
        StringBuilder lines = new StringBuilder();
        int end = rest ? map.size() : Math.min(FIRST, map.size());
        for (int place = rest ? FIRST : 0; place < end; place++) {
            String name = map.title(place).named(language).replaceAll("\\s+", " ");
            lines.append(map.title(place).itemId()).append('\t').append(name).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    void picture(Context ctx) {
        String id = Optional.ofNullable(ctx.queryParam("title")).orElse("");
        OptionalInt chosen = id.matches("\\d{1,10}") ? map.place(Long.parseLong(id)) : OptionalInt.empty();
        ctx.header("Content-Security-Policy", MapPicture.CONTENT_SECURITY_POLICY);
        send(
                ctx,
                "image/svg+xml", // with a charset it would not be compressed; XML is UTF-8 where it does not say
                // otherwise
                MapPicture.of(map, chosen).getBytes(StandardCharsets.UTF_8),
                "-" + chosen.orElse(-1));
    }

    private void send(Context ctx, String type, byte[] file, String kind) {
        String tag = "W/\"" + hash + kind + "\""; // weak: the compressed form has the same one
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", hash.equals(ctx.queryParam("v")) ? KEEP : ASK);
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.contentType(type).result(file);
        }
    }
}
