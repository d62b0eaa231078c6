package io.osusume.web;

import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One operation of the API: where it is, what it takes and gives, and what answers. Routes and
/// description are both made from it, so that neither can lack what the other has.
///
/// @param path with parameters in braces
/// @param id a name for programs that are generated from the description
/// @param inPath parameters of the path
/// @param takesList whether the body is a fan's list
/// @param answer the record it answers with, null for any JSON object
/// @param refusals when it answers with which other status, beside what every operation may answer
record ApiOperation(
        Method method,
        String path,
        String id,
        String summary,
        List<ApiParameter> inPath,
        List<ApiParameter> inQuery,
        boolean takesList,
        @Nullable Class<? extends Record> answer,
        Map<Integer, String> refusals,
        Handler handler) {
    /// How it is asked. What can be asked with GET can be asked with HEAD too.
    enum Method {
        GET,
        POST
    }

    static ApiOperation get(
            String path, String id, String summary, @Nullable Class<? extends Record> answer, Handler handler) {
        return new ApiOperation(Method.GET, path, id, summary, List.of(), List.of(), false, answer, Map.of(), handler);
    }

    /// One that takes a list.
    static ApiOperation post(String path, String id, String summary, Class<? extends Record> answer, Handler handler) {
        return new ApiOperation(Method.POST, path, id, summary, List.of(), List.of(), true, answer, Map.of(), handler);
    }

    ApiOperation inPath(ApiParameter parameter) {
        return new ApiOperation(
                method, path, id, summary, List.of(parameter), inQuery, takesList, answer, refusals, handler);
    }

    ApiOperation inQuery(List<ApiParameter> parameters) {
        return new ApiOperation(method, path, id, summary, inPath, parameters, takesList, answer, refusals, handler);
    }

    ApiOperation refuses(int status, String when) {
        Map<Integer, String> more = new LinkedHashMap<>(refusals);
        more.put(status, when);
        return new ApiOperation(method, path, id, summary, inPath, inQuery, takesList, answer, more, handler);
    }

    /// The same with another handler around its own.
    ApiOperation with(Handler other) {
        return new ApiOperation(method, path, id, summary, inPath, inQuery, takesList, answer, refusals, other);
    }
}
