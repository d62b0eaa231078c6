package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.osusume.assistant.Answer;
import io.osusume.assistant.AnswerListener;
import io.osusume.assistant.Assistant;
import io.osusume.assistant.DayCount;
import io.osusume.assistant.Fan;
import io.osusume.assistant.Turn;
import io.osusume.profiles.ProfileStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The page on which fans talk to the assistant. Where the fan's list is kept, so is the conversation;
/// else each message stands alone and nothing of it is stored.
final class ChatPage {
    static final String PATH = "/chat";
    private static final String MESSAGE = "said";

    private final Site site;

    ChatPage(Site site) {
        this.site = site;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, ctx -> show(ctx, Visit.of(ctx, site), Optional.empty()));
        routes.post(PATH, this::said);
        routes.post(PATH + "/stream", this::stream);
        routes.post(PATH + "/forget", this::forget);
    }

    private Assistant assistant() {
        return site.services().assistant();
    }

    /// The fan of a visit, as tools may know him or her.
    static Fan fan(Visit visit) {
        return new Fan(
                visit.fan().watched(),
                visit.fan().excluded(),
                visit.controls().names(),
                visit.stored().map(stored -> stored.usual().adult()).orElse(false),
                visit.stored().map(stored -> stored.usual().planned()).orElse(false));
    }

    private static List<Turn> earlier(ProfileStore store, StoredFan fan) {
        return store.conversations().turns(fan.token()).stream().map(Turn::read).toList();
    }

    private List<Turn> earlier(Visit visit) {
        return visit.stored().map(fan -> earlier(site.fans().required(), fan)).orElse(List.of());
    }

    private void show(Context ctx, Visit visit, Optional<ChatTurnView> last) {
        Feedback feedback = Feedback.of(site, visit);
        List<ChatTurnView> turns = last.map(List::of)
                .orElseGet(() -> earlier(visit).stream()
                        .map(turn -> ChatTurnView.of(turn, "", visit, feedback))
                        .toList());
        ChatView view = new ChatView(
                turns,
                mode(),
                visit.controls().query(),
                visit.stored().map(StoredFan::formToken).orElse(""),
                visit.stored().isPresent(),
                !visit.fan().isEmpty(),
                Notice.of(ctx, visit));
        site.pages().show(ctx, visit, "chat", view);
    }

    private String mode() {
        return assistant()
                .modelName()
                .map(name ->
                        "The language model " + name + " understands and phrases; what is recommended, the recommender"
                                + " decides. Your message and the facts it needs of your list are sent to it.")
                .orElse("Rules understand what you write and sentences are ready-made: no language model is asked, and"
                        + " nothing leaves this server.");
    }

    private Assistant.Ask ask(Context ctx, Visit visit) {
        try {
            return new Assistant.Ask(
                    visit.service(),
                    fan(visit),
                    visit.stored()
                            .map(stored -> DayCount.PROFILE + stored.formToken())
                            .orElse("address " + ctx.ip()),
                    earlier(visit),
                    message(ctx));
        } catch (IllegalArgumentException unusable) {
            throw new RequestException(400, String.valueOf(unusable.getMessage()));
        }
    }

    private static String message(Context ctx) {
        @Nullable String said = ctx.formParam(MESSAGE);
        return said == null ? "" : said;
    }

    /// The form, for browsers without JavaScript.
    private void said(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        FormGuard.check(ctx, visit.stored());
        Assistant.Ask ask = ask(ctx, visit);
        Answer answer = assistant().answer(ask, AnswerListener.NONE);
        Turn turn = keep(visit, ask.said(), answer);
        if (visit.stored().isPresent() && answer.why().isEmpty()) {
            ctx.redirect(visit.controls().address(PATH) + "#last", HttpStatus.SEE_OTHER);
        } else {
            ChatTurnView view = ChatTurnView.of(turn, answer.why(), visit, Feedback.of(site, visit));
            show(ctx, visit, Optional.of(view));
        }
    }

    private Turn keep(Visit visit, String said, Answer answer) {
        Turn turn = Turn.of(said, answer);
        visit.stored()
                .ifPresent(fan -> site.fans()
                        .required()
                        .conversations()
                        .add(fan.token(), turn.json(), assistant().turnsKept()));
        return turn;
    }

    /// The same while it is said, as server-sent events.
    private void stream(Context ctx) throws IOException {
        Visit visit = Visit.of(ctx, site);
        FormGuard.check(ctx, visit.stored());
        Assistant.Ask ask = ask(ctx, visit);
        ctx.disableCompression();
        ctx.contentType("text/event-stream; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no"); // proxies pass each word on
        // the servlet's own stream: Javalin's does not pass on a flush
        ChatStream out = new ChatStream(ctx.res().getOutputStream(), visit);
        Answer answer = assistant().answer(ask, out);
        Turn turn = keep(visit, ask.said(), answer);
        ChatTurnView view = ChatTurnView.of(turn, answer.why(), visit, Feedback.of(site, visit));
        out.done(site.pages().text("chatturn", Map.of("turn", view)));
    }

    private void forget(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        FormGuard.check(ctx, visit.stored());
        StoredFan fan = visit.stored().orElseThrow(() -> new RequestException(404, "nothing is kept of you here"));
        site.fans().required().conversations().forget(fan.token());
        ctx.redirect(visit.controls().address(PATH), HttpStatus.SEE_OTHER);
    }
}
