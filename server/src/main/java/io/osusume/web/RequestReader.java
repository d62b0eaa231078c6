package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.osusume.lists.FanList;
import io.osusume.lists.ListLimits;
import io.osusume.lists.MalExport;
import io.osusume.recommend.Ask;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/// Reads what a request says and checks it once; everything wrong ends in a [RequestException] that
/// says what and where.
final class RequestReader {
    static final int MAX_JSON_BYTES = 1 << 20;
    private static final List<String> EXPORTS =
            List.of("application/xml", "text/xml", "application/gzip", "application/x-gzip");

    private RequestReader() {}

    /// The id of a title in a path.
    static long itemId(Context ctx) {
        return id(ctx, "title");
    }

    /// The id of a title in a path about a list.
    static long entryId(Context ctx) {
        long itemId = id(ctx, "title");
        if (itemId == 0) {
            throw new RequestException(400, "the id of a title must be a whole number from 1 on, was '0'");
        }
        return itemId;
    }

    /// The number of a change in a path.
    static long change(Context ctx) {
        String text = ctx.pathParam("change");
        if (text.matches("\\d{1,10}")) {
            return Long.parseLong(text);
        }
        throw new RequestException(400, "the number of a change must be a whole number, was '" + cut(text) + "'");
    }

    /// The id of a user in a path.
    static long userId(Context ctx) {
        return id(ctx, "user");
    }

    private static long id(Context ctx, String of) {
        String text = ctx.pathParam("id");
        if (text.matches("\\d{1,10}")) {
            return Long.parseLong(text);
        }
        throw new RequestException(400, "the id of a " + of + " must be a whole number, was '" + cut(text) + "'");
    }

    /// An export of a list as the body of a request to the API.
    ///
    /// @throws RequestException with status 415 for a body of another type
    static FanList export(Context ctx) throws IOException {
        String type = String.valueOf(ctx.contentType()).toLowerCase(Locale.ROOT);
        if (ctx.isMultipartFormData() || EXPORTS.stream().anyMatch(type::startsWith)) {
            return list(ctx);
        }
        throw new RequestException(
                415,
                "the body must be application/xml, application/gzip or multipart/form-data, was "
                        + (ctx.contentType() == null ? "of no type" : cut(ctx.contentType())));
    }

    /// A fan's list as the body of a request to the API: JSON, or an export.
    ///
    /// @throws RequestException with status 415 for a body of another type
    static ListBody listBody(Context ctx) throws IOException {
        String type = String.valueOf(ctx.contentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            return ListBodyParser.read(json(ctx));
        }
        if (ctx.isMultipartFormData() || EXPORTS.stream().anyMatch(type::startsWith)) {
            return ListBody.of(list(ctx));
        }
        throw new RequestException(
                415,
                "the body must be application/json, application/xml, application/gzip or multipart/form-data, was "
                        + (ctx.contentType() == null ? "of no type" : cut(ctx.contentType())));
    }

    /// A body of JSON as it came.
    ///
    /// @throws RequestException with status 413 if it is too large
    static byte[] json(Context ctx) throws IOException {
        byte[] body;
        try (InputStream in = ctx.bodyInputStream()) {
            body = in.readNBytes(MAX_JSON_BYTES + 1);
        }
        if (body.length > MAX_JSON_BYTES) {
            throw new RequestException(413, "the body is too large: at most " + MAX_JSON_BYTES + " bytes are read");
        }
        return body;
    }

    /// An uploaded export: the part `list` of a form, or the whole body.
    static FanList list(Context ctx) throws IOException {
        if (!ctx.isMultipartFormData()) {
            return MalExport.read(ctx.bodyInputStream(), ListLimits.DEFAULT);
        }
        UploadedFile file = ctx.uploadedFile("list");
        if (file == null) {
            throw new RequestException(400, "the form has no file 'list'; choose the export of your list");
        }
        try (InputStream in = file.content()) {
            return MalExport.read(in, ListLimits.DEFAULT);
        }
    }

    /// What a list wishes for: its watched titles are what to go on, its planned ones are not
    /// recommended.
    static Ask ask(FanList list, int n) {
        ListBody body = ListBody.of(list);
        return Ask.of(body.watched(), n).withExcluded(body.excluded());
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
