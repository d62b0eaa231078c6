package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.assistant.Answer;
import io.osusume.assistant.AnswerListener;
import io.osusume.assistant.Assistant;
import io.osusume.assistant.AssistantLimits;
import io.osusume.assistant.AssistantUsage;
import io.osusume.assistant.DayCount;
import io.osusume.assistant.Fan;
import io.osusume.assistant.Mode;
import io.osusume.assistant.Proposal;
import io.osusume.assistant.Turn;
import io.osusume.recommend.RecommendationService;
import io.osusume.schema.Says;
import io.osusume.web.ApiOperation.Method;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// The assistant by the API: a message of the fan of one profile, answered at once, and what conversations have taken,
/// for
/// those who run the server.
final class ApiChat {
    private final CurrentModel model;
    private final ProfileDoor door;
    private final Assistant assistant;

    ApiChat(CurrentModel model, ProfileDoor door, Assistant assistant) {
        this.model = model;
        this.door = door;
        this.assistant = assistant;
    }

    record MessageJson(
            @Says(value = "What the fan says, of 1 to 2000 characters", example = "\"something short and funny\"")
            String said) {}

    record ChatAnswerJson(
            @Says(value = "Who phrased it: a language model, or rules", words = Mode.class)
            String mode,

            @Says("Why rules did, or why it is not whole; empty if there is nothing to say")
            String why,

            @Says("The answer; each title as [[its id]]") String text,
            @Says("The titles it names, in that order") List<ApiJson.TitleJson> titles,

            @Says("Changes of the list that wait for the fan: POST /api/v1/profile/feedback makes one")
            List<Proposal> proposals) {}

    record ChatUsageJson(
            @Says("The language model; empty if rules answer")
            String model,

            @Says(value = "Answers of the language model since the start", least = 0)
            long byModel,

            @Says(value = "Answers of rules since the start", least = 0)
            long byRules,

            @Says(value = "Tools called since the start", least = 0)
            long toolCalls,

            @Says(value = "Tokens the model read since the start", least = 0)
            long tokensIn,

            @Says(value = "Tokens the model wrote since the start", least = 0)
            long tokensOut,

            @Says(value = "How often it was asked once again, having broken a rule", least = 0)
            long askedAgain,

            @Says(value = "What that has cost since the start, in the currency of the prices", least = 0)
            double cost,

            @Says(value = "What today (UTC) has cost", least = 0)
            double costToday,

            @Says(value = "What a day may cost, 0 for no limit", least = 0)
            double mostADay) {}

    List<ApiOperation> operations() {
        return List.of(
                ApiOperation.of(
                                Method.POST,
                                ApiProfiles.PATH + "/chat",
                                "chat",
                                "Says something to the assistant; it is kept in the profile",
                                this::chat)
                        .needs(ApiAccess.ONE_PROFILE)
                        .takes(new ApiBody.Json(MessageJson.class))
                        .answers(ApiAnswer.json(ChatAnswerJson.class)),
                ApiOperation.of(
                                Method.GET,
                                "/api/v1/admin/chat",
                                "chatUsage",
                                "What conversations have taken and cost",
                                this::usage)
                        .needs(ApiAccess.ADMINISTRATION)
                        .answers(ApiAnswer.json(ChatUsageJson.class)));
    }

    private void chat(Context ctx) throws IOException {
        ApiQuery.read(ctx, List.of());
        RecommendationService service = model.service();
        String said = BodyFields.object(ctx, Set.of("said")).text("said", AssistantLimits.MESSAGE);
        StoredFan stored = door.open(ctx);
        if (!ProfileDoor.expected(ctx, stored.token()).test(stored.contents().version())) {
            throw new RequestException(412, "the profile has changed since it was read; read it again");
        }
        Fan fan = stored.talking();
        List<Turn> earlier = door.store().conversations().turns(stored.token()).stream()
                .map(Turn::read)
                .toList();
        Answer answer = assistant.answer(
                new Assistant.Ask(service, fan, DayCount.PROFILE + stored.formToken(), earlier, said),
                AnswerListener.NONE);
        Turn turn = Turn.of(said, answer);
        door.store().conversations().add(stored.token(), turn.json(), assistant.turnsKept());
        ctx.header("ETag", ProfileDoor.tag(stored.token(), stored.contents().version())); // talking changes no list
        ctx.json(new ChatAnswerJson(
                turn.mode(),
                answer.why(),
                turn.answered(),
                ApiJson.TitleJson.of(
                        answer.named().stream()
                                .flatMap(itemId -> service.title(itemId).stream())
                                .toList(),
                        fan.names()),
                answer.proposals()));
    }

    private void usage(Context ctx) {
        ApiQuery.read(ctx, List.of());
        AssistantUsage usage = assistant.usage();
        double[] today = assistant.today();
        ctx.json(new ChatUsageJson(
                assistant.modelName().orElse(""),
                usage.byModel(),
                usage.byRules(),
                usage.toolCalls(),
                usage.tokensIn(),
                usage.tokensOut(),
                usage.askedAgain(),
                usage.cost(),
                today[0],
                today[1]));
    }
}
