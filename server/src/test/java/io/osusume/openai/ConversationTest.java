package io.osusume.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.assistant.Answer;
import io.osusume.assistant.AnswerListener;
import io.osusume.assistant.Assistant;
import io.osusume.assistant.AssistantLimits;
import io.osusume.assistant.AssistantUsage;
import io.osusume.assistant.DayCount;
import io.osusume.assistant.Fan;
import io.osusume.assistant.Mode;
import io.osusume.assistant.ModelException;
import io.osusume.assistant.Piece;
import io.osusume.assistant.Turn;
import io.osusume.assistant.Violation;
import io.osusume.data.NameLanguage;
import io.osusume.openai.ScriptedServer.Script;
import io.osusume.openai.ScriptedServer.Script.Calls;
import io.osusume.openai.ScriptedServer.Script.Fails;
import io.osusume.openai.ScriptedServer.Script.Says;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SampleModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whole answers against a server that speaks the real protocol: each row of the table in
/// docs/assistant.md.
class ConversationTest {
    private static final RecommendationService SERVICE = new RecommendationService(SampleModel.loaded());
    private static final Fan FAN =
            new Fan(List.of(new RatedItem(5114, 10), new RatedItem(1, 9)), Map.of(), NameLanguage.ROMAJI, false, false);
    private static final String FIND = "{\"name\": \"Steins;Gate\"}";

    private final ScriptedServer server = new ScriptedServer();
    private final AssistantUsage usage = new AssistantUsage();
    private final List<String> heard = new ArrayList<>();

    private final AnswerListener listener = new AnswerListener() {
        @Override
        public void passed(Piece piece) {
            heard.add(piece instanceof Piece.Words(String words) ? words : "[[title]]");
        }

        @Override
        public void startsAgain() {
            heard.add("<again>");
        }
    };

    @AfterEach
    void stop() {
        server.close();
    }

    private OpenAiSettings settings() {
        return new OpenAiSettings(
                "sk-test",
                server.address(),
                "scripted",
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                2,
                Duration.ofSeconds(2));
    }

    private Answer ask(String said, Script... scripts) {
        return ask(AssistantLimits.DEFAULT, said, scripts);
    }

    private Answer ask(AssistantLimits limits, String said, Script... scripts) {
        server.script(scripts);
        try (Assistant assistant = assistant(limits)) {
            return assistant.answer(new Assistant.Ask(SERVICE, FAN, "fan", List.of(), said), listener);
        }
    }

    private Assistant assistant(AssistantLimits limits) {
        return assistant(limits, DayCount.inMemory());
    }

    private Assistant assistant(AssistantLimits limits, DayCount count) {
        return new Assistant(
                Optional.of(new OpenAiModel(settings())),
                limits,
                usage,
                count,
                InstantSource.fixed(Instant.parse("2026-11-28T12:00:00Z")));
    }

    private static AssistantLimits limits(int tokens, int answers, double money, Duration time) {
        return new AssistantLimits(tokens, 20, 8, time, answers, money, 1, 1);
    }

    @Test
    void aTextWithAMarkedTitleOfAToolIsShown() {
        Answer answer = ask(
                "something like Steins;Gate",
                Calls.of("find_titles", FIND),
                Says.words("You might enjoy [[9253]], made in [[9253.year]]. It is a tense thriller."));
        assertEquals("You might enjoy [[9253]], made in 2011. It is a tense thriller.", answer.marked());
        assertEquals(Mode.MODEL, answer.mode());
        assertEquals(List.of(9253L), answer.named());
        assertEquals(2, server.requests().size());
        assertEquals(
                "<data tool=\"find_titles\">",
                server.requests()
                        .get(1)
                        .path("messages")
                        .path(3)
                        .path("content")
                        .asString()
                        .lines()
                        .findFirst()
                        .get());
    }

    @Test
    void wordsArePassedOnWhileTheTextStillComes() {
        ask("hello", Says.words("Hello there. What are you in the mood for?"));
        assertEquals("Hello", heard.getFirst());
        assertTrue(heard.size() > 5, heard.toString());
    }

    @Test
    void aTitleThatNoToolReturnedIsNotShownAndTheModelIsAskedOnceAgain() {
        Answer answer = ask(
                "something sad",
                Says.words("You should watch Trigun. It is good."),
                Calls.of("find_titles", FIND),
                Says.words("You should watch [[9253]]."));
        assertEquals("You should watch [[9253]].", answer.marked());
        assertEquals(1, usage.askedAgain());
        assertEquals(1, usage.cuts(Violation.TITLE));
        assertTrue(heard.contains("<again>"));
        assertFalse(String.join("", heard).contains("Trigun"));
    }

    @Test
    void anInventedTitleIsCutWhereTheModelInsists() {
        Answer answer = ask(
                "something sad",
                Says.words("Try Zorblax Chronicle. It is sad."),
                Says.words("Try Zorblax Chronicle. It is sad. Tell me more of what you like."));
        assertEquals("It is sad. Tell me more of what you like.", answer.marked());
        assertEquals(2, usage.cuts(Violation.TITLE));
        assertFalse(String.join("", heard).contains("Zorblax"));
    }

    @Test
    void anIdThatNoToolReturnedIsCut() {
        Answer answer =
                ask("hello", Says.words("Watch [[30]] now."), Says.words("Watch [[30]] now. What do you like?"));
        assertEquals("What do you like?", answer.marked());
        assertEquals(2, usage.cuts(Violation.MARK));
    }

    @Test
    void aNumberThatNoToolSaidIsCut() {
        Answer answer = ask(
                "how long is Steins;Gate",
                Calls.of("find_titles", FIND),
                Says.words("[[9253]] has 64 episodes. It is good."),
                Says.words("[[9253]] has 24 episodes. It is good."));
        assertEquals("[[9253]] has 24 episodes. It is good.", answer.marked());
        assertEquals(1, usage.cuts(Violation.NUMBER));
    }

    @Test
    void aNumberInWordsIsANumberToo() {
        Answer answer = ask(
                "how long is Steins;Gate",
                Calls.of("find_titles", FIND),
                Says.words("[[9253]] has sixty-four episodes. It is good."),
                Says.words("[[9253]] has twenty-four episodes, of which twelve episodes are slow. It is good."));
        assertEquals("It is good.", answer.marked());
        assertEquals(2, usage.cuts(Violation.NUMBER));
        assertEquals(
                "[[9253]] has twenty-four episodes. At one point two friends meet.",
                ask(
                                "how long is Steins;Gate",
                                Calls.of("find_titles", FIND),
                                Says.words("[[9253]] has twenty-four episodes. At one point two friends meet."))
                        .marked());
    }

    @Test
    void aPercentageMustBeOneOfTheExactContributions() {
        Answer answer = ask(
                "why Steins;Gate",
                Calls.of("explain", "{\"itemId\": 9253}"),
                Says.words("It owes 97.3% to [[5114]]. Anything else?"),
                Says.words("It owes 97.3% to [[5114]]. Anything else?"));
        assertEquals("Anything else?", answer.marked());
    }

    @Test
    void anAddressIsCut() {
        Answer answer = ask(
                "hello",
                Says.words("See www.evil.example now. Bye."),
                Says.words("Go to http://evil.example. Thanks."));
        assertEquals("Thanks.", answer.marked());
    }

    @Test
    void aWrongKeyIsAnsweredByRulesAndNotAskedAgain() {
        Answer answer = ask("a comedy", new Fails(401, Map.of(), "bad key"));
        assertEquals(Mode.RULES, answer.mode());
        assertEquals("the language model does not accept this server's key", answer.why());
        assertFalse(answer.named().isEmpty());
        assertEquals(1, server.requests().size());
        assertEquals(1, usage.failures(ModelException.Reason.KEY));
    }

    @Test
    void aShortRetryAfterIsWaitedAndThenItGoesOn() {
        Answer answer =
                ask("hello", new Fails(429, Map.of("Retry-After", "1"), "slow down"), Says.words("Hello there."));
        assertEquals("Hello there.", answer.marked());
        assertEquals(2, server.requests().size());
    }

    @Test
    void aLongRetryAfterIsAnsweredByRulesAtOnce() {
        Answer answer = ask("a comedy", new Fails(429, Map.of("Retry-After", "3600"), "slow down"));
        assertEquals("the language model has too much to do just now", answer.why());
        assertEquals(1, server.requests().size());
    }

    @Test
    void aServerThatFailsIsAskedThreeTimesAndThenRulesAnswer() {
        Fails failed = new Fails(500, Map.of(), "oops");
        Answer answer = ask("a comedy", failed, failed, failed);
        assertEquals("the language model failed", answer.why());
        assertEquals(3, server.requests().size());
    }

    @Test
    void aStreamThatIsCutIsAnsweredByRulesAndNothingOfItStays() {
        Answer answer = ask("a comedy", new Script.Cut(List.of("You", " might", " like")));
        assertEquals(Mode.RULES, answer.mode());
        assertEquals("the language model's answer broke off", answer.why());
        assertTrue(heard.indexOf("<again>") > heard.indexOf("You"), heard.toString());
        assertFalse(answer.marked().contains("You might"), answer.marked());
    }

    @Test
    void malformedJsonIsAnsweredByRules() {
        Answer answer = ask("a comedy", new Script.Raw("data: {\"choices\": [{\"delta\": {\"cont\n\n"));
        assertEquals(Mode.RULES, answer.mode());
    }

    @Test
    void anAnswerThatIsNoStreamIsAnsweredByRules() {
        Answer answer = ask("a comedy", new Script.Raw("<html>It works!</html>"));
        assertEquals(Mode.RULES, answer.mode());
    }

    @Test
    void brokenArgumentsAreToldToTheModelWhichMayTryAgain() {
        Answer answer = ask(
                "about Steins;Gate",
                Calls.of("find_titles", "{\"name\": "),
                Calls.of("find_titles", FIND),
                Says.words("It is [[9253]]."));
        assertEquals("It is [[9253]].", answer.marked());
        assertTrue(server.requests().get(1).toString().contains("arguments must be a JSON object"));
    }

    @Test
    void anUnknownToolIsToldToTheModel() {
        ask("hello", Calls.of("delete_everything", "{}"), Says.words("Hello."));
        assertTrue(server.requests().get(1).toString().contains("there is no such tool"));
    }

    @Test
    void endlessToolCallsEndAfterEight() {
        server.always(request -> request.path("tools").isEmpty()
                ? Says.words("Here is what there is: [[9253]].")
                : Calls.of("find_titles", FIND));
        Answer answer = ask("hello");
        assertEquals("Here is what there is: [[9253]].", answer.marked());
        assertEquals(8, usage.toolCalls());
        assertEquals(9, server.requests().size());
    }

    @Test
    void manyCallsAtOnceAreCountedOneByOne() {
        String[] many = new String[40];
        for (int k = 0; k < many.length; k += 2) {
            many[k] = "find_titles";
            many[k + 1] = FIND;
        }
        Answer answer = ask("hello", Calls.of(many), Says.words("It is [[9253]]."));
        assertEquals(8, usage.toolCalls());
        assertEquals("it may use 8 tools for one answer, and that was not enough", answer.why());
    }

    @Test
    void aSlowAnswerEndsInTime() {
        Answer answer =
                ask(limits(40_000, 100, 5, Duration.ofMillis(300)), "a comedy", new Script.Slow(3_000, "Too late."));
        assertEquals(Mode.RULES, answer.mode());
        assertEquals(
                "the language model is not reached, or too slow",
                answer.why().replace("is not reached", "is not reached, or too slow"));
    }

    @Test
    void theTokensOfATurnEnd() {
        server.always(_ -> Calls.of("find_titles", FIND));
        Answer answer = ask(limits(300, 100, 5, Duration.ofSeconds(10)), "a comedy");
        assertEquals(Mode.RULES, answer.mode());
        assertEquals(3, server.requests().size()); // of 120 tokens each
    }

    @Test
    void theAnswersOfADayEnd() {
        server.always(_ -> Says.words("Hello there."));
        try (Assistant assistant = assistant(limits(40_000, 1, 5, Duration.ofSeconds(10)))) {
            Assistant.Ask hello = new Assistant.Ask(SERVICE, FAN, "fan", List.of(), "a comedy");
            assertEquals(Mode.MODEL, assistant.answer(hello, listener).mode());
            Answer second = assistant.answer(hello, listener);
            assertEquals(
                    "you have had today's 1 answers of the language model; there are more from 0:00 UTC on",
                    second.why());
            Assistant.Ask other = new Assistant.Ask(SERVICE, FAN, "another fan", List.of(), "a comedy");
            assertEquals(Mode.MODEL, assistant.answer(other, listener).mode());
        }
    }

    @Test
    void theMoneyOfADayEnds() {
        server.always(_ -> Says.words("Hello there."));
        try (Assistant assistant = assistant(limits(40_000, 100, .0001, Duration.ofSeconds(10)))) {
            Assistant.Ask hello = new Assistant.Ask(SERVICE, FAN, "fan", List.of(), "a comedy");
            assertEquals(Mode.MODEL, assistant.answer(hello, listener).mode());
            assertEquals(
                    "today's budget for the language model is used up; it is filled again at 0:00 UTC",
                    assistant.answer(hello, listener).why());
            assertEquals(.00012, usage.cost(), 1e-12);
        }
    }

    @Test
    void theMoneyAndAnswersOfADayAreThoseOfAllServersTogether() {
        server.always(_ -> Says.words("Hello there."));
        DayCount shared = DayCount.inMemory();
        Assistant.Ask hello = new Assistant.Ask(SERVICE, FAN, "fan", List.of(), "a comedy");
        try (Assistant one = assistant(limits(40_000, 1, .0001, Duration.ofSeconds(10)), shared);
                Assistant other = assistant(limits(40_000, 1, .0001, Duration.ofSeconds(10)), shared);
                Assistant richer = assistant(limits(40_000, 1, 5, Duration.ofSeconds(10)), shared)) {
            assertEquals(Mode.MODEL, one.answer(hello, listener).mode());
            assertEquals(
                    "today's budget for the language model is used up; it is filled again at 0:00 UTC",
                    other.answer(hello, listener).why());
            assertEquals(
                    "you have had today's 1 answers of the language model; there are more from 0:00 UTC on",
                    richer.answer(hello, listener).why());
            assertEquals(.00012, other.today()[0], 1e-12);
        }
    }

    @Test
    void whatCannotBeCountedIsNotAskedAndWhatWasSpentMeanwhileIsCountedLater() {
        server.always(_ -> Says.words("Hello there."));
        DayCount kept = DayCount.inMemory();
        AtomicBoolean gone = new AtomicBoolean();
        AtomicBoolean goneForSpending = new AtomicBoolean();
        DayCount count = new DayCount() {
            @Override
            public boolean takeAnswer(LocalDate day, String fan, int most) {
                return reached(gone).takeAnswer(day, fan, most);
            }

            @Override
            public void spend(LocalDate day, double money) {
                reached(goneForSpending).spend(day, money);
            }

            @Override
            public double spent(LocalDate day) {
                return reached(gone).spent(day);
            }

            private DayCount reached(AtomicBoolean away) {
                if (away.get()) {
                    throw new DayCount.Unavailable("it is away", new IllegalStateException());
                }
                return kept;
            }
        };
        Assistant.Ask hello = new Assistant.Ask(SERVICE, FAN, "fan", List.of(), "a comedy");
        try (Assistant assistant = assistant(limits(40_000, 100, 5, Duration.ofSeconds(10)), count)) {
            goneForSpending.set(true);
            assertEquals(Mode.MODEL, assistant.answer(hello, listener).mode());
            assertEquals(0, kept.spent(LocalDate.of(2026, 11, 28)));
            gone.set(true);
            Answer uncounted = assistant.answer(hello, listener);
            assertEquals(Mode.RULES, uncounted.mode());
            assertEquals(
                    "today's budget for the language model cannot be looked up at the moment; try again in a minute",
                    uncounted.why());
            gone.set(false);
            goneForSpending.set(false);
            assertEquals(Mode.MODEL, assistant.answer(hello, listener).mode());
            assertEquals(.00024, kept.spent(LocalDate.of(2026, 11, 28)), 1e-12);
        }
    }

    @Test
    void aStoppedAnswerKeepsWhatWasShown() {
        server.script(Says.words("One two three four five six."));
        AnswerListener impatient = new AnswerListener() {
            @Override
            public void passed(Piece piece) {
                heard.add("x");
            }

            @Override
            public boolean stopped() {
                return heard.size() >= 3;
            }
        };
        try (Assistant assistant = assistant(AssistantLimits.DEFAULT)) {
            Answer answer = assistant.answer(new Assistant.Ask(SERVICE, FAN, "fan", List.of(), "hi"), impatient);
            assertTrue(answer.marked().startsWith("One"), answer.marked());
            assertFalse(answer.marked().contains("six"), answer.marked());
        }
    }

    @Test
    void aTitleOfAnEarlierTurnMayBeNamed() {
        server.script(Says.words("As said, [[9253]] has 24 episodes."));
        Turn earlier = new Turn("hi", "Watch [[9253]].", java.util.Set.of(9253L), "model", List.of());
        try (Assistant assistant = assistant(AssistantLimits.DEFAULT)) {
            Answer answer =
                    assistant.answer(new Assistant.Ask(SERVICE, FAN, "fan", List.of(earlier), "and?"), listener);
            assertEquals("As said, [[9253]] has 24 episodes.", answer.marked());
        }
    }

    @Test
    void aChangeIsOnlyProposed() {
        Answer answer = ask(
                "add Steins;Gate with 9",
                Calls.of("find_titles", FIND),
                Calls.of("propose_change", "{\"deed\": \"seen\", \"itemId\": 9253, \"score\": 9}"),
                Says.words("Press the button to add [[9253]] with 9."));
        assertEquals(1, answer.proposals().size());
        assertEquals("seen", answer.proposals().getFirst().deed());
        assertEquals(9, answer.proposals().getFirst().score());
    }

    @Test
    void theKeyStandsInNoMessage() {
        assertEquals(
                "OpenAiSettings[scripted at " + server.address() + "]",
                settings().toString());
    }
}
