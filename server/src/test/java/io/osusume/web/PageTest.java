package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.serving.ModelState;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theFirstPageWithItsFilesIsUnder100Kilobytes() throws Exception {
        HttpResponse<String> page = server.get("/");
        int bytes = page.body().getBytes(StandardCharsets.UTF_8).length;
        for (String address : addresses(page.body())) {
            assertTrue(address.startsWith("/"), () -> address + " is not from here");
            HttpResponse<String> file = server.get(address);
            assertEquals(200, file.statusCode(), address);
            bytes += file.body().getBytes(StandardCharsets.UTF_8).length;
        }

        assertTrue(bytes < 100_000, "was " + bytes);
    }

    private static List<String> addresses(String html) {
        List<String> addresses = new ArrayList<>();
        Matcher links = Pattern.compile("<(?:link|script|img)[^>]*(?:href|src)=\"([^\"]*)\"")
                .matcher(html);
        while (links.find()) {
            addresses.add(links.group(1));
        }
        assertEquals(3, addresses.size(), () -> "css, icon and script, found " + addresses);
        return addresses;
    }

    @Test
    void staticFilesAreKeptByTheirHash() throws Exception {
        String address = addresses(server.get("/").body()).getFirst();
        HttpResponse<String> file = server.get(address);

        assertEquals("public, max-age=31536000, immutable", header(file, "Cache-Control"));
        assertEquals("text/css; charset=utf-8", header(file, "Content-Type"));
        HttpResponse<String> again = server.get(address, "If-None-Match", header(file, "ETag"));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals("public, no-cache", header(server.get("/static/osusume.css"), "Cache-Control"));
        assertEquals(404, server.get("/static/../secret").statusCode());
        assertEquals(404, server.get("/static/nothing.css").statusCode());
    }

    @Test
    void aSearchWithoutScriptShowsWhatWasFoundAndKeepsThePicks() throws Exception {
        String html = server.get("/?pick=1:9&q=steins").body();

        assertTrue(html.contains("name=\"add\" value=\"9253\""), html);
        assertTrue(html.contains("<option value=\"1:9\" selected>9</option>"), html);
    }

    @Test
    void addingAndRemovingLeadToAnAddressThatSaysIt() throws Exception {
        HttpResponse<String> added = server.get("/?pick=1:9&q=steins&add=9253");
        assertEquals(303, added.statusCode());
        assertEquals("/?pick=1:9&pick=9253", header(added, "Location"));

        assertEquals("/?pick=9253", header(server.get("/?pick=1:9&pick=9253&remove=1"), "Location"));
        assertEquals("/", header(server.get("/?pick=1&remove=1"), "Location"));
    }

    @Test
    void recommendationsAreCards() throws Exception {
        String html = server.get("/recommendations?pick=1:10").body();

        assertTrue(html.contains("<a href=\"/titles/6?pick=1:10\" lang=\"ja-Latn\">Trigun</a>"), html);
        assertTrue(html.contains("<p class=\"spine\" lang=\"ja\">トライガン</p>"), html);
        assertTrue(html.contains("Based on 1 title you picked."), html);
        assertTrue(html.contains("Studio &lt;A&gt;"), "escaped: " + html);
        assertTrue(html.contains("add 4 more titles you liked, at best not from one franchise"), html);
    }

    @Test
    void aFormsEmptyFieldsDoNotStayInTheAddress() throws Exception {
        HttpResponse<String> page = server.get("/recommendations?pick=1:10&from=&to=2005&genre=&age=&popularity=0");

        assertEquals(303, page.statusCode());
        assertEquals("/recommendations?pick=1:10&to=2005", header(page, "Location"));
    }

    @Test
    void aFilterThatLeavesNothingIsNamed() throws Exception {
        String html = server.get("/recommendations?pick=1:10&from=2050").body();

        assertTrue(html.contains("No title passes everything you set"), html);
        assertTrue(
                html.contains("<a class=\"calm\" href=\"/recommendations?pick=1:10\">Drop the years</a> "
                        + "<span>then 4 titles may come</span>"),
                html);
    }

    @Test
    void aPageBeyondTheLastSaysSo() throws Exception {
        String html = server.get("/recommendations?pick=1:10&page=9").body();

        assertTrue(html.contains("There is nothing on page 9"), html);
        assertTrue(html.contains("href=\"/recommendations?pick=1:10&amp;page=8\""), html);
    }

    @Test
    void namesComeInTheChosenLanguage() throws Exception {
        String japanese =
                server.get("/recommendations?pick=1:10&names=japanese").body();
        assertTrue(japanese.contains("lang=\"ja\">トライガン</a>"), japanese);

        String english = server.get("/titles/999?names=english").body();
        assertTrue(english.contains("<h1 lang=\"en\">Frieren: Beyond Journey's End</h1>"), english);
        assertTrue(english.contains("lang=\"ja-Latn\">Sousou no Frieren</p>"), english);
    }

    @Test
    void aSearchHasAPage() throws Exception {
        String html = server.get("/search?q=steins&pick=1:9").body();
        assertTrue(html.contains("2 found for “steins”"), html);
        assertTrue(html.contains("href=\"/?pick=1:9&amp;pick=9253\""), html);
        assertTrue(html.contains("<input type=\"hidden\" name=\"pick\" value=\"1:9\">"), html);

        assertTrue(server.get("/search?q=zzzz").body().contains("Nothing found for “zzzz”"));
    }

    @Test
    void aVersionWithoutMeaningsSaysThatDescriptionsAreSearchedByTheirWords() throws Exception {
        String html = server.get("/search?q=action").body();
        assertTrue(html.contains("This model version does not know what synopses mean."), html);
    }

    @Test
    void aTitlesPageSaysWhereItStandsForTheList() throws Exception {
        assertFalse(server.get("/titles/6").body().contains("And for you?"), "without a list");
        assertTrue(server.get("/titles/6?pick=1:9").body().contains("It stands at 1 of the 5 titles that may come."));
        assertTrue(server.get("/titles/1?pick=1:9").body().contains("It is on your list, so it does not come again."));
        String filtered = server.get("/titles/6?pick=1:9&from=2000").body();
        assertTrue(
                filtered.contains("What you set keeps it out: its year is out of the chosen ones, or not known."),
                filtered);
        assertTrue(
                filtered.contains("<a href=\"/titles/6?pick=1:9\">Without that filter it stands at 1</a>"), filtered);
        assertTrue(server.get("/titles/999?pick=1:9").body().contains("The model has never seen it on a list"));
    }

    @Test
    void theModelsPageHidesNothing() throws Exception {
        String html = server.get("/model").body();
        assertTrue(html.contains("version small-1, made on 24 November 2026, 10:00 UTC"), html);
        assertTrue(html.contains("NDCG@10"), html);
        assertTrue(html.contains("0.5000"), html);
        assertFalse(html.contains("Simulated users."), html);
        assertTrue(html.contains("Apache License 2.0"), html);
    }

    @Test
    void theTastePageWithoutAListAsksForOne() throws Exception {
        assertTrue(server.get("/taste").body().contains("Name some titles"));
        String html = server.get("/taste?pick=1:9&pick=6:3").body();
        assertTrue(html.contains("Read from 2 titles of your list."), html);
        assertTrue(html.contains("your mean is <strong>6.00</strong>"), html);
        assertTrue(html.contains("same titles is <strong>8.50</strong>"), html);
    }

    @Test
    void anUploadedListGivesCards() throws Exception {
        HttpResponse<String> page = server.upload("/recommendations", "list", TestServer.LIST);

        assertEquals(200, page.statusCode());
        assertTrue(
                page.body().contains("2 titles read: 1 completed, 1 plan to watch. Based on 1 title you have watched."),
                page.body());
        assertFalse(page.body().contains("/titles/6\""), "planned");
        assertTrue(page.body().contains("/titles/9253\""), page.body());
    }

    @Test
    void aWrongUploadIsToldOnThePage() throws Exception {
        HttpResponse<String> page = server.upload("/recommendations", "list", "<html></html>");

        assertEquals(400, page.statusCode());
        assertTrue(
                page.body()
                        .contains("<p class=\"notice\" role=\"alert\">The file is not a MyAnimeList export: expected "
                                + "&lt;myanimelist&gt;, found &lt;html&gt;; download the export again while you are "
                                + "signed in.</p>"),
                page.body());
    }

    @Test
    void askingWithoutAPickIsToldOnThePage() throws Exception {
        HttpResponse<String> page = server.get("/recommendations");

        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("The list has no watched title; add at least one."), page.body());
    }

    @Test
    void whatAFanTypesIsShownAsText() throws Exception {
        String html = server.get("/?q=%3Cscript%3Ealert(1)%3C/script%3E%22").body();

        assertFalse(html.contains("<script>alert"), html);
        assertTrue(html.contains("value=\"&lt;script>alert(1)&lt;/script>&#34;\""), html);
    }

    @Test
    void aTitleHasAPageWithSimilarOnes() throws Exception {
        String html = server.get("/titles/9253").body();

        assertTrue(html.contains("<h1 lang=\"ja-Latn\">Steins;Gate</h1>"), html);
        assertTrue(html.contains("/titles/30484\""), html);
        assertTrue(
                html.contains(
                        "<p class=\"shared\">In common: Action and Sci-Fi · Studio &lt;A&gt; · 2010s · an original story"),
                html);
        assertTrue(server.get("/titles/999").body().contains("does not know enough about this title"));
        assertEquals(404, server.get("/titles/4").statusCode());
    }

    @Test
    void wrongAddressesGetAPage() throws Exception {
        HttpResponse<String> nothing = server.get("/nothing");
        assertEquals(404, nothing.statusCode());
        assertTrue(nothing.body().contains("there is nothing at /nothing"), nothing.body());

        HttpResponse<String> wrong = server.get("/?pick=1:11&pick=6:9");
        assertEquals(200, wrong.statusCode());
        assertTrue(
                wrong.body()
                        .contains("<p>Pick must be an id, or an id and a score in [1, 10] such as 5114:9, was "
                                + "'1:11' (left out).</p>"),
                wrong.body());
        assertTrue(wrong.body().contains("<option value=\"6:9\" selected>9</option>"), wrong.body());
    }

    @Test
    void withoutAModelThePageSaysWhatToRun() throws Exception {
        try (TestServer empty =
                TestServer.start(() -> new ModelState.Missing("there is no champion", "./osusume train"))) {
            HttpResponse<String> page = empty.get("/");
            assertEquals(503, page.statusCode());
            assertTrue(page.body().contains("<code>./osusume train</code>"), page.body());
            assertTrue(page.body().contains("there is no champion"), page.body());
        }
    }

    @Test
    void headIsAnsweredLikeGetWithoutABody() throws Exception {
        HttpResponse<String> head = server.send(HttpRequest.newBuilder(URI.create(server.address("/")))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }
}
