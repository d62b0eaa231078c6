package io.osusume.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.osusume.assistant.Assistant;
import io.osusume.assistant.AssistantLimits;
import io.osusume.assistant.AssistantUsage;
import io.osusume.assistant.DayCount;
import io.osusume.openai.OpenAiModel;
import io.osusume.openai.OpenAiSettings;
import io.osusume.openai.ScriptedServer;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SampleModel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A browser before the server with the shipped sample, and what it complains about.
final class SampleBrowser implements AutoCloseable {
    /// What a fan of some well-known titles has picked.
    static final String PICKS =
            "pick=5114:10&pick=1535:8&pick=9253:10&pick=1:9&pick=19:9&pick=30:6&pick=20:5&pick=199:8&pick=16498";

    /// Everything there is to see, by the name of its page.
    static final List<String[]> PAGES = List.of(
            new String[] {"home", "/"},
            new String[] {"home-picked", "/?" + PICKS},
            new String[] {"home-search", "/?pick=5114:9&q=naru"},
            new String[] {"recommendations", "/recommendations?" + PICKS},
            new String[] {
                "recommendations-filtered",
                "/recommendations?" + PICKS + "&max-minutes=180&genre=Drama&popularity=-0.5&names=english"
            },
            new String[] {
                "recommendations-none", "/recommendations?" + PICKS + "&from=2015&to=2016&genre=Mecha&type=ova"
            },
            new String[] {"title", "/titles/9253"},
            new String[] {"title-for-you", "/titles/11061?" + PICKS},
            new String[] {"search", "/search?q=snk&" + PICKS},
            new String[] {"search-described", "/search?q=girl+pilots+in+space,+bittersweet&" + PICKS},
            new String[] {"taste", "/taste?" + PICKS},
            new String[] {"chat", "/chat?" + PICKS},
            new String[] {"map", "/map"},
            new String[] {"map-for-you", "/map?" + PICKS},
            new String[] {"map-title", "/map?" + PICKS + "&title=11061"},
            new String[] {"model", "/model"},
            new String[] {"problem", "/titles/999999999"});

    private final Chromium chromium;
    private final TestServer server;
    private final ScriptedServer model = new ScriptedServer();
    private final Assistant assistant = new Assistant(
            Optional.of(new OpenAiModel(OpenAiSettings.of("sk-test", model.address(), "scripted"))),
            AssistantLimits.DEFAULT,
            new AssistantUsage(),
            DayCount.inMemory(),
            InstantSource.system());
    private final TestServer talking = TestServer.talking(new RecommendationService(SampleModel.loaded()), assistant);
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private SampleBrowser(Chromium chromium, TestServer server) {
        this.chromium = chromium;
        this.server = server;
    }

    static SampleBrowser start() {
        Chromium chromium = Chromium.launch();
        return new SampleBrowser(chromium, TestServer.startSample());
    }

    /// The language model that answers on the server of [#talking].
    ScriptedServer model() {
        return model;
    }

    /// The page of the conversation of a fan whose titles are kept, on a server that has a language model.
    Page talking(Browser.NewContextOptions options) {
        Page page = context(options).newPage();
        page.navigate(talking.address("/?" + PICKS));
        page.getByText("Keep as my list").click();
        page.navigate(talking.address("/chat"));
        return page;
    }

    /// A browser of a fan whose titles are kept here, with one saved and one turned down.
    BrowserContext known(Browser.NewContextOptions options) {
        BrowserContext context = context(options);
        Page page = context.newPage();
        page.navigate(server.address("/?" + PICKS));
        page.getByText("Keep as my list").click();
        page.locator(".card").nth(3).getByText("Save").click();
        page.locator(".done:has-text('saved for later')").waitFor();
        page.locator(".card").nth(4).getByText("Not interested").click();
        page.locator(".done:has-text('does not come again')").waitFor();
        page.close();
        return context;
    }

    String address(String path) {
        return server.address(path);
    }

    Page open(String path, Browser.NewContextOptions options) {
        Page page = context(options).newPage();
        page.navigate(server.address(path));
        return page;
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        contexts.add(context);
        context.onRequest(request -> {
            if (!request.url().startsWith(server.address("/")) && !request.url().startsWith(talking.address("/"))) {
                complaints.add("a request to " + request.url());
            }
        });
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404 (Not Found)")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        return context;
    }

    /// What the browser has complained about so far.
    List<String> said() {
        return List.copyOf(complaints);
    }

    /// What the browser complained about since the last call; closes all pages.
    List<String> complaints() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    @Override
    public void close() {
        server.close();
        talking.close();
        assistant.close();
        model.close();
        chromium.close();
    }
}
