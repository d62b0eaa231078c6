package io.osusume.gate;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// What the container itself answers when it cannot read a request, as `application/problem+json`:
/// nothing of the request, of the server's version or of a stack is in it.
final class PlainErrors extends ErrorHandler {
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String id = request.getAttribute(RequestId.ATTRIBUTE) instanceof String known
                ? known
                : RequestId.of(request.getHeaders().get(RequestId.HEADER));
        response.getHeaders().put(RequestId.HEADER, id);
        BrowserRules.ALWAYS.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        Content.Sink.write(response, true, json(status, id), callback);
    }

    private static String json(int status, String id) {
        String detail = switch (status) {
            case 408 -> "the request came too slowly";
            case 413 -> "the request is too large";
            case 414 -> "the address of the request is too long";
            case 431 -> "the headers of the request are too large";
            default -> status < 500 ? "the request cannot be read" : "the server cannot answer just now";
        };
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"requestId\":\"%s\"}"
                .formatted(HttpStatus.getMessage(status), status, detail, id);
    }
}
