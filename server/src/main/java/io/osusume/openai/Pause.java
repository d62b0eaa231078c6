package io.osusume.openai;

import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import io.osusume.assistant.ModelException;
import java.time.Duration;
import java.util.List;

/// How long to wait before a request is sent again.
final class Pause {
    private Pause() {}

    static boolean mayPass(ModelException.Reason reason) {
        return switch (reason) {
            case BUSY, FAILED, UNREACHABLE -> true;
            case KEY, BROKEN, REFUSED -> false;
        };
    }

    /// The pause the server asks for in seconds, else one that doubles.
    static Duration before(OpenAIException failed, int attempt, Duration first) {
        if (failed instanceof OpenAIServiceException answered) {
            List<String> asked = answered.headers().values("Retry-After");
            if (!asked.isEmpty() && asked.getFirst().matches("\\d{1,6}")) {
                return Duration.ofSeconds(Long.parseLong(asked.getFirst()));
            }
        }
        return first.multipliedBy(1L << attempt);
    }
}
