package io.osusume.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The main path of each page, in a real browser, on the shipped sample, under the pages' own
/// security policy.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplePagesTest {
    private static final String PATH = "/recommendations?" + SampleBrowser.PICKS;
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    private SampleBrowser browser;

    @BeforeAll
    void start() {
        browser = SampleBrowser.start();
    }

    @AfterEach
    void noComplaintOfTheBrowser() {
        assertEquals(List.of(), browser.complaints());
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Browser.NewContextOptions screen(int width) {
        return new Browser.NewContextOptions().setViewportSize(width, 844);
    }

    private static Locator cards(Page page) {
        return page.locator(".card");
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void aDescriptionFindsWhatIsAboutIt(int width) {
        Page page = browser.open("/search?" + SampleBrowser.PICKS, screen(width));
        page.locator("#s").fill("a bullied kid learns boxing");
        page.locator(".seek button").click();
        assertThat(page.locator("#hits-title")).hasText("No title is called “a bullied kid learns boxing”");
        assertThat(page.locator("#described-title")).hasText("About “a bullied kid learns boxing”");
        Locator found = page.locator("section[aria-labelledby=described-title] .row h3 a");
        assertThat(found.first()).hasText("Hajime no Ippo");
        found.first().click();
        assertThat(page.locator("h1")).hasText("Hajime no Ippo");
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void aControlTakesEffectAtOnceAndThePlaceIsKept(int width) {
        Page page = browser.open(PATH, screen(width));
        assertThat(cards(page)).hasCount(Controls.PAGE_LENGTH);
        if (width == PHONE) {
            assertThat(page.locator("#controls")).isHidden();
            page.locator("#drawer > summary").click();
        }

        page.locator("#c-max-minutes").focus();
        page.locator("#c-max-minutes").selectOption("180");

        assertThat(page.locator(".chip")).hasText("Remove: something for one evening×");
        assertThat(page.locator("#live")).containsText("Page 1: ");
        assertThat(page.locator("#c-max-minutes")).isFocused();
        assertTrue(page.url().endsWith(SampleBrowser.PICKS + "&max-minutes=180"), page.url());

        page.locator("#g-genre > summary").click();
        page.locator("#g-genre [value=Drama]").check();
        assertThat(page.locator(".chip")).hasCount(2);
        assertThat(page.locator("#g-genre")).hasAttribute("open", "");

        page.locator(".chip", new Page.LocatorOptions().setHasText("evening")).click();
        assertThat(page.locator(".chip")).hasCount(1);
        assertThat(page.locator("#results")).isFocused();
        assertThat(page.locator("#c-max-minutes")).hasValue("");
        page.reload();
        assertThat(page.locator(".chip")).hasText("Remove: Drama×");
    }

    @Test
    void theControlsAreAFormWithoutJavaScript() {
        Page page = browser.open(PATH, screen(DESKTOP).setJavaScriptEnabled(false));
        assertThat(page.locator("#c-from")).isVisible();

        page.locator("#c-from").fill("2010");
        page.locator("#controls")
                .getByText("Show", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertTrue(page.url().endsWith(SampleBrowser.PICKS + "&from=2010"), page.url());
        assertThat(page.locator(".chip")).hasText("Remove: from 2010 on×");
        page.getByText("More →").click();
        assertTrue(page.url().endsWith("&from=2010&page=2"), page.url());
        assertThat(page.locator(".rank").first()).containsText("21");
        page.locator(".chip").click();
        assertTrue(page.url().endsWith(SampleBrowser.PICKS), page.url());
    }

    @Test
    void aSliderMovesWithTheKeyboard() {
        Page page = browser.open(PATH, screen(DESKTOP));

        page.locator("#c-popularity").focus();
        for (int k = 0; k < 5; k++) {
            page.keyboard().press("ArrowLeft");
        }

        assertThat(page.locator(".chip")).hasText("Remove: towards hidden gems×");
        assertThat(page.locator("#c-popularity")).isFocused();
        assertTrue(page.url().endsWith("&popularity=-0.5"), page.url());
        assertThat(page.locator(".match:not(.guess)")).hasCount(0); // with a wish, the score is no probability
    }

    @Test
    void theBreakdownOfACardAddsUpToItsScore() {
        Page page = browser.open(PATH, screen(DESKTOP));

        page.locator(".whole > summary").first().click();

        Object difference = page.evaluate(
                "() => { const table = document.querySelector('.sum');"
                        + "const thousandths = (cell) => Math.round(1000 * Number(cell.textContent.replace('\u2212', '-')));"
                        + "const rows = [...table.querySelectorAll('tbody td:last-child')].map(thousandths);"
                        + "return rows.reduce((a, b) => a + b, 0) - thousandths(table.querySelector('tfoot td:last-child')); }");
        assertEquals(0, difference);
    }

    @Test
    void anEmptyListSaysWhichFilterToDrop() {
        Page page = browser.open(PATH + "&from=2015&to=2016&genre=Mecha&type=ova", screen(DESKTOP));
        assertThat(page.locator(".empty h3")).hasText("No title passes everything you set");

        page.locator(".relief a").first().click();

        assertThat(cards(page).first()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void aTitleSaysWhereItStandsAndLeadsToItsFranchiseAndToWhatIsLikeIt(int width) {
        Page page = browser.open("/titles/11061?" + SampleBrowser.PICKS, screen(width));

        assertThat(page.locator("#why .answer")).containsText("titles that may come.");
        assertThat(page.locator(".parts .here")).containsText("Hunter x Hunter (2011)");
        assertThat(page.locator(".likes .shared").first()).containsText("In common: ");
        page.locator(".likes .row a").first().click();
        assertTrue(page.url().contains("?pick=5114:10"), "the titles travel along: " + page.url());
        assertThat(page.locator("#why")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSaidToACardIsKeptAndCanBeUndone(boolean script) {
        Page page = browser.open(PATH, screen(DESKTOP).setJavaScriptEnabled(script));
        String turnedDown = cards(page).nth(2).locator(".name").innerText();

        cards(page).nth(2).getByText("Not interested").click();

        assertThat(page.locator(".done")).containsText(turnedDown + " does not come again");
        assertThat(cards(page)).hasCount(Controls.PAGE_LENGTH);
        assertThat(page.locator(".source")).containsText("of your list");
        assertThat(page.locator(".name", new Page.LocatorOptions().setHasText(turnedDown)))
                .hasCount(0);
        if (script) {
            assertThat(cards(page).nth(2).locator(".name a")).isFocused();
        }
        page.getByText("Undo").click();
        assertThat(page.locator(".done")).containsText("Undone.");
        assertThat(cards(page).nth(2).locator(".name")).hasText(turnedDown);

        String seen = cards(page).first().locator(".name").innerText();
        cards(page).first().locator("[name=score]").selectOption("9");
        cards(page).first().getByText("Seen it").click();
        assertThat(page.locator(".done")).containsText(seen + " is on your list now.");
        page.navigate(browser.address("/data"));
        assertThat(page.locator(".lines")).containsText("10");
    }

    @Test
    void whatIsSaidInAHurryIsAllKept() {
        Page page = browser.open(PATH, screen(DESKTOP));

        page.evaluate("() => document.querySelectorAll('.card [value=not-interested]').forEach((button, k) =>"
                + " k < 5 && button.click())");
        assertThat(page.locator(".source")).containsText("of your list");
        page.locator("#results:not([aria-busy])").waitFor();
        page.waitForCondition(() -> page.context().cookies().size() == 1
                && page.request().get(browser.address("/data")).text().split("come again\"", -1).length == 6);
    }

    @Test
    void aFanIsForgotten() {
        Page page = browser.known(screen(DESKTOP)).newPage();
        page.navigate(browser.address("/data"));
        assertThat(page.locator("h2").first()).hasText("Your list: 9 titles");

        page.getByText("Forget me").click();

        assertThat(page.locator("main")).containsText("Nothing is kept of you here.");
        assertEquals(List.of(), page.context().cookies());
    }

    @Test
    void aListComesByUserName() {
        Page page = browser.open("/", screen(PHONE));

        page.getByLabel("Your user name there").fill("somebody");
        page.getByText("Fetch my list").click();

        assertThat(page.locator("h1")).hasText("Your list is here");
        page.getByText("See what to watch next").click();
        assertThat(cards(page)).hasCount(Controls.PAGE_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void theTasteSearchAndModelPagesAnswer(int width) {
        Page page = browser.open("/taste?" + SampleBrowser.PICKS, screen(width));
        assertThat(page.locator(".facet").first()).containsText("Genres");
        assertThat(page.locator(".histogram tbody tr")).hasCount(10);

        page.locator(".places").getByText("Search").click();
        page.locator("#s").fill("fmab");
        page.locator("#s").press("Enter");
        assertThat(page.locator(".row").first()).containsText("Fullmetal Alchemist: Brotherhood");
        assertThat(page.locator(".row").first()).containsText("On your list");

        page.locator(".places").getByText("Model").click();
        assertThat(page.locator("main")).containsText("Simulated users.");
        assertThat(page.locator("main")).containsText("Measured on 844 test users of split.csv.gz");
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "390, true", "1280, false"})
    void aTitlePageSaysWhoLikesItAndWhatTheFanWouldGive(int width, boolean script) {
        Page page = browser.open(
                "/titles/11061?" + SampleBrowser.PICKS, screen(width).setJavaScriptEnabled(script));
        assertThat(page.locator(".expected")).containsText("is what you would probably give it.");
        assertThat(page.locator(".expected")).containsText("Two of three such guesses were within");
        assertThat(page.locator("#fans")).containsText("Of the lists the model learnt from, ");
        assertThat(page.locator("#fans .histogram tbody tr")).hasCount(10);
        assertTrue(page.locator("#fans table").first().locator("tbody tr").count() >= 3, "kinds are told");
        assertThat(page.getByText("See it on the map"))
                .hasAttribute("href", "/map?" + SampleBrowser.PICKS + "&title=11061");
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "390, true", "1280, false"})
    void theTastePageFindsFansOfALikeTaste(int width, boolean script) {
        Page page = browser.open("/taste?" + SampleBrowser.PICKS, screen(width).setJavaScriptEnabled(script));
        assertThat(page.locator(".fan")).hasCount(6);
        assertThat(page.locator(".fan").first()).containsText(" alike");
        assertThat(page.locator(".fan").first()).containsText("A fan with ");
        Locator loved = page.locator(".loved li");
        assertThat(loved).hasCount(12);
        String name = loved.first().locator("a").innerText();
        loved.first().locator("a").click();
        assertThat(page.locator("h1")).hasText(name);
        assertThat(page.locator("#why")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "390, true", "1280, false"})
    void thePageAboutTheModelDrawsTheReportAndHasItsNumbers(int width, boolean script) {
        Page page = browser.open("/model", screen(width).setJavaScriptEnabled(script));
        assertThat(page.locator(".plot svg[role=img]").first()).isVisible();
        assertTrue(page.locator(".plot").count() >= 6, "all plots of a whole report");
        Locator numbers = page.locator("section:has(.plot) details").first();
        assertThat(numbers.locator("table")).isHidden();
        numbers.locator("summary").click();
        assertThat(numbers.locator("table"))
                .containsText(TestServer.reportedQuality("hybrid").getFirst());
        assertThat(page.locator("main")).containsText("Where it comes from");
    }

    @Test
    void aStarterIsPickedWithOnePress() {
        Page page = browser.open("/", screen(PHONE));
        String name = page.locator(".starter span").first().innerText();

        page.locator(".starter").first().press("Enter");

        assertThat(page.locator(".pick-name").first()).hasText(name);
        assertThat(page.locator("#q-status")).hasText(name + " added");
        assertThat(page.locator(".starter").first()).isFocused();
    }
}
