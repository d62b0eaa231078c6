package io.osusume.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.osusume.artifact.Manifest;
import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import io.osusume.model.FoldIn;
import io.osusume.model.layout.Atlas;
import io.osusume.model.layout.Layout;
import io.osusume.recommend.RecommendationService;
import io.osusume.registry.Insights;
import io.osusume.registry.LoadedModel;
import io.osusume.serving.ModelSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The map at its full size, 17,562 titles in forty clusters: how much a browser must load to draw it, and how long
/// frames take in Chromium without a graphics card. The times stand in `target/map-frames.txt`; nothing is asserted of
/// them.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapFramesTest {
    private static final int TITLES = 17_562;
    private static final int CLUSTERS = 40;
    private static final int FIRST_LOAD_BYTES = 100_000;

    private Chromium chromium;
    private TestServer server;

    /// A model that has nothing to say.
    private record Silent(Interactions training) implements FoldIn {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public void score(Profile profile, float[] scores) {
            Arrays.fill(scores, 0);
        }

        @Override
        public Tensors state() {
            return Tensors.of(Map.of());
        }
    }

    @BeforeAll
    void start() {
        chromium = Chromium.launch();
        server = TestServer.start(ModelSource.fixed(new RecommendationService(loaded())));
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

    private static LoadedModel loaded() {
        SplittableRandom random = new SplittableRandom(17);
        List<Title> titles = new ArrayList<>();
        float[] positions = new float[2 * TITLES];
        long[] ids = new long[TITLES];
        for (int item = 0; item < TITLES; item++) {
            int cluster = random.nextInt(CLUSTERS);
            ids[item] = item + 1L;
            titles.add(title(item, cluster, random));
            double angle = cluster * 2.4;
            double far = 0.85 * Math.sqrt((cluster + 0.5) / CLUSTERS);
            positions[2 * item] = (float) Math.clamp(far * Math.cos(angle) + 0.07 * random.nextGaussian(), -1, 1);
            positions[2 * item + 1] = (float) Math.clamp(far * Math.sin(angle) + 0.07 * random.nextGaussian(), -1, 1);
        }
        IdIndex items = IdIndex.of(ids);
        Catalogue catalogue = new Catalogue(titles, List.of());
        Layout layout =
                Layout.of(Tensors.of(Map.of("trainer", "made up")).with("positions", Tensor.of(positions, TITLES, 2)));
        return new LoadedModel(
                        "silent-1",
                        new Silent(new InteractionsBuilder(1, TITLES, RatingScale.SCORED_ONLY).build()),
                        IdIndex.of(1),
                        items,
                        RatingScale.SCORED_ONLY,
                        catalogue,
                        Manifest.of("model", Instant.EPOCH))
                .with(Insights.of(Atlas.of(layout, ItemFacts.of(catalogue, items)), null, null, null));
    }

    private static Title title(int item, int cluster, SplittableRandom random) {
        StringBuilder name = new StringBuilder();
        for (int word = 0; word < 3; word++) {
            name.append(word == 0 ? "" : " ").append(word(random));
        }
        return new Title(
                item + 1,
                name.toString(),
                null,
                null,
                TitleType.TV,
                12,
                null,
                null,
                1980 + cluster,
                null,
                List.of("Genre " + (char) ('A' + cluster % 20)),
                List.of(),
                null,
                24,
                AgeRating.TEENS,
                7,
                1_000_000 / (item + 1),
                null);
    }

    /// Syllables as names have them, so that they can be compressed as well and as badly.
    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int syllable = 0; syllable < 2 + random.nextInt(2); syllable++) {
            word.append("kstnhmyrwgzdbp".charAt(random.nextInt(14))).append("aiueo".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static int compressed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.size();
    }

    private int sent(HttpClient client, String path) throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(server.address(path))).build(), BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode(), path);
        return compressed(answer.body());
    }

    @Test
    void allThatTheFirstPictureNeedsIsBelow100Kilobytes() throws Exception {
        String page = server.get("/map").body();
        List<String> needed = new ArrayList<>(List.of("/map"));
        Matcher address = Pattern.compile("(?:href|src|data-points)=\"(/(?:static|map/points)[^\"]*)\"")
                .matcher(page);
        while (address.find()) {
            if (!address.group(1).contains("icon.svg")) {
                needed.add(address.group(1).replace("&amp;", "&"));
            }
        }
        assertEquals(5, needed.size(), () -> "page, style, two scripts and the points: " + needed);
        int sum = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String each : needed) {
                sum += sent(client, each);
            }
        }
        int all = sum;
        assertTrue(all < FIRST_LOAD_BYTES, () -> "the first picture needs " + all + " bytes");
    }

    @Test
    void everyTitleIsDrawnWhileTheMapMoves() throws IOException {
        Page page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
                .newPage();
        page.navigate(server.address("/map"));
        assertThat(page.locator("#atlas[data-shown='" + TITLES + "']")).hasCount(1);
        @SuppressWarnings("unchecked")
        List<Number> frames = (List<Number>) page.evaluate("""
                async () => {
                  const sea = document.querySelector('.sea');
                  const box = sea.getBoundingClientRect();
                  const frames = [];
                  let last = 0;
                  for (let k = 0; k < 120; k++) {
                    const now = await new Promise(requestAnimationFrame);
                    if (last > 0) { frames.push(now - last); }
                    last = now;
                    sea.dispatchEvent(new WheelEvent('wheel', { deltaY: k % 40 < 20 ? -30 : 30, cancelable: true,
                      clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }));
                  }
                  return frames;
                }""");
        double[] millis =
                frames.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        assertEquals(119, millis.length);
        String said = String.format(
                java.util.Locale.ROOT,
                "%,d titles, 1280 x 900, Chromium without a graphics card: a frame takes %.1f ms (median), %.1f ms (95%%)%n",
                TITLES,
                millis[millis.length / 2],
                millis[millis.length * 95 / 100]);
        Files.writeString(Path.of("target", "map-frames.txt"), said);
        System.out.print(said);
        assertTrue((int) page.evaluate("""
                        () => {
                          const canvas = document.querySelector('.dots');
                          const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                          const words = new Uint32Array(data.buffer);
                          return words.reduce((sum, word) => sum + (word === words[0] ? 0 : 1), 0);
                        }""") > TITLES, "there are more coloured pixels than titles");
    }
}
