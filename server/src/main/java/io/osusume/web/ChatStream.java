package io.osusume.web;

import io.osusume.assistant.AnswerListener;
import io.osusume.assistant.Piece;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Sends an answer to a browser while it comes into being: events `text`, `title`, `tool`, `again` (all
/// is taken back) and, at its end, `done` with the turn as the page shows it. A browser that hangs up
/// has stopped the answer.
final class ChatStream implements AnswerListener {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutputStream out;
    private final Visit visit;
    private boolean gone;

    ChatStream(OutputStream out, Visit visit) {
        this.out = out;
        this.visit = visit;
    }

    @Override
    public void asks(String tool) {
        send("tool", Map.of("name", tool));
    }

    @Override
    public void passed(Piece piece) {
        switch (piece) {
            case Piece.Words(String text) -> send("text", Map.of("text", text));
            case Piece.TitleMark(long itemId) -> {
                ChatText.Span title =
                        ChatText.title(itemId, visit.service(), visit.controls().names());
                send("title", Map.of("name", title.text(), "lang", title.lang()));
            }
        }
    }

    @Override
    public void startsAgain() {
        send("again", Map.of());
    }

    @Override
    public boolean stopped() {
        return gone;
    }

    void done(String html) {
        send("done", Map.of("html", html));
    }

    private void send(String event, Map<String, String> data) {
        if (gone) {
            return;
        }
        try {
            out.write(("event: " + event + "\ndata: "
                            + JSON.writeValueAsString(data).replace("<", "\\u003c") + "\n\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException hungUp) {
            gone = true;
        }
    }
}
