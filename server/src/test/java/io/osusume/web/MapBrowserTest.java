package io.osusume.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The map in a real browser, on the shipped sample, under the page's own security policy. Motion is reduced, so that
/// every move is done at once.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapBrowserTest {
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
        return new Browser.NewContextOptions().setViewportSize(width, 844).setReducedMotion(ReducedMotion.REDUCE);
    }

    private Page open(String path, int width) {
        Page page = browser.open(path, screen(width));
        assertThat(page.locator("#atlas[data-shown]")).hasCount(1);
        return page;
    }

    private static Locator sea(Page page) {
        return page.locator(".sea");
    }

    /// How many pixels of the map are not its ground.
    private static int drawn(Page page) {
        return (int) page.evaluate("""
                () => {
                  const canvas = document.querySelector('.dots');
                  const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                  const words = new Uint32Array(data.buffer);
                  return words.reduce((sum, word) => sum + (word === words[0] ? 0 : 1), 0);
                }""");
    }

    /// What the map looks like, in a few digits.
    private static String look(Page page) {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return (String) page.evaluate("""
                () => {
                  const canvas = document.querySelector('.dots');
                  const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                  let hash = 0;
                  for (const byte of data) { hash = (hash * 31 + byte) | 0; }
                  return String(hash);
                }""");
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void aFanFindsATitleSeesItsCardAndOpensItsPage(int width) {
        Page page = open("/map", width);
        assertTrue(drawn(page) > 2000, () -> "only " + drawn(page) + " pixels are drawn");
        String before = look(page);

        page.locator("#atlas-q").pressSequentially("steins");
        Locator hits = page.locator("#atlas-hits a");
        assertThat(hits.first()).hasText("Steins;Gate");
        page.keyboard().press("Tab"); // to the button, then to what was found
        page.keyboard().press("Tab");
        assertThat(hits.first()).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("#atlas-card h2")).hasText("Steins;Gate");
        assertThat(page.locator("#atlas-card .facts")).isVisible();
        assertNotEquals(before, look(page), "the map went there");
        assertTrue(page.url().endsWith("/map?title=9253"), page.url());
        page.locator("#atlas-card").getByText("Open its page").click();
        assertThat(page.locator("h1")).hasText("Steins;Gate");
        page.getByText("See it on the map").click();
        assertThat(page.locator("#atlas-card h2")).hasText("Steins;Gate");
    }

    @Test
    void theKeyboardMovesZoomsAndChooses() {
        Page page = open("/map", DESKTOP);
        sea(page).focus();
        String whole = look(page);
        page.keyboard().press("ArrowRight");
        String moved = look(page);
        assertNotEquals(whole, moved);
        page.keyboard().press("+");
        String zoomed = look(page);
        assertNotEquals(moved, zoomed);
        page.keyboard().press("-");
        assertEquals(moved, look(page));
        page.keyboard().press("0");
        assertEquals(whole, look(page));
        for (int press = 0; press < 5; press++) {
            page.keyboard().press("+");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator("#atlas-card h2 a")).isFocused();
        assertThat(page.locator("#atlas-view [role=status]")).containsText(" chosen");
        page.getByLabel("Close").press("Enter");
        assertThat(page.locator("#atlas-card h2")).hasCount(0);
        assertThat(sea(page)).isFocused();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#atlas-view [role=status]")).containsText("middle: ");
    }

    @Test
    void aMouseDragsZoomsAndChooses() {
        Page page = open("/map?title=9253", DESKTOP);
        BoundingBox box = sea(page).boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        page.getByLabel("Close").click();
        assertTrue(page.url().endsWith("/map"), page.url());

        page.mouse().click(x, y); // the title stands in the middle
        assertThat(page.locator("#atlas-card h2")).hasText("Steins;Gate");
        String before = look(page);
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 120, y + 60);
        page.mouse().up();
        String dragged = look(page);
        assertNotEquals(before, dragged);
        assertThat(page.locator("#atlas-card h2")).hasText("Steins;Gate");
        page.mouse().click(x + 120, y + 60);
        assertThat(page.locator("#atlas-card h2")).hasText("Steins;Gate");
        page.mouse().wheel(0, 400);
        assertNotEquals(dragged, look(page));
        assertEquals(0.0, ((Number) page.evaluate("scrollY")).doubleValue(), "the page does not scroll with it");
    }

    @Test
    void twoFingersZoom() {
        Page page = browser.open("/map", screen(PHONE).setHasTouch(true).setIsMobile(true));
        assertThat(page.locator("#atlas[data-shown]")).hasCount(1);
        String before = look(page);
        page.evaluate("""
                () => {
                  const sea = document.querySelector('.sea');
                  const box = sea.getBoundingClientRect();
                  const send = (type, id, x, y) => sea.dispatchEvent(new PointerEvent(type, {
                    pointerId: id, pointerType: 'touch', clientX: box.x + x, clientY: box.y + y, button: 0, bubbles: true }));
                  sea.setPointerCapture = () => {}; // made-up pointers cannot be captured
                  send('pointerdown', 1, 150, 200);
                  send('pointerdown', 2, 190, 200);
                  send('pointermove', 1, 90, 200);
                  send('pointermove', 2, 250, 200);
                  send('pointerup', 1, 90, 200);
                  send('pointerup', 2, 250, 200);
                }""");
        assertNotEquals(before, look(page));
        assertThat(page.locator("#atlas-card h2")).hasCount(0);
        assertThat(page.locator(".atlas-help.touch")).isVisible();
    }

    @Test
    void aFansTitlesAreMarkedAndTheWayThereIsOnePress() {
        Page page = open("/map?" + SampleBrowser.PICKS, DESKTOP);
        assertThat(page.locator(".key-mine")).hasText("your titles");
        assertThat(page.locator(".key-best")).hasText("recommended for you");
        assertThat(page.locator(".atlas-here")).containsText("8 titles of yours are on the map.");
        String whole = look(page);
        page.getByLabel("Where you are").click();
        assertNotEquals(whole, look(page));
        page.getByLabel("Show the whole map").click();
        assertEquals(whole, look(page));
    }

    @Test
    void theColoursFollowTheBrowser() {
        Page page = open("/map", DESKTOP);
        String light = look(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertNotEquals(light, look(page));
    }

    @Test
    void withoutJavaScriptThereIsAPictureAndASearch() {
        Page page = browser.open("/map?" + SampleBrowser.PICKS, screen(DESKTOP).setJavaScriptEnabled(false));
        Locator picture = page.locator(".still");
        assertThat(picture).isVisible();
        assertTrue(picture.boundingBox().width > 500, "it is large");
        assertThat(page.locator(".area")).not().hasCount(0);
        page.locator("#atlas-q").fill("steins");
        page.locator("#atlas-q").press("Enter");
        page.locator("#atlas-hits a").first().click();
        assertThat(page.locator("#atlas-card h2")).hasText("Steins;Gate");
        assertThat(page.locator(".still")).hasAttribute("src", Pattern.compile(".*&title=9253"));
        assertThat(page.locator("#atlas-card")).containsText("On your list");
    }

    @Test
    void nothingIsWiderThanAPhoneAndToolsAreLargeEnough() {
        Page page = open("/map?" + SampleBrowser.PICKS + "&title=9253", 320);
        assertEquals(320, page.evaluate("document.documentElement.scrollWidth"));
        for (Locator target : page.locator("button:visible, input:visible").all()) {
            assertTrue(target.boundingBox().height >= 44, () -> target + " is too small");
        }
        assertFalse(page.locator(".dots").boundingBox().width > 320);
    }
}
