package io.osusume.imports;

import io.osusume.imports.ImportException.Reason;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Asks one service over HTTP within the limits: paced, with time-outs, with bounded retries that obey `Retry-After`,
/// following no redirect and reading no more than allowed. What an answer means is the caller's business. Thread-safe.
final class ServiceClient implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
    private static final int TOO_MANY_REQUESTS = 429;

    private final String service;
    private final ImportSettings settings;
    private final ImportLimits limits;
    private final Timekeeper time;
    private final Pace pace;
    private @Nullable HttpClient client;

    /// @param service as messages name it
    ServiceClient(String service, ImportSettings settings, Timekeeper time) {
        this.service = service;
        this.settings = settings;
        this.limits = settings.limits();
        this.time = time;
        this.pace = new Pace(settings.requestsPerMinute());
    }

    /// The connections, made for the first request: a server starts faster without.
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .connectTimeout(limits.connectTimeout())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Thread::startVirtualThread)
                    .build();
            client = made;
        }
        return made;
    }

    /// What a service said: a status that is not worth another attempt, and the text.
    record Answer(int status, String text) {}

    /// What came of one attempt.
    private sealed interface Outcome {
        record Said(Answer answer) implements Outcome {}

        /// It failed in a way that may pass.
        record Failed(
                Reason reason,
                String why,
                Optional<Duration> retryAfter,
                @Nullable Throwable cause) implements Outcome {}
    }

    /// Begins the import of one list: its deadline runs from now.
    Visit visit() {
        return new Visit(time.now().plus(limits.deadline()));
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
            client.close();
        }
    }

    /// All requests for one list; for one thread.
    final class Visit {
        private final Instant deadline;
        private int pages;

        private Visit(Instant deadline) {
            this.deadline = deadline;
        }

        /// @param headers beside those every request has
        Answer get(URI address, Map<String, String> headers) {
            return send(request(address, headers).GET().build());
        }

        /// Sends a JSON text.
        Answer post(URI address, String json) {
            return send(request(address, Map.of("Content-Type", "application/json"))
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build());
        }

        private HttpRequest.Builder request(URI address, Map<String, String> headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .timeout(limits.requestTimeout())
                    .header("User-Agent", "osusume");
            if (!headers.containsKey("Accept")) {
                request.header("Accept", "application/json");
            }
            headers.forEach(request::header);
            return request;
        }

        private Answer send(HttpRequest request) {
            if (++pages > limits.maxPages()) {
                throw new ImportException(
                        Reason.TOO_LARGE,
                        service + " sent more than " + limits.maxPages() + " pages for one list; "
                                + ImportException.REMEDY);
            }
            try {
                for (int failures = 1; ; failures++) {
                    awaitTurn();
                    switch (attempt(request, remaining())) {
                        case Outcome.Said said -> {
                            return said.answer();
                        }
                        case Outcome.Failed failed -> waitAfter(failed, failures);
                    }
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new ImportException(
                        Reason.UNREACHABLE, "the import from " + service + " was stopped; try again", null, stop);
            }
        }

        private Duration remaining() {
            Duration remaining = Duration.between(time.now(), deadline);
            if (remaining.isNegative() || remaining.isZero()) {
                throw late();
            }
            return remaining;
        }

        private ImportException late() {
            return new ImportException(
                    Reason.UNREACHABLE,
                    service + " did not send the whole list within "
                            + limits.deadline().toSeconds() + " seconds; try again later, or "
                            + ImportException.REMEDY);
        }

        private void awaitTurn() throws InterruptedException {
            Duration longest = shorter(limits.maxWait(), remaining());
            Duration wait = pace.reserve(time.now(), longest);
            if (wait.compareTo(longest) > 0) {
                throw busy(Optional.of(wait), null);
            }
            if (!wait.isZero()) {
                time.pause(wait);
            }
        }

        private void waitAfter(Outcome.Failed failed, int failures) throws InterruptedException {
            Duration backoff = FIRST_PAUSE
                    .multipliedBy(1L << Math.min(failures - 1, 10))
                    .multipliedBy(500 + (long) (500 * time.jitter()))
                    .dividedBy(1000);
            Duration wait = failed.retryAfter().orElse(shorter(backoff, limits.maxWait()));
            if (failures > limits.retries() || wait.compareTo(limits.maxWait()) > 0) {
                throw gaveUp(failed, failures);
            }
            if (wait.compareTo(remaining()) >= 0) {
                throw failed.reason() == Reason.BUSY ? busy(failed.retryAfter(), failed.cause()) : late();
            }
            time.pause(wait);
        }
    }

    private ImportException gaveUp(Outcome.Failed failed, int attempts) {
        if (failed.reason() == Reason.BUSY) {
            return busy(failed.retryAfter(), failed.cause());
        }
        return new ImportException(
                Reason.UNREACHABLE,
                service + " gave no answer in " + attempts + (attempts == 1 ? " attempt" : " attempts")
                        + ", the last one: " + failed.why() + "; try again "
                        + failed.retryAfter().map(ServiceClient::inWords).orElse("later") + ", or "
                        + ImportException.REMEDY,
                failed.retryAfter().orElse(null),
                failed.cause());
    }

    private ImportException busy(Optional<Duration> retryAfter, @Nullable Throwable cause) {
        return new ImportException(
                Reason.BUSY,
                service + " takes no more requests for now; try again "
                        + retryAfter.map(ServiceClient::inWords).orElse("later") + ", or " + ImportException.REMEDY,
                retryAfter.orElse(null),
                cause);
    }

    private static String inWords(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return "in " + seconds + (seconds == 1 ? " second" : " seconds");
    }

    private Outcome attempt(HttpRequest request, Duration remaining) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                client().sendAsync(request, _ -> new LimitedBody(limits.maxBodyBytes()));
        Duration longest = shorter(limits.requestTimeout(), remaining);
        try {
            return outcome(answer.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            return new Outcome.Failed(Reason.UNREACHABLE, tooSlow(longest), Optional.empty(), slow);
        } catch (ExecutionException failed) {
            return outcome(failed, longest);
        } finally {
            answer.cancel(true); // frees the connection of an answer that is not waited for any more
        }
    }

    private static String tooSlow(Duration longest) {
        return "no whole answer within " + longest.toMillis() + " ms";
    }

    private Outcome outcome(ExecutionException failed, Duration longest) {
        String why = "the connection broke";
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case LimitedBody.TooLarge large ->
                    throw new ImportException(
                            Reason.TOO_LARGE,
                            service + " sent an answer of " + large.getMessage() + "; " + ImportException.REMEDY,
                            null,
                            large);
                case HttpConnectTimeoutException _ ->
                    why = "no connection within " + limits.connectTimeout().toMillis() + " ms";
                case HttpTimeoutException _ -> why = tooSlow(longest);
                case UnresolvedAddressException _ -> why = "its address is not known here";
                case ConnectException _ -> why = "no connection";
                default -> {} // the cause tells more
            }
        }
        return new Outcome.Failed(Reason.UNREACHABLE, why, Optional.empty(), failed);
    }

    private Outcome outcome(HttpResponse<String> response) {
        HttpHeaders headers = response.headers();
        int status = response.statusCode();
        Instant now = time.now();
        headers.firstValue("X-RateLimit-Limit")
                .filter(limit -> limit.matches("\\d{1,6}"))
                .ifPresent(limit -> pace.allow(Integer.parseInt(limit)));
        Optional<Duration> reset =
                headers.firstValue("X-RateLimit-Reset").flatMap(header -> RetryAfter.ofReset(header, now));
        if (headers.firstValue("X-RateLimit-Remaining").filter("0"::equals).isPresent()) {
            pace.closeUntil(now.plus(reset.orElse(RATE_WINDOW)));
        }
        if (PASSING.contains(status)) {
            Optional<Duration> retryAfter = headers.firstValue("Retry-After")
                    .flatMap(header -> RetryAfter.of(header, now))
                    .or(() -> status == TOO_MANY_REQUESTS ? reset : Optional.empty());
            retryAfter.ifPresent(wait -> pace.closeUntil(now.plus(wait)));
            Reason reason = status == TOO_MANY_REQUESTS ? Reason.BUSY : Reason.UNREACHABLE;
            return new Outcome.Failed(reason, "it answered " + status, retryAfter, null);
        }
        if (status >= 300 && status < 400) {
            throw new ImportException(
                    Reason.BAD_ANSWER,
                    service + " sends the request elsewhere (status " + status + "), which is not followed; "
                            + ImportException.REMEDY);
        }
        return new Outcome.Said(new Answer(status, response.body()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// An address below the service's base.
    ///
    /// @param rest begins with a slash, or is empty
    URI address(String rest) {
        return URI.create(settings.baseUrl() + rest);
    }

    /// An address the service gave for the next page.
    ///
    /// @throws ImportException if it is not one of the same service
    URI next(String given) {
        URI base = settings.baseUrl();
        try {
            URI next = base.resolve(given);
            boolean same = base.getScheme().equalsIgnoreCase(String.valueOf(next.getScheme()))
                    && base.getRawAuthority().equalsIgnoreCase(String.valueOf(next.getRawAuthority()));
            if (same) {
                return next;
            }
        } catch (IllegalArgumentException unreadable) {
            // refused below, like an address elsewhere
        }
        throw new ImportException(
                Reason.BAD_ANSWER,
                service + " names a next page that is not its own, which is not followed; " + ImportException.REMEDY);
    }
}
