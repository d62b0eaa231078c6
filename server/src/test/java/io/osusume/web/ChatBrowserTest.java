package io.osusume.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.osusume.assistant.Assistant;
import io.osusume.assistant.AssistantLimits;
import io.osusume.assistant.AssistantUsage;
import io.osusume.assistant.DayCount;
import io.osusume.assistant.Fan;
import io.osusume.openai.OpenAiModel;
import io.osusume.openai.OpenAiSettings;
import io.osusume.openai.ScriptedServer;
import io.osusume.openai.ScriptedServer.Script;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SampleModel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The page of the conversation in a real browser, with a language model that answers piece by piece.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatBrowserTest {
    private static final Script RECOMMEND = Script.Calls.of("recommend", "{\"n\": 3}");
    private static final int LINES = 60;
    private static final double SLOWEST = 30_000; // milliseconds, on a busy computer

    private final List<CountDownLatch> held = new CopyOnWriteArrayList<>();
    private Chromium chromium;
    private ScriptedServer model;
    private Assistant assistant;
    private TestServer server;

    @BeforeAll
    void start() {
        chromium = Chromium.launch();
        model = new ScriptedServer();
        assistant = new Assistant(
                Optional.of(new OpenAiModel(OpenAiSettings.of("sk-test", model.address(), "scripted"))),
                AssistantLimits.DEFAULT,
                new AssistantUsage(),
                DayCount.inMemory(),
                InstantSource.system());
        RecommendationService service = new RecommendationService(SampleModel.loaded());
        assistant.call(
                service, "find_titles", "{\"name\": \"Mushishi\"}", Fan.NOBODY); // what is made at first, is made
        server = TestServer.talking(service, assistant);
        PlaywrightAssertions.setDefaultAssertionTimeout(SLOWEST);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
            assistant.close();
            model.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void letGo() {
        held.forEach(CountDownLatch::countDown);
        held.clear();
    }

    private CountDownLatch hold() {
        CountDownLatch latch = new CountDownLatch(1);
        held.add(latch);
        return latch;
    }

    private Page kept(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        Page page = context.newPage();
        page.navigate(server.address("/?" + SampleBrowser.PICKS));
        page.getByText("Keep as my list").click();
        page.navigate(server.address("/chat"));
        return page;
    }

    private static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900);
    }

    private static void say(Page page, String text) {
        page.locator("#said").fill(text);
        page.locator("#said").press("Enter");
    }

    private static boolean onScreen(Page page, String what) {
        return (boolean) page.evaluate(
                "what => { const box = [...document.querySelectorAll(what)].at(-1)"
                        + ".getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }",
                what);
    }

    @Test
    void toolsWordsAndTitlesAreShownAsTheyComeAndTheTitlesEndAsCards() {
        Page page = kept(desktop());
        CountDownLatch words = hold();
        CountDownLatch rest = hold();
        model.script(
                RECOMMEND,
                Script.Calls.of("title_facts", "{\"itemId\": 11061}"),
                new Script.Held(List.of(), words, List.of("This one is long and kind.")));
        say(page, "something for winter");
        assertThat(page.locator(".doing")).hasText(new String[] {"Looking for titles …", "Reading facts …"});
        assertThat(page.locator("#stop")).isVisible();
        assertThat(page.getByText("Send")).isHidden();
        words.countDown();
        assertThat(page.locator(".answered").last()).hasText("This one is long and kind.");

        model.script(
                Script.Calls.of("find_titles", "{\"name\": \"Hunter x Hunter (2011)\"}"),
                new Script.Held(
                        List.of("You might enjoy", " this one:", "\n- [[11061]]", " from [[11061.year]],"),
                        rest,
                        List.of(" a long journey", " of friends.")));
        say(page, "and another");
        assertThat(page.locator(".live .draft strong")).hasText("Hunter x Hunter (2011)");
        assertThat(page.locator(".doing")).hasCount(0);
        rest.countDown();
        assertThat(page.locator(".suggestion a")).hasAttribute("href", "/titles/11061");
        assertThat(page.locator(".suggestion .about").last()).hasText("from 2011, a long journey of friends.");
        assertThat(page.getByText("Send")).isVisible();
        assertThat(page.locator("#stop")).isHidden();
        page.context().close();
    }

    @Test
    void stopEndsTheAnswerAndWhatWasShownStays() {
        Page page = kept(desktop());
        CountDownLatch rest = hold();
        model.script(new Script.Held(
                List.of("Let us see", " what there is", " for you."),
                rest,
                List.of(" And", " much", " more", " of it.")));
        say(page, "something calm");
        assertThat(page.locator(".live .draft")).containsText("Let us see what there is");
        page.locator("#stop").click();
        assertThat(page.locator(".live .draft")).containsText("… (stopped)");
        assertThat(page.locator("#said")).isFocused();
        rest.countDown();
        page.context().close();
    }

    @Test
    void afterALongAnswerQuestionAndFieldAreInReachAndTheFieldHasTheFocus() {
        Page page = kept(desktop());
        model.script(Script.Says.words("It is a calm and kind story for you.\n".repeat(LINES)));
        say(page, "tell me much");
        assertThat(page.locator(".answered:not(.live)").last()).containsText("calm and kind");
        assertTrue(onScreen(page, "#say"), "the field");
        assertTrue(onScreen(page, ".said"), "the question, so that reading begins at the begin of the answer");
        assertThat(page.locator("#said")).isFocused();
        page.navigate(server.address("/chat"));
        assertTrue(onScreen(page, ".said"), "the last question, after coming back");
        assertTrue(onScreen(page, "#say"), "the field, after coming back");
        page.context().close();
    }

    @Test
    void withoutJavaScriptTheWholeAnswerComesAndThePageStandsAtItsQuestion() {
        Page page = kept(desktop().setJavaScriptEnabled(false));
        model.script(
                Script.Says.words("It is a calm and kind story for you.\n".repeat(LINES)),
                Script.Says.words("It is a short one."));
        for (String said : List.of("tell me much", "and another")) {
            page.locator("#said").fill(said);
            page.getByText("Send").click();
        }
        assertThat(page.locator(".answered").last()).hasText("It is a short one.");
        assertThat(page.locator(".said").last()).isInViewport();
        assertThat(page.locator("#said")).isInViewport();
        page.context().close();
    }

    @Test
    void onAPhoneTheKeyboardStaysAwayAfterAnAnswerAndAReaderWhoScrollsIsLeftAlone() {
        Page page = kept(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
        CountDownLatch rest = hold();
        model.script(new Script.Held(
                List.of("It is a calm and kind story.\n".repeat(LINES)), rest, List.of("\nIt is old.".repeat(LINES))));
        say(page, "tell me much");
        assertThat(page.locator(".live .draft")).containsText("calm and kind");
        page.evaluate("() => { dispatchEvent(new Event('touchmove')); scrollTo(0, 0); }");
        rest.countDown();
        assertThat(page.locator(".answered:not(.live)")).containsText("It is old.");
        assertEquals(0, ((Number) page.evaluate("scrollY")).intValue());
        assertThat(page.locator("#said")).not().isFocused();
        assertTrue(onScreen(page, "#say"), "the field");
        page.context().close();
    }
}
