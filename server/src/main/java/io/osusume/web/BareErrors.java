package io.osusume.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Answers what is no proper HTTP, or too long to be taken in, before any route sees it: the status in words, nothing
/// of the request and nothing of the server, with the headers of every other answer.
final class BareErrors extends ErrorHandler {
    private static final String TYPE = "text/plain; charset=utf-8";

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        SecurityHeaders.ALWAYS.forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, TYPE);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, body(status), callback);
    }

    private static ByteBuffer body(int status) {
        String words = status + " " + HttpStatus.getMessage(status) + "\n";
        return ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
    }
}
