package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.osusume.profiles.ApiKeys;
import io.osusume.profiles.Database;
import io.osusume.profiles.DatabaseSettings;
import io.osusume.profiles.Scope;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import io.osusume.serving.ModelSource;
import io.osusume.tracking.OpenRun;
import io.osusume.tracking.RecordingListener;
import io.osusume.tracking.RecordingSettings;
import io.osusume.tracking.RunStart;
import io.osusume.tracking.RunStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of runs: who sees them, and what they show.
class RunsPageTest {
    private static final String PATH = "/operators/runs";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    Path folder;

    private Database database;
    private ApiKeys keys;
    private TestServer server;
    private RunStore runs;
    private String first;
    private String second;

    @BeforeEach
    void start() throws IOException {
        database = Database.open(DatabaseSettings.sqlite(folder.resolve("profiles.db")));
        keys = new ApiKeys(database, InstantSource.system());
        runs = new RunStore(folder);
        first = record("100", .7, .6, .5);
        second = record("<b>400</b>", .7, .65, .62);
        server = serve(new OperatorServices(runs, Optional.of(keys)));
    }

    private static TestServer serve(OperatorServices operators) {
        return TestServer.start(
                ModelSource.fixed(new RecommendationService(SmallModel.loaded())),
                ApiSettings.OPEN,
                PageServices.NONE.with(operators),
                Operation.USUAL);
    }

    private String record(String regularization, double... losses) {
        RunStart start = new RunStart(
                "train", "net", null, "0.1.0+1a2b3c4", new TreeMap<>(Map.of("prepared", "9f2c")), "plain", List.of());
        try (OpenRun run = runs.begin(start, new RecordingSettings(Duration.ZERO), RecordingListener.SILENT)) {
            run.parameters(Map.of("regularization", regularization, "seed", "43"));
            for (int epoch = 1; epoch <= losses.length; epoch++) {
                run.metrics(epoch, Map.of("validation-loss", losses[epoch - 1]));
            }
            run.finish();
            return run.id();
        }
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    private String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("me:" + password).getBytes(StandardCharsets.UTF_8));
    }

    private String key(Scope scope) {
        return keys.create("a test", Set.of(scope), null).text();
    }

    @Test
    void whatConversationsTakeStandsBesideThem() throws IOException, InterruptedException {
        assertEquals(401, server.get("/operators/chat").statusCode());
        assertEquals(
                200,
                server.ask("POST", "/chat", "said=hello", "Content-Type", FORM).statusCode());
        String page = server.get("/operators/chat", "Authorization", basic(key(Scope.ADMIN)))
                .body();
        assertTrue(page.contains("Rules answer."), page);
        assertTrue(page.contains("Answers of rules</th><td class=\"number\">1</td>"), page);
        assertTrue(page.contains("It repeats its instructions.</th><td class=\"number\">0</td>"), page);
    }

    @Test
    void onlyAKeyWithTheScopeAdminOpensThem() throws IOException, InterruptedException {
        for (String path : List.of(PATH, PATH + "/" + first, PATH + "/compare?run=" + first + "&run=" + second)) {
            HttpResponse<String> refused = server.get(path);
            assertEquals(401, refused.statusCode());
            assertEquals(
                    "Basic realm=\"Osusume operators\", charset=\"UTF-8\"",
                    TestServer.header(refused, "WWW-Authenticate"));
            assertFalse(refused.body().contains(first), "nothing of a run is shown");
            assertEquals(
                    401, server.get(path, "Authorization", basic("osu_wrong")).statusCode());
            assertEquals(
                    401,
                    server.get(path, "Authorization", "Bearer " + key(Scope.PROFILE))
                            .statusCode());
            String admin = key(Scope.ADMIN);
            assertEquals(
                    200, server.get(path, "Authorization", "Bearer " + admin).statusCode());
            HttpResponse<String> shown = server.get(path, "Authorization", basic(admin));
            assertEquals(200, shown.statusCode());
            assertEquals("no-store", TestServer.header(shown, "Cache-Control"));
            assertTrue(shown.body().contains(first), shown.body());
        }
    }

    @Test
    void whoTriesManyWrongKeysIsStopped() throws IOException, InterruptedException {
        int status = 401;
        for (int attempt = 0; attempt < 60 && status == 401; attempt++) {
            status = server.get(PATH, "Authorization", basic("osu_" + attempt)).statusCode();
        }
        assertEquals(429, status);
        assertEquals(
                200, server.get(PATH, "Authorization", basic(key(Scope.ADMIN))).statusCode(), "a right key goes on");
    }

    @Test
    void withoutTheSettingThereIsNoSuchPage() throws IOException, InterruptedException {
        try (TestServer without = TestServer.start()) {
            assertEquals(404, without.get(PATH).statusCode());
        }
    }

    @Test
    void theListIsFilteredAndWhatIsAskedWronglyIsSaid() throws IOException, InterruptedException {
        try (TestServer open = serve(new OperatorServices(runs, Optional.empty()))) {
            assertTrue(open.get(PATH + "?command=train&model=net&status=finished")
                    .body()
                    .contains(first));
            assertFalse(open.get(PATH + "?status=killed").body().contains(first));
            assertEquals(400, open.get(PATH + "?status=sleeping").statusCode());
            assertEquals(400, open.get(PATH + "/compare?run=" + first).statusCode());
            assertEquals(404, open.get(PATH + "/20260101-000000-train-ffff").statusCode());
            assertEquals(404, open.get(PATH + "/..%2F..%2Fetc").statusCode());
        }
    }

    @Test
    void aComparisonShowsCurvesAndMarksWhatDiffersAndTextsStayTexts() throws IOException, InterruptedException {
        try (TestServer open = serve(new OperatorServices(runs, Optional.empty()))) {
            String page =
                    open.get(PATH + "/compare?run=" + first + "&run=" + second).body();
            assertTrue(page.contains("A from 0.7000 to 0.5000. B from 0.7000 to 0.6200."), page);
            assertTrue(page.contains("regularization *</th>"), page);
            assertFalse(page.contains("seed *"), "what is the same is not marked");
            assertTrue(page.contains("&lt;b&gt;400&lt;/b&gt;"), page);
        }
    }

    @Test
    @Tag("browser")
    void theyWorkOnAPhoneInTheDarkAndWithoutJavaScript() {
        try (TestServer open = serve(new OperatorServices(runs, Optional.empty()));
                Chromium chromium = Chromium.launch();
                BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setJavaScriptEnabled(false)
                                .setColorScheme(ColorScheme.DARK)
                                .setViewportSize(360, 740))) {
            Page page = context.newPage();
            page.navigate(open.address(PATH));
            page.locator("input[value='" + first + "']").check();
            page.locator("input[value='" + second + "']").check();
            page.getByText("Compare", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertEquals("Runs compared", page.locator("h1").textContent());
            double width = page.locator("body").boundingBox().width;
            assertTrue(width <= 360, "the page is as wide as the phone, was " + width);
            for (var panel : page.locator("main .panel").all()) {
                var box = panel.boundingBox();
                assertTrue(box.x + box.width <= 360.5, "a panel ends on the screen, at " + (box.x + box.width));
            }
            assertTrue(page.locator("svg polyline").count() == 2, "a line a run");
            String shots = System.getProperty("osusume.screenshots");
            if (shots != null) {
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(shots, "runs.png")));
            }
        }
    }
}
