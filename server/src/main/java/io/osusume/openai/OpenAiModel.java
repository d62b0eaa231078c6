package io.osusume.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.SseException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import io.osusume.assistant.ChatModel;
import io.osusume.assistant.ModelException;
import java.time.Duration;
import java.util.Iterator;

/// A language model at OpenAI or a compatible server, by OpenAI's official client. Every request has a
/// time limit; one that failed in a way that may pass is sent again a few times, after the pause the
/// server asks for if that is short.
public final class OpenAiModel implements ChatModel {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final OpenAiSettings settings;
    private final OpenAIClient client;

    public OpenAiModel(OpenAiSettings settings) {
        this.settings = settings;
        this.client = OpenAIOkHttpClient.builder()
                .apiKey(settings.key())
                .baseUrl(settings.address().toString())
                .maxRetries(0) // counted here, where the server's pause has a limit
                .checkJacksonVersionCompatibility(false)
                .build();
    }

    @Override
    public String name() {
        return settings.model();
    }

    @Override
    public Reply reply(Question question, Reading reading) {
        long deadline = System.nanoTime() + question.time().toNanos();
        for (int attempt = 0; ; attempt++) {
            Received received = new Received(reading);
            try {
                return once(question, received, deadline);
            } catch (OpenAIException failed) {
                ModelException why = reason(failed);
                Duration pause = Pause.before(failed, attempt, FIRST_PAUSE);
                boolean again = attempt < settings.retries()
                        && !received.begun()
                        && Pause.mayPass(why.reason())
                        && pause.compareTo(settings.maxWait()) <= 0
                        && System.nanoTime() + pause.toNanos() < deadline;
                if (!again) {
                    throw why;
                }
                sleep(pause);
            }
        }
    }

    private Reply once(Question question, Received received, long deadline) {
        RequestOptions options = RequestOptions.builder()
                .timeout(Timeout.builder()
                        .connect(settings.connectTimeout())
                        .read(settings.readTimeout())
                        .request(Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime())))
                        .build())
                .build();
        try (StreamResponse<ChatCompletionChunk> response =
                client.chat().completions().createStreaming(Requests.params(question, settings.model()), options)) {
            Iterator<ChatCompletionChunk> chunks = response.stream().iterator();
            while (chunks.hasNext()) {
                if (!received.take(chunks.next())) {
                    return received.reply(question);
                }
            }
        }
        if (!received.finished()) {
            throw new ModelException(
                    ModelException.Reason.BROKEN, "its answer ended without the reason why it ended: it was cut off");
        }
        return received.reply(question);
    }

    private ModelException reason(OpenAIException failed) {
        String at = settings.model() + " at " + settings.address();
        return switch (failed) {
            case SseException sse ->
                new ModelException(ModelException.Reason.FAILED, at + " broke off: status " + sse.statusCode());
            case OpenAIServiceException refused ->
                new ModelException(
                        switch (refused.statusCode()) {
                            case 401, 403 -> ModelException.Reason.KEY;
                            case 429 -> ModelException.Reason.BUSY;
                            default ->
                                refused.statusCode() >= 500
                                        ? ModelException.Reason.FAILED
                                        : ModelException.Reason.REFUSED;
                        },
                        at + " answered with status " + refused.statusCode());
            case OpenAIIoException io ->
                new ModelException(
                        ModelException.Reason.UNREACHABLE, at + " is not reached, or too slow: " + cause(io));
            case OpenAIInvalidDataException _ ->
                new ModelException(ModelException.Reason.BROKEN, at + " sent what is no answer");
            default -> new ModelException(ModelException.Reason.BROKEN, at + " sent what is no answer");
        };
    }

    private static String cause(Throwable failed) {
        Throwable cause = failed.getCause();
        return cause == null
                ? failed.getClass().getSimpleName()
                : cause.getClass().getSimpleName();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ModelException(ModelException.Reason.UNREACHABLE, "the request was interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
