package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.openai.OpenAiSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The key of the language model, and where the model is: both from the environment, by the names every
/// program of this kind reads.
final class ChatKey {
    private ChatKey() {}

    /// The key of `OPENAI_API_KEY`, or of the first line of the file that chat.key-file names; empty
    /// for none.
    ///
    /// @throws CommandFailure if the file cannot be read
    static Optional<String> read(Settings settings, Map<String, String> environment) {
        String key = environment.getOrDefault("OPENAI_API_KEY", "").strip();
        String file = settings.text(Setting.CHAT_KEY_FILE);
        if (!key.isEmpty() || file.equals("none")) {
            return Optional.of(key).filter(found -> !found.isEmpty());
        }
        try (var lines = Files.lines(Path.of(file))) {
            return lines.findFirst().map(String::strip).filter(found -> !found.isEmpty());
        } catch (IOException unreadable) {
            throw new CommandFailure("the file that chat.key-file names cannot be read: " + file
                    + "; name one whose first line is the key, or none");
        }
    }

    /// Where the interface is: `OPENAI_BASE_URL`, or OpenAI's own.
    ///
    /// @throws CommandFailure if it is no such address
    static URI address(Map<String, String> environment) {
        String address = environment.getOrDefault("OPENAI_BASE_URL", "").strip();
        if (address.isEmpty()) {
            return OpenAiSettings.OFFICIAL;
        }
        boolean local = address.matches("http://(localhost|127[.]0[.]0[.]1|\\[::1])(:\\d+)?(/.*)?");
        if (!local && !address.matches("https://[^/\\s]+(/.*)?")) {
            throw new CommandFailure("OPENAI_BASE_URL must be like https://host/v1, http:// only to this computer");
        }
        return URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
    }
}
