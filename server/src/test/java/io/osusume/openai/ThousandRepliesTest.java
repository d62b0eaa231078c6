package io.osusume.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.assistant.AnswerListener;
import io.osusume.assistant.Assistant;
import io.osusume.assistant.AssistantLimits;
import io.osusume.assistant.AssistantUsage;
import io.osusume.assistant.DayCount;
import io.osusume.assistant.Fan;
import io.osusume.assistant.Piece;
import io.osusume.data.Title;
import io.osusume.openai.ScriptedServer.Script;
import io.osusume.openai.ScriptedServer.Script.Calls;
import io.osusume.openai.ScriptedServer.Script.Says;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SampleModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A thousand replies, of which a third name a title no tool returned, in every way there is to name
/// one: none reaches the page, not for a moment.
class ThousandRepliesTest {
    private static final int REPLIES = 1_000;
    private static final int LANES = 10;
    private static final long SEED = 20_261_128;
    private static final long RETURNED = 9253; // Steins;Gate
    private static final List<String> INVENTED = List.of(
            "Zorblax Chronicle",
            "Crimson Moon Academy",
            "Hoshizora no Requiem",
            "Blade of the Ninth Dawn",
            "Kuroyami Senki",
            "The Last Lighthouse Keeper",
            "Vermeil Overture",
            "Neko Detective Agency");
    private static final List<String> GOOD = List.of(
            "You might enjoy [[9253]], which came out in [[9253.year]].",
            "[[9253]] is a tense thriller with 24 episodes. It takes its time at first.",
            "Steins;Gate fits well. It is about people who find a way to send messages to the past.",
            "Sure. Tell me what you are in the mood for.",
            "Here is one:\n- [[9253]] for the mystery.\n\nDo you want something lighter?");
    private static final List<String> FRAMES = List.of(
            "You should watch %s next. It is good.",
            "%s is what you want. It is good.",
            "There is [[9253]] and also %s, both dark.",
            "Try “%s” or not.",
            "Try **%s** tonight.",
            "Here you go:\n- %s\n- [[9253]]",
            "If you liked it: %s.",
            "Many like %s more than anything, really.");

    private final RecommendationService service = new RecommendationService(SampleModel.loaded());
    private final List<Title> others = service.loaded().catalogue().titles().stream()
            .filter(title -> title.itemId() != RETURNED && !title.name().startsWith("Steins"))
            .filter(title -> title.name().length() > 3)
            .toList();

    /// What a reply names that it may not, and how it says so.
    private record Bad(String name, String text) {}

    private Bad bad(SplittableRandom random) {
        String frame = FRAMES.get(random.nextInt(FRAMES.size()));
        String name = name(random);
        return new Bad(name, frame.formatted(name));
    }

    private String name(SplittableRandom random) {
        Title title = others.get(random.nextInt(others.size()));
        return switch (random.nextInt(6)) {
            case 0 -> INVENTED.get(random.nextInt(INVENTED.size()));
            case 1 -> title.displayName();
            case 2 -> title.japaneseName() == null ? title.name() : title.japaneseName();
            case 3 ->
                title.name().split(" ", -1).length < 3
                        ? title.name()
                        : title.name().toLowerCase(Locale.ROOT);
            case 4 -> "[[" + title.itemId() + "]]";
            default -> title.name();
        };
    }

    /// What came of some of the replies.
    private record Lane(int tried, long again, List<String> leaks) {}

    @Test
    void noTitleThatNoToolReturnedReachesThePage() throws Exception {
        service.search(); // so that no lane waits for another
        List<Future<Lane>> lanes = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int lane = 0; lane < LANES; lane++) {
                int from = lane * REPLIES / LANES;
                lanes.add(executor.submit(() -> lane(from, from + REPLIES / LANES)));
            }
        }
        int tried = 0;
        long again = 0;
        List<String> leaks = new ArrayList<>();
        for (Future<Lane> lane : lanes) {
            tried += lane.get().tried;
            again += lane.get().again;
            leaks.addAll(lane.get().leaks);
        }
        assertEquals(List.of(), leaks, "seed " + SEED);
        assertEquals(334, tried);
        assertEquals(tried, again, "each was noticed, and nothing else was taken for one");
    }

    private Lane lane(int from, int to) {
        SplittableRandom random = new SplittableRandom(SEED + from);
        List<String> leaks = new ArrayList<>();
        int tried = 0;
        AssistantUsage usage = new AssistantUsage();
        try (ScriptedServer server = new ScriptedServer();
                Assistant assistant = new Assistant(
                        Optional.of(new OpenAiModel(OpenAiSettings.of("sk-test", server.address(), "scripted"))),
                        new AssistantLimits(40_000, 20, 8, Duration.ofSeconds(60), REPLIES, 0, 1, 1),
                        usage,
                        DayCount.inMemory(),
                        InstantSource.system())) {
            for (int k = from; k < to; k++) {
                String good = GOOD.get(random.nextInt(GOOD.size()));
                Script find = Calls.of("find_titles", "{\"name\": \"Steins;Gate\"}");
                if (k % 3 == 0) {
                    tried++;
                    Bad bad = bad(random);
                    boolean insists = random.nextInt(4) == 0;
                    server.script(find, pieces(bad.text, random), pieces(insists ? bad.text : good, random));
                    if (shown(assistant).contains(bad.name)) {
                        leaks.add(bad.name + " in: " + bad.text);
                    }
                } else {
                    server.script(find, pieces(good, random));
                    assertTrue(!shown(assistant).isBlank(), "a good answer is shown: " + good);
                }
            }
        }
        return new Lane(tried, usage.askedAgain(), leaks);
    }

    /// Cut anywhere, as a network cuts.
    private static Script pieces(String text, SplittableRandom random) {
        List<String> chunks = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + 1 + random.nextInt(8));
            chunks.add(text.substring(from, to));
            from = to;
        }
        return new Says(chunks);
    }

    /// All that was ever on the page, of both tries.
    private String shown(Assistant assistant) {
        StringBuilder page = new StringBuilder();
        AnswerListener listener = new AnswerListener() {
            @Override
            public void passed(Piece piece) {
                page.append(piece instanceof Piece.Words(String words) ? words : "[[title]]");
            }
        };
        assistant.answer(new Assistant.Ask(service, Fan.NOBODY, "fan", List.of(), "something like it"), listener);
        return page.toString();
    }
}
