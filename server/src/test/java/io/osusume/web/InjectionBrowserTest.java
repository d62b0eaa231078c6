package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.osusume.web.TestRoutes.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A real browser over hostile titles: nothing of them runs, and nothing of them becomes an element.
@Tag("browser")
class InjectionBrowserTest {
    @Test
    void noTextOfTheCatalogueRunsInABrowser() {
        List<String> found = new ArrayList<>();
        try (Chromium chromium = Chromium.launch();
                TestServer server = TestServer.keeping(HostileTitles.service());
                BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.onDialog(dialog -> {
                found.add(page.url() + " said " + dialog.message());
                dialog.dismiss();
            });
            page.navigate(server.address("/?pick=1:9&pick=9253:8"));
            page.getByText("Keep as my list").click();
            for (Route route : TestRoutes.pages(server)) {
                if (route.path().startsWith("/data/") || route.path().startsWith("/map/")) {
                    continue; // a file, which a browser does not show as a page
                }
                page.navigate(server.address(route.path() + "?q=steins"));
                look(page, found);
            }
            page.navigate(server.address("/"));
            page.locator("#q").fill("steins");
            page.locator("#q-options li, #q-options [role=option]").first().waitFor();
            look(page, found);
        }
        assertEquals(List.of(), found);
    }

    private static void look(Page page, List<String> found) {
        int elements =
                page.locator("img[src=x], svg[onload], script:not([src])").count();
        if (elements > 0) {
            found.add(page.url() + " has " + elements + " elements made of texts");
        }
    }
}
