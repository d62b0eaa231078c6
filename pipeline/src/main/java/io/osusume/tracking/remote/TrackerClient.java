package io.osusume.tracking.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Sends requests to one tracker: within time-outs, no more than some megabytes of an answer, again after failures that
/// pass. The secret header never stands in a message.
final class TrackerClient implements AutoCloseable {
    private static final int MOST_BYTES = 16 << 20;
    private static final int SHOWN = 200;

    private final String address;
    private final Map<String, String> headers;
    private final Retries retries;
    private final HttpClient http;

    /// @param address of the service, without a slash at its end
    /// @param headers sent with each request, a secret among them
    TrackerClient(String address, Map<String, String> headers, Retries retries) {
        this.address = address;
        this.headers = Map.copyOf(headers);
        this.retries = retries;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(retries.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// What came back.
    record Answer(int status, String body) {
        boolean good() {
            return status >= 200 && status < 300;
        }
    }

    /// A body and its type.
    record Body(String type, BodyPublisher publisher, Duration time) {}

    /// Sends a request and gives the answer, whatever its status, but for those that pass.
    ///
    /// @param path after the address, with its query
    /// @throws TrackerException passing if no answer came, or only such as may be better later
    Answer send(String method, String path, Body body) throws TrackerException, InterruptedException {
        return send(method, path, body, retries.retries());
    }

    /// The same, but sent once: for what must not be done twice.
    Answer sendOnce(String method, String path, Body body) throws TrackerException, InterruptedException {
        return send(method, path, body, 0);
    }

    private Answer send(String method, String path, Body body, int again)
            throws TrackerException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(retries.timeout().plus(body.time()))
                .method(method, body.publisher());
        headers.forEach(request::header);
        if (!body.type().isEmpty()) {
            request.header("Content-Type", body.type());
        }
        for (int attempt = 0; ; attempt++) {
            String failure;
            Duration wished = Duration.ZERO;
            try {
                HttpResponse<InputStream> response =
                        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                Answer answer = read(response);
                if (!isPassing(answer.status())) {
                    return answer;
                }
                failure = "answered with status " + answer.status();
                wished = asked(response.headers()).orElse(Duration.ZERO);
            } catch (IOException broken) {
                failure = "cannot be reached (" + broken.getClass().getSimpleName() + ")";
            }
            Duration pause = wished.isZero() ? retries.pause(attempt) : wished;
            if (attempt >= again || pause.compareTo(retries.longest()) > 0) {
                throw new TrackerException(address + " " + failure, true, wished);
            }
            Thread.sleep(pause);
        }
    }

    private static Answer read(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw new IOException("an answer of more than " + MOST_BYTES + " bytes");
            }
            return new Answer(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static boolean isPassing(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }

    /// What the header `Retry-After` asks for, in seconds or as a date.
    static Optional<Duration> asked(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(text -> {
            try {
                return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(text.strip()))));
            } catch (NumberFormatException date) {
                try {
                    Instant then = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
                    Duration wait = Duration.between(Instant.now(), then);
                    return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
                } catch (DateTimeParseException neither) {
                    return Optional.empty();
                }
            }
        });
    }

    /// A refusal for good, in words.
    TrackerException refusal(String what, Answer answer) {
        String said = answer.body().replaceAll("\\s+", " ").strip();
        return new TrackerException(
                address + " refused " + what + " with status " + answer.status() + ": "
                        + (said.length() > SHOWN ? said.substring(0, SHOWN) + "..." : said),
                false);
    }

    static Body nothing() {
        return new Body("", HttpRequest.BodyPublishers.noBody(), Duration.ZERO);
    }

    static Body json(String text) {
        return new Body("application/json", HttpRequest.BodyPublishers.ofString(text), Duration.ZERO);
    }

    /// A query from names and values.
    static String query(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /// A text as it may stand in an address.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
