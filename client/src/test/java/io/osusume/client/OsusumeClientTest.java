package io.osusume.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.client.Profile.Changed;
import io.osusume.client.Profile.Choices;
import io.osusume.client.Profile.Deed;
import io.osusume.client.Profile.Entry;
import io.osusume.client.Profile.Status;
import io.osusume.client.Recommendations.Card;
import io.osusume.client.Recommendations.Reasons;
import io.osusume.profiles.Scope;
import io.osusume.web.ApiSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The client against the real server: every method, its answer, and what is refused.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OsusumeClientTest {
    private static final FanList LIST =
            FanList.EMPTY.watched(5114, 10).watched(9253, 9).watched(1, 8).watched(20);

    private RealServer server;
    private OsusumeClient nobody;
    private OsusumeClient program;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new RealServer(folder, new ApiSettings(0, 0, List.of()));
        nobody = OsusumeClient.of(server.settings());
        program = server.client(Scope.RECOMMEND, Scope.PROFILE, Scope.ADMIN);
    }

    @AfterAll
    void stop() {
        nobody.close();
        program.close();
        server.close();
    }

    @Test
    void titlesAreFoundShownAndCompared() {
        Title best = nobody.search("FMAB", 3).getFirst();
        assertEquals(5114, best.itemId());
        assertEquals("Fullmetal Alchemist: Brotherhood", best.name());
        assertTrue(best.genres().contains("Action"), best.toString());

        Title.Facts facts = nobody.title(9253);
        assertEquals("Steins;Gate", facts.title().name());
        assertTrue(facts.franchise().stream().anyMatch(part -> part.itemId() == 30484), facts.toString());

        List<Title.Ranked> similar = nobody.similar(9253, 4);
        assertEquals(
                List.of(1, 2, 3, 4), similar.stream().map(Title.Ranked::rank).toList());
    }

    @Test
    void theModelIsDescribed() {
        Model model = nobody.model();
        assertEquals("hybrid-sample", model.id());
        assertEquals("hybrid", model.family());
        assertTrue(model.servesLists());
        assertEquals(.4127, model.metrics().get("validation-NDCG@10"));
    }

    @Test
    void aListGetsRecommendationsWhoseReasonsAddUp() {
        Recommendations given = nobody.recommend(
                LIST, Query.USUAL.n(7).reasons(2).type("tv").notGenre("Music").names("english"));

        assertEquals(4, given.matched());
        assertEquals("thin", given.confidence().level());
        assertEquals(7, given.recommendations().size());
        for (Card card : given.recommendations()) {
            assertEquals("TV", card.title().type());
            assertTrue(Objects.requireNonNull(card.probability()) > 0, card.toString());
        }
        Card first = given.recommendations().getFirst();
        Reasons reasons = Objects.requireNonNull(first.reasons());
        double sum = reasons.base() + reasons.others();
        sum += reasons.titles().stream()
                .mapToDouble(Recommendations.TitleShare::share)
                .sum();
        sum += reasons.traits().stream()
                .mapToDouble(Recommendations.TraitShare::share)
                .sum();
        sum += reasons.wishes().stream()
                .mapToDouble(Recommendations.WishShare::share)
                .sum();
        assertEquals(first.score(), sum, 1e-3);
        assertNull(given.recommendations().get(2).reasons());
    }

    @Test
    void pagesFollowOneAnother() {
        List<Integer> ranks = new ArrayList<>();
        Query query = Query.USUAL.n(20).genre("Mystery");
        Recommendations page = nobody.recommend(LIST, query);
        while (true) {
            page.recommendations().forEach(card -> ranks.add(card.rank()));
            String next = page.next();
            if (next == null) {
                break;
            }
            page = nobody.recommend(LIST, query.after(next));
        }
        for (int k = 0; k < ranks.size(); k++) {
            assertEquals(k + 1, ranks.get(k));
        }
        assertTrue(ranks.size() > 20, ranks.toString());
    }

    @Test
    void whatIsExcludedDoesNotComeAndWhyNotSaysSo() {
        long best = nobody.recommend(LIST, Query.USUAL.n(1))
                .recommendations()
                .getFirst()
                .title()
                .itemId();
        FanList without = LIST.without(best, "not-interested");
        assertFalse(nobody.recommend(without, Query.USUAL.n(100)).recommendations().stream()
                .anyMatch(card -> card.title().itemId() == best));
        assertEquals("not-interested", nobody.whyNot(best, without, Query.USUAL).place());
        WhyNot filtered = nobody.whyNot(best, LIST, Query.USUAL.with("to", 1910));
        assertEquals("filtered", filtered.place());
        assertEquals("year", filtered.removedBy().getFirst().rule());
    }

    @Test
    void aProfileIsKeptChangedAndForgotten() {
        ProfileClient profile = program.profile(program.createProfile());
        assertEquals(List.of(), profile.read().entries());

        assertEquals(new Changed(1, 1, 1L), profile.put(5114, Status.WATCHED, 10));
        profile.merge(List.of(new Entry(9253, Status.WATCHED, 9), new Entry(1, Status.ON_HOLD, null)));
        profile.score(1, 8);
        Profile read = profile.read();
        assertEquals(3, read.version());
        assertEquals(
                List.of("1 on-hold 8", "5114 watched 10", "9253 watched 9"),
                read.entries().stream()
                        .map(entry -> entry.itemId() + " " + entry.status() + " " + entry.score())
                        .toList());

        Recommendations given = profile.recommend(Query.USUAL.n(5));
        assertEquals(3, given.matched());
        long best = given.recommendations().getFirst().title().itemId();
        Changed hidden = profile.say(best, Deed.NOT_INTERESTED);
        assertEquals(best, profile.read().notInterested().getFirst().itemId());
        assertEquals("not-interested", profile.whyNot(best, Query.USUAL).place());
        assertEquals(0, profile.undo(Objects.requireNonNull(hidden.change())).kept());
        assertEquals(List.of(), profile.read().notInterested());
        profile.seen(best, 7);
        profile.remove(5114);
        profile.choose(new Choices("english", false, true));
        assertEquals(new Choices("english", false, true), profile.read().settings());

        String xml = profile.animeList();
        assertTrue(xml.contains("<series_animedb_id>" + best + "</series_animedb_id>"), xml);
        assertEquals("english", profile.export().get("namesOfTitles"));
        ProfileClient other = program.profile(program.createProfile());
        Profile.Imported imported = other.importExport(xml.getBytes(StandardCharsets.UTF_8), true);
        assertEquals(3, imported.matched());
        assertEquals(3, other.read().entries().size());
        assertEquals(3, other.replace(List.of()).changed());

        profile.forget();
        OsusumeException gone = assertThrows(OsusumeException.class, profile::read);
        assertEquals(404, gone.status());
        assertEquals(
                "there is no such profile: it was forgotten, or unused for too long; start a new one",
                gone.getMessage());
    }

    @Test
    void nothingIsOverwrittenThatWasNotSeen() {
        ProfileClient profile = program.profile(program.createProfile());
        String tag = profile.read().tag();
        profile.expecting(tag).put(1, Status.WATCHED, null);

        OsusumeException stale = assertThrows(
                OsusumeException.class, () -> profile.expecting(tag).put(1, Status.DROPPED, 2));

        assertEquals(412, stale.status());
        assertEquals(Status.WATCHED, profile.read().entries().getFirst().status());
        profile.expecting(profile.read().tag()).put(1, Status.DROPPED, 2);
        assertEquals(Status.DROPPED, profile.read().entries().getFirst().status());
    }

    @Test
    void whoRunsTheServerSeesHowMuchThereIs() {
        Map<String, Object> counts = program.counts();
        assertEquals(List.of("profiles", "entries", "marks", "changes", "apiKeys"), List.copyOf(counts.keySet()));
        assertEquals(new Model.State("hybrid-sample", false, null, null), program.modelState());
        assertEquals(
                501,
                assertThrows(OsusumeException.class, () -> program.checkModel(false))
                        .status());
    }

    @Test
    void whatIsRefusedIsSaidAsTheServerSaysIt() {
        OsusumeException keyless = assertThrows(OsusumeException.class, nobody::createProfile);
        assertEquals(401, keyless.status());
        assertEquals(
                "this needs an API key with the scope profile, as Authorization: Bearer KEY; whoever runs this server"
                        + " can make one with ./osusume keys create",
                keyless.getMessage());
        OsusumeException wrong =
                assertThrows(OsusumeException.class, () -> nobody.recommend(FanList.EMPTY.watched(1, 11), Query.USUAL));
        assertEquals("score must be a whole number in [0, 10], was 11", wrong.getMessage());
        assertEquals("/list/0/score", wrong.pointer().orElse("none"));
        assertEquals(
                404, assertThrows(OsusumeException.class, () -> nobody.title(4)).status());
    }

    @Test
    void aServerThatIsAskedTooOftenIsWaitedFor(@TempDir Path other) {
        List<Duration> pauses = new ArrayList<>();
        try (RealServer limited = new RealServer(other, new ApiSettings(60, 0, List.of()));
                OsusumeClient client = OsusumeClient.of(limited.settings(), pause -> {
                    pauses.add(pause);
                    Thread.sleep(pause);
                })) {
            for (int k = 0; k < 62; k++) {
                assertNotNull(client.model());
            }
        }
        assertTrue(!pauses.isEmpty() && pauses.stream().allMatch(Duration.ofSeconds(1)::equals), pauses.toString());
    }
}
