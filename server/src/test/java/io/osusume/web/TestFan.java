package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A fan with a browser that keeps one cookie, and knows nothing else.
final class TestFan {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form-token\" value=\"([0-9a-f]{64})\"");

    private final TestServer server;
    private String cookie = "";

    TestFan(TestServer server) {
        this.server = server;
    }

    /// A fan whose list is kept.
    ///
    /// @param picks such as `pick=1:9&pick=6`
    static TestFan keeping(TestServer server, String picks) throws IOException, InterruptedException {
        TestFan fan = new TestFan(server);
        assertEquals(303, fan.post("/list", picks).statusCode());
        assertTrue(!fan.cookie.isEmpty(), "a cookie was set");
        return fan;
    }

    /// The cookie as the browser sends it.
    String cookie() {
        return cookie;
    }

    void takeCookie(String other) {
        cookie = other;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return cookie.isEmpty() ? server.get(path) : server.get(path, "Cookie", cookie);
    }

    /// Sends a form.
    ///
    /// @param headers names and values in turn
    HttpResponse<String> post(String path, String form, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        for (int k = 0; k < headers.length; k += 2) {
            request.setHeader(headers[k], headers[k + 1]);
        }
        HttpResponse<String> answer = server.send(request);
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
        return answer;
    }

    /// The field that proves a form to be ours.
    String formToken() throws IOException, InterruptedException {
        Matcher field = FORM_TOKEN.matcher(get("/data").body());
        assertTrue(field.find(), "the page has a form");
        return "form-token=" + field.group(1);
    }
}
