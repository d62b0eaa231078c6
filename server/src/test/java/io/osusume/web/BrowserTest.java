package io.osusume.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages as a fan uses them, in a real browser.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;
    private TestServer server;

    @BeforeAll
    void start() {
        chromium = Chromium.launch();
        server = TestServer.start();
    }

    @AfterEach
    void noComplaintOfTheBrowser() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertEquals(List.of(), complaints, "what the browser's console said, such as a broken security policy");
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private Page open(String path, Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        contexts.add(context);
        context.onRequest(request -> {
            if (!request.url().startsWith(server.address("/"))) {
                complaints.add("a request to " + request.url());
            }
        });
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(server.address(path));
        return page;
    }

    private Page open(String path) {
        return open(path, new Browser.NewContextOptions());
    }

    private static Locator options(Page page) {
        return page.locator("#q-options").getByRole(AriaRole.OPTION);
    }

    @Test
    void aFanTypesPicksWithTheKeyboardAndSeesRecommendations() {
        Page page = open("/");
        Locator field = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Find a title"));

        field.focus();
        page.keyboard().type("stein");
        Locator options = options(page);
        assertThat(options).hasCount(2);
        assertThat(field).hasAttribute("aria-expanded", "true");
        assertThat(field).hasAttribute("aria-activedescendant", "q-option-0");
        page.keyboard().press("ArrowDown");
        assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");

        assertThat(field).isFocused();
        assertThat(field).hasValue("");
        assertThat(page.locator("#q-status")).hasText("Steins;Gate added");
        page.getByLabel("Your score for Steins;Gate").selectOption("9");
        assertTrue(page.url().endsWith("/?pick=9253:9"), page.url());

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Recommend").setExact(true))
                .press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Recommended for you");
        assertThat(page.locator(".card h3").first()).hasText("Steins;Gate 0");
        page.getByText("Change your titles").press("Enter");
        assertThat(page.getByLabel("Your score for Steins;Gate")).hasValue("9253:9");
    }

    @Test
    void whatIsPickedIsNotOfferedAgainAndCanBeRemoved() {
        Page page = open("/?pick=9253&pick=1:10");

        page.locator("#q").pressSequentially("steins");
        assertThat(options(page)).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("#q-options")).isHidden();
        assertThat(page.locator("#q")).hasAttribute("aria-expanded", "false");

        page.getByLabel("Remove Steins;Gate").press("Enter");
        assertThat(page.locator(".pick")).hasCount(1);
        assertThat(page.getByLabel("Remove Cowboy Bebop")).isFocused();
        assertTrue(page.url().endsWith("/?pick=1:10"), page.url());
        page.reload();
        assertThat(page.getByLabel("Your score for Cowboy Bebop")).hasValue("1:10");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMouseOrAFingerOnAPhoneCanPickTooAndSeesRecommendations(boolean phone) {
        Page page = open(
                "/",
                phone
                        ? new Browser.NewContextOptions()
                                .setViewportSize(390, 844)
                                .setHasTouch(true)
                                .setIsMobile(true)
                        : new Browser.NewContextOptions());

        page.locator("#q").pressSequentially("narto");
        Locator option = options(page).first();
        if (phone) {
            option.tap();
        } else {
            option.click();
        }

        assertThat(page.locator(".pick-name")).hasText("Naruto");
        assertThat(page.locator("#no-picks")).isHidden();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Recommend").setExact(true))
                .click();
        assertThat(page.locator(".card h3").first()).isVisible();
    }

    @Test
    void aFanUploadsAList() {
        Page page = open("/");

        page.getByLabel("MyAnimeList export")
                .setInputFiles(
                        new FilePayload("list.xml", "text/xml", TestServer.LIST.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Recommend from my list").click();

        assertThat(page.locator(".source")).containsText("2 titles read: 1 completed, 1 plan to watch.");
        assertThat(page.locator(".card h3").first()).hasText("Steins;Gate");
    }

    @Test
    void everyStepWorksWithoutJavaScript() {
        Page page = open("/", new Browser.NewContextOptions().setJavaScriptEnabled(false));

        page.locator("#q").fill("steins");
        page.locator("#q").press("Enter");
        page.getByLabel("Add Steins;Gate", new Page.GetByLabelOptions().setExact(true))
                .click();
        assertTrue(page.url().endsWith("/?pick=9253"), page.url());
        page.getByLabel("Your score for Steins;Gate").selectOption("10");
        page.locator("#q").fill("bebop");
        page.locator("#picker")
                .getByText("Search", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.getByLabel("Add Cowboy Bebop").click();
        assertTrue(page.url().endsWith("/?pick=9253:10&pick=1"), page.url());
        page.getByLabel("Remove Cowboy Bebop").click();
        assertThat(page.locator(".pick")).hasCount(1);

        page.getByText("Recommend", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".card h3").first()).hasText("Steins;Gate 0");

        page.navigate(server.address("/"));
        page.getByLabel("MyAnimeList export")
                .setInputFiles(
                        new FilePayload("list.xml", "text/xml", TestServer.LIST.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Recommend from my list").click();
        assertThat(page.locator(".card h3").first()).hasText("Steins;Gate");
    }

    @Test
    void nothingIsWiderThanAPhoneAndEveryTargetIsLargeEnough() {
        for (String path : List.of("/?pick=5114&q=steins", "/recommendations?pick=5114:9", "/titles/5114")) {
            Page page = open(path, new Browser.NewContextOptions().setViewportSize(320, 640));

            assertEquals(320, page.evaluate("document.documentElement.scrollWidth"), path);
            for (Locator target : page.locator("button:visible, select:visible, input:visible")
                    .all()) {
                assertTrue(target.boundingBox().height >= 44, () -> path + ": " + target + " is too small");
            }
        }
    }

    @Test
    void theKeyboardReachesTheContentFirst() {
        Page page = open("/");

        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingWrong(ColorScheme scheme) throws IOException {
        for (String path :
                List.of("/", "/?pick=5114:9&pick=42&q=steins", "/recommendations?pick=5114:9", "/titles/5114")) {
            assertEquals(List.of(), violations(openWithAxe(path, scheme)), path);
        }
        Page typing = openWithAxe("/", scheme);
        typing.locator("#q").pressSequentially("n");
        assertThat(options(typing).first()).isVisible();
        assertEquals(List.of(), violations(typing), "with the list open");
    }

    private Page openWithAxe(String path, ColorScheme scheme) throws IOException {
        // axe itself has to be let in; every other test runs under the page's own policy
        Page page = open(
                path, new Browser.NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
        try (InputStream in = Objects.requireNonNull(BrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            String axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe));
        }
        return page;
    }

    private static Object violations(Page page) {
        return page.evaluate("async () => (await axe.run()).violations.map("
                + "v => `${v.impact}: ${v.id} at ${v.nodes.map(n => n.target).join(', ')}`)");
    }
}
