package io.osusume.ingest;

import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a file from an address into a partial file: repeats what fails, goes on where the last attempt or the last run
/// stopped if the server still has the same content, and starts anew if it has not.
final class Download implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (?:(\\d+)-\\d+|\\*)/(\\d+|\\*)");
    private static final long PROGRESS_BYTES = 1 << 20;
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Address address;
    private final PartialFile partial;
    private final DownloadSettings settings;
    private final TrainingListener listener;
    private final HttpClient client;

    Download(Address address, PartialFile partial, DownloadSettings settings, TrainingListener listener) {
        this.address = address;
        this.partial = partial;
        this.settings = settings;
        this.listener = listener;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /// An attempt failed in a way that may pass.
    private static final class PassingFailure extends IOException {
        private static final long serialVersionUID = 1;

        private final @Nullable Duration wait;

        PassingFailure(String message, @Nullable Duration wait) {
            super(message);
            this.wait = wait;
        }
    }

    /// Makes the partial file whole.
    ///
    /// @throws IngestException if the server refuses, or the attempts are used up; what has come so far stays
    void run() throws IOException {
        long furthest = partial.sizeBytes();
        int failures = 0;
        while (true) {
            Duration wait = settings.backoff().multipliedBy(1L << Math.min(20, failures));
            String reason;
            try {
                attempt();
                return;
            } catch (PassingFailure passing) {
                reason = String.valueOf(passing.getMessage());
                wait = passing.wait == null ? wait : passing.wait;
            } catch (ConnectException unreachable) {
                reason = "there is no connection to " + address.uri().getAuthority();
            } catch (IOException broken) {
                reason = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
            }
            if (partial.sizeBytes() >= furthest + PROGRESS_BYTES) {
                furthest = partial.sizeBytes();
                failures = 0;
            }
            if (failures++ == settings.retries()) {
                throw new IngestException(address.shown() + " could not be read in " + failures
                        + (failures == 1 ? " attempt" : " attempts") + ", the last one: " + reason + "; "
                        + partial.sizeBytes() + " bytes are kept, the next run goes on from there");
            }
            listener.note(address.shown() + ": " + reason + "; trying again");
            pause(wait.compareTo(settings.maxWait()) < 0 ? wait : settings.maxWait());
        }
    }

    private void attempt() throws IOException {
        long begin = partial.sizeBytes();
        Optional<String> validator = partial.validator();
        boolean resuming = begin > 0 && validator.isPresent();
        HttpResponse<InputStream> answer = send(address, begin, resuming ? validator : Optional.empty());
        try (InputStream body = answer.body()) {
            int status = answer.statusCode();
            Optional<String> entityTag = answer.headers().firstValue("ETag");
            Optional<String> lastModified = answer.headers().firstValue("Last-Modified");
            Matcher range = CONTENT_RANGE.matcher(
                    answer.headers().firstValue("Content-Range").orElse(""));
            if (status == OK) {
                partial.restart(entityTag, lastModified);
                receive(body, answer.headers().firstValueAsLong("Content-Length"));
            } else if (resuming && status == PARTIAL_CONTENT) {
                boolean next = range.matches() && String.valueOf(begin).equals(range.group(1));
                if (!next || !partial.fits(entityTag, lastModified)) {
                    partial.delete();
                    throw new PassingFailure("the server sent another part than asked for, or of other content", null);
                }
                receive(body, total(range));
            } else if (resuming && status == RANGE_NOT_SATISFIABLE) {
                boolean whole = range.matches() && total(range).equals(OptionalLong.of(begin));
                if (!whole || !partial.fits(entityTag, lastModified)) {
                    partial.delete();
                    throw new PassingFailure("the server has no such part any more", null);
                }
            } else if (PASSING.contains(status)) {
                throw new PassingFailure("the server answered " + status, wait(answer));
            } else {
                throw new IngestException(address.shown() + " answered " + status
                        + (status == 401 || status == 403
                                ? ": it wants a login; download it yourself and name the file"
                                : "; expected 200: check the address"));
            }
        }
    }

    private HttpResponse<InputStream> send(Address first, long begin, Optional<String> validator) throws IOException {
        Address at = first;
        for (int redirects = 0; ; redirects++) {
            HttpResponse<InputStream> answer = sendOnce(at.uri(), begin, validator);
            if (!REDIRECTS.contains(answer.statusCode())) {
                return answer;
            }
            answer.body().close();
            if (redirects == settings.maxRedirects()) {
                throw new IngestException(first.shown() + " redirects more than " + settings.maxRedirects()
                        + " times; give the address it leads to");
            }
            Address from = at;
            String location = answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IngestException(
                            from.shown() + " redirects without saying where to; check the address"));
            at = from.redirected(location, settings.plainHttp());
        }
    }

    private HttpResponse<InputStream> sendOnce(URI at, long begin, Optional<String> validator) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .timeout(settings.readTimeout())
                .header("User-Agent", "osusume")
                .header("Accept-Encoding", "identity");
        validator.ifPresent(
                value -> request.header("Range", "bytes=" + begin + "-").header("If-Range", value));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
    }

    /// Appends the body to the partial file.
    ///
    /// @param total of the whole file, if the server tells
    private void receive(InputStream body, OptionalLong total) throws IOException {
        long size = partial.sizeBytes();
        refuseLarge(total.orElse(size));
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = partial.append();
                StalledBody watch = new StalledBody(body, settings.readTimeout())) {
            try {
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    watch.gotBytes();
                    out.write(buffer, 0, read);
                    size += read;
                    refuseLarge(size);
                    if (total.isPresent()) {
                        listener.progress("download", Math.min(1, (double) size / Math.max(1, total.getAsLong())));
                    }
                }
            } catch (IOException broken) {
                if (watch.stalled()) {
                    throw new PassingFailure(
                            "no byte came for " + settings.readTimeout().toMillis() + " ms", null);
                }
                throw new PassingFailure("the connection broke after " + sized(size, total), null);
            }
        }
        if (total.isPresent() && size != total.getAsLong()) {
            throw new PassingFailure("the body ended after " + sized(size, total), null);
        }
    }

    private static String sized(long size, OptionalLong total) {
        return size + (total.isPresent() ? " of " + total.getAsLong() : "") + " bytes";
    }

    private void refuseLarge(long size) throws IOException {
        if (size > settings.maxBytes()) {
            partial.delete();
            throw new IngestException(address.shown() + " must be at most " + settings.maxBytes()
                    + " bytes, and is more; if it is right, raise ingest.max-file-bytes");
        }
    }

    private static OptionalLong total(Matcher range) {
        return range.group(2).equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(range.group(2)));
    }

    private static @Nullable Duration wait(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    private void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
    }

    private IngestException interrupted(InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new IngestException("the download of " + address.shown() + " was interrupted", stop);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
