package io.osusume.web;

import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One operation of the API: where it is, who may ask, what it takes and gives, and what answers. Routes and
/// description are both made from it, so that neither can lack what the other has.
///
/// @param path with parameters in braces
/// @param id a name for programs that are generated from the description
/// @param inPath parameters of the path
/// @param refusals when it answers with which other status, beside what every operation of its kind may answer
record ApiOperation(
        Method method,
        String path,
        String id,
        String summary,
        ApiAccess access,
        List<ApiParameter> inPath,
        List<ApiParameter> inQuery,
        ApiBody body,
        ApiAnswer answer,
        Map<Integer, String> refusals,
        Handler handler) {
    /// How it is asked. What can be asked with GET can be asked with HEAD too.
    enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE;

        /// The name in a description.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What everybody may read.
    static ApiOperation get(
            String path, String id, String summary, @Nullable Class<? extends Record> answer, Handler handler) {
        return of(Method.GET, path, id, summary, handler).answers(ApiAnswer.json(answer));
    }

    /// What answers to a list, for everybody.
    static ApiOperation post(String path, String id, String summary, Class<? extends Record> answer, Handler handler) {
        return of(Method.POST, path, id, summary, handler)
                .takes(new ApiBody.FanList())
                .answers(ApiAnswer.json(answer));
    }

    /// An operation for everybody that takes nothing and answers any object, unless more is said.
    static ApiOperation of(Method method, String path, String id, String summary, Handler handler) {
        return new ApiOperation(
                method,
                path,
                id,
                summary,
                ApiAccess.EVERYBODY,
                List.of(),
                List.of(),
                new ApiBody.None(),
                ApiAnswer.json(null),
                Map.of(),
                handler);
    }

    /// Whether it belongs to the API proper; the health routes do not.
    boolean ofApi() {
        return path.startsWith("/api/");
    }

    /// Whether it changes a profile: then the header `If-Match` says which version it may change.
    boolean changesProfile() {
        return access == ApiAccess.ONE_PROFILE && method != Method.GET;
    }

    /// Whether it answers the same to everybody, so that caches may keep it.
    boolean mayBeKept() {
        return ofApi() && access == ApiAccess.EVERYBODY && method == Method.GET;
    }

    ApiOperation needs(ApiAccess other) {
        return new ApiOperation(method, path, id, summary, other, inPath, inQuery, body, answer, refusals, handler);
    }

    ApiOperation inPath(ApiParameter parameter) {
        return new ApiOperation(
                method, path, id, summary, access, List.of(parameter), inQuery, body, answer, refusals, handler);
    }

    ApiOperation inQuery(List<ApiParameter> parameters) {
        return new ApiOperation(method, path, id, summary, access, inPath, parameters, body, answer, refusals, handler);
    }

    ApiOperation takes(ApiBody other) {
        return new ApiOperation(method, path, id, summary, access, inPath, inQuery, other, answer, refusals, handler);
    }

    ApiOperation answers(ApiAnswer other) {
        return new ApiOperation(method, path, id, summary, access, inPath, inQuery, body, other, refusals, handler);
    }

    ApiOperation refuses(int status, String when) {
        Map<Integer, String> more = new LinkedHashMap<>(refusals);
        more.put(status, when);
        return new ApiOperation(method, path, id, summary, access, inPath, inQuery, body, answer, more, handler);
    }

    /// The same with another handler around its own.
    ApiOperation with(Handler other) {
        return new ApiOperation(method, path, id, summary, access, inPath, inQuery, body, answer, refusals, other);
    }
}
