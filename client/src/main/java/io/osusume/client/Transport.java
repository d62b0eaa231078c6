package io.osusume.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends requests within the limits of the settings, and again where that may help. A request that may have arrived is
/// sent again only if that does no harm. Safe for many threads.
final class Transport implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final ClientSettings settings;
    private final Sleeper sleeper;
    private final HttpClient http;

    /// Waits, for tests to be told how long.
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    Transport(ClientSettings settings, Sleeper sleeper) {
        this.settings = settings;
        this.sleeper = sleeper;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER) // a key goes to nobody else
                .build();
    }

    /// The answer, if all went well: its status is below 300.
    ///
    /// @throws OsusumeException if there is none
    HttpResponse<byte[]> send(Call call) {
        for (int attempt = 0; ; attempt++) {
            boolean last = attempt >= settings.retries();
            Duration pause = FIRST_PAUSE.multipliedBy(1L << attempt);
            try {
                HttpResponse<byte[]> answer = attempt(call);
                int status = answer.statusCode();
                if (status < 300) {
                    return answer;
                }
                boolean passes = status == 429 || (status == 503 && call.repeatable());
                Duration wait = retryAfter(answer).orElse(pause);
                if (last || !passes || wait.compareTo(settings.longestWait()) > 0) {
                    throw Json.problem(status, answer.body(), retryAfter(answer).orElse(null));
                }
                pause = wait;
            } catch (IOException failed) {
                boolean neverSent = failed instanceof ConnectException || failed instanceof HttpConnectTimeoutException;
                if (last || !(neverSent || call.repeatable())) {
                    throw new OsusumeException(
                            call.method() + " " + path(call) + " got no answer in " + (attempt + 1)
                                    + (attempt == 0 ? " attempt: " : " attempts, the last one: ") + reason(failed),
                            failed);
                }
            }
            pause(pause);
        }
    }

    private HttpResponse<byte[]> attempt(Call call) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.server().resolve(call.path()))
                .timeout(settings.requestTimeout())
                .header("Accept", "application/json, application/xml;q=0.5")
                .method(
                        call.method(),
                        call.type().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        if (!call.type().isEmpty()) {
            request.header("Content-Type", call.type());
        }
        if (!settings.key().isEmpty()) {
            request.header("Authorization", "Bearer " + settings.key());
        }
        call.headers().forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), _ -> new LimitedBody(settings.maxBodyBytes()));
        try {
            return answer.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("it took longer than " + settings.requestTimeout(), late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            throw interrupted(stopped);
        }
    }

    private void pause(Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static OsusumeException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new OsusumeException("the thread that asked was interrupted", stopped);
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static String path(Call call) {
        return call.path().split("[?]", 2)[0];
    }

    private static String reason(IOException failed) {
        return failed instanceof ConnectException || failed.getMessage() == null
                ? "no connection"
                : failed.getMessage();
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
