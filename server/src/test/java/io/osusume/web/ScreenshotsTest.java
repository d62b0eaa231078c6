package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.osusume.openai.ScriptedServer.Script;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Looks at every page on a phone in the dark, and by `.ci/screenshots` in every pair of sizes and themes: nothing is
/// wider
/// than the screen, the browser and axe complain about nothing. What it saw lies in `server/target/screenshots` for
/// people
/// to look at.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenshotsTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private SampleBrowser browser;

    @BeforeAll
    void start() throws IOException {
        browser = SampleBrowser.start();
        Files.createDirectories(FOLDER);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /// Where things get narrow and pale first.
    @ParameterizedTest
    @CsvSource({"phone, 390, 844, DARK"})
    void everyPageFitsAndAxeFindsNothingWrong(String size, int width, int height, ColorScheme scheme)
            throws IOException {
        shoot(size, width, height, scheme);
    }

    @ParameterizedTest
    @CsvSource({"desktop, 1280, 900, LIGHT", "desktop, 1280, 900, DARK", "phone, 390, 844, LIGHT"})
    @EnabledIfSystemProperty(named = "osusume.tests", matches = "all", disabledReason = ".ci/screenshots takes them")
    void everyPageFitsInOtherSizesAndThemesToo(String size, int width, int height, ColorScheme scheme)
            throws IOException {
        shoot(size, width, height, scheme);
    }

    private void shoot(String size, int width, int height, ColorScheme scheme) throws IOException {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setBypassCSP(true); // axe itself has to be let in; other tests run under the page's own policy
        String kind = "-" + size + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        Page stranger = browser.open("/", options); // one for all pages: nothing is kept of who only looks
        for (String[] each : SampleBrowser.PAGES) {
            stranger.navigate(browser.address(each[1]));
            look(stranger, each[0] + kind, width);
            assertEquals(List.of(), stranger.context().cookies(), each[0]);
            assertEquals(List.of(), browser.said(), each[0]);
        }
        browser.complaints();
        Page page = browser.known(options).newPage();
        for (String name : List.of("data", "recommendations", "home")) {
            page.navigate(browser.address(name.equals("home") ? "/" : "/" + name));
            look(page, "kept-" + name + kind, width);
        }
        for (String said : List.of(
                "I give Trigun an 8", "Why do you recommend Mushishi?", "Something funny, no sequels, after 2005")) {
            page.navigate(browser.address("/chat"));
            int before = page.locator(".turn").count();
            page.locator("#said").fill(said);
            page.getByText("Send").click();
            page.locator(".turn .answered:not(.live)").nth(before).waitFor();
        }
        look(page, "kept-chat" + kind, width);
        talk(browser.talking(options), kind, width);
        page.navigate(browser.address("/"));
        page.locator("#service").selectOption("AniList");
        page.locator("#user").fill("somebody");
        page.getByText("Fetch my list").click();
        look(page, "kept-imported" + kind, width);
        page.navigate(browser.address("/recommendations"));
        page.locator(".card").nth(1).getByText("Not interested").click();
        page.locator(".done").waitFor();
        look(page, "kept-lowered" + kind, width);
        assertEquals(List.of(), browser.complaints());
    }

    /// A conversation with a language model: while tools work, while it speaks, and when it has spoken.
    private void talk(Page page, String kind, int width) throws IOException {
        CountDownLatch words = new CountDownLatch(1);
        CountDownLatch rest = new CountDownLatch(1);
        try {
            browser.model()
                    .script(
                            Script.Calls.of("recommend", "{\"n\": 3}", "find_titles", "{\"name\": \"Mushishi\"}"),
                            Script.Calls.of("title_facts", "{\"itemId\": 457}", "explain", "{\"itemId\": 457}"),
                            new Script.Held(List.of(), words, List.of("For a calm", " evening:\n- [[457]]")));
            page.locator("#said").fill("Something calm for a long evening, and tell me why");
            page.locator("#said").press("Enter");
            page.locator(".doing").nth(2).waitFor();
            look(page, "model-chat-working" + kind, width);
            words.countDown();
            page.locator(".answered:not(.live)").waitFor();
            browser.model()
                    .script(
                            Script.Calls.of("find_titles", "{\"name\": \"Barakamon\"}"),
                            new Script.Held(
                                    List.of(
                                            "Two of them",
                                            " are close to it:",
                                            "\n- [[457]],",
                                            " a wanderer",
                                            " among spirits",
                                            "\n- [[22789]]"),
                                    rest,
                                    List.of(
                                            " from [[22789.year]],",
                                            " a quiet island",
                                            " and kind people\n",
                                            "Both can be watched",
                                            " piece by piece.")));
            page.locator("#said").fill("Which else?");
            page.locator("#said").press("Enter");
            page.locator(".live .draft strong").first().waitFor();
            look(page, "model-chat-speaking" + kind, width);
            rest.countDown();
            page.locator(".answered:not(.live)").nth(1).waitFor();
            look(page, "model-chat" + kind, width);
        } finally {
            words.countDown();
            rest.countDown();
        }
    }

    private static void look(Page page, String name, int width) throws IOException {
        if (name.startsWith("map")) {
            page.locator("#atlas[data-shown]").waitFor();
        }
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(FOLDER.resolve(name + ".png"))
                        .setFullPage(
                                !name.matches(
                                        "(kept-|model-)?(recommendations|lowered|chat|chat-working|chat-speaking|map|map-for-you|map-title)-(desktop|phone)-.*")));
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        assertTrue(wide <= width, () -> name + " is " + wide + " wide");
        page.evaluate("document.querySelectorAll('li:first-child > .card details, .whynot details, .group')"
                + ".forEach(each => each.open = true)");
        assertEquals(List.of(), violations(page), name);
    }

    private static Object violations(Page page) throws IOException {
        try (InputStream in = Objects.requireNonNull(ScreenshotsTest.class.getResourceAsStream("/axe.min.js"))) {
            String axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe));
        }
        return page.evaluate("async () => (await axe.run()).violations.map("
                + "v => `${v.impact}: ${v.id} at ${v.nodes.map(n => n.target).join(', ')}`)");
    }
}
