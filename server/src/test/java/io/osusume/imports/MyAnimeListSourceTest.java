package io.osusume.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.imports.FakeService.Reply;
import io.osusume.imports.ImportException.Reason;
import io.osusume.lists.FanList;
import io.osusume.lists.ListEntry;
import io.osusume.lists.ListStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MyAnimeListSourceTest {
    private final List<String> entries = new ArrayList<>();
    private final FakeService service =
            new FakeService(request -> new FakeMyAnimeList(entries, this::ownUrl).answer(request));

    private String ownUrl() {
        return service.url("").toString();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private FanList fetch(String user, String clientId) {
        ImportSettings settings = new ImportSettings(service.url("/v2"), 60, clientId, FakeService.limits());
        try (MyAnimeListSource source = new MyAnimeListSource(settings, new TestTime())) {
            return source.fetch(user);
        }
    }

    private ImportException refusal(String user, String clientId) {
        ImportException refused = assertThrows(ImportException.class, () -> fetch(user, clientId));
        assertFalse(String.valueOf(refused.getMessage()).contains(user), "the name is in no message");
        assertFalse(
                String.valueOf(refused.getMessage()).contains(FakeMyAnimeList.CLIENT_ID),
                "the client id is in no message");
        return refused;
    }

    private ImportException refusal(String user) {
        return refusal(user, FakeMyAnimeList.CLIENT_ID);
    }

    @Test
    void everyStatusIsRead() {
        entries.add(FakeMyAnimeList.entry(1, "A", "watching", 8, 3, false));
        entries.add(FakeMyAnimeList.entry(2, "B", "completed", 10, 24, false));
        entries.add(FakeMyAnimeList.entry(3, "C", "on_hold", 0, 9, false));
        entries.add(FakeMyAnimeList.entry(4, "D", "dropped", 2, 1, false));
        entries.add(FakeMyAnimeList.entry(5, "E", "plan_to_watch", 0, 0, false));
        entries.add(FakeMyAnimeList.entry(6, "F", "watching", 9, 2, true));

        FanList list = fetch("Mika", FakeMyAnimeList.CLIENT_ID);

        assertEquals(
                List.of(
                        new ListEntry(1, "A", 8, ListStatus.WATCHING, 3),
                        new ListEntry(2, "B", 10, ListStatus.COMPLETED, 24),
                        new ListEntry(3, "C", 0, ListStatus.ON_HOLD, 9),
                        new ListEntry(4, "D", 2, ListStatus.DROPPED, 1),
                        new ListEntry(5, "E", 0, ListStatus.PLAN_TO_WATCH, 0),
                        new ListEntry(6, "F", 9, ListStatus.COMPLETED, 2)),
                list.entries());
        assertEquals(List.of(), list.adjustments());
    }

    @Test
    void nextPagesAreFollowed() {
        for (int k = 1; k <= 2_345; k++) {
            entries.add(FakeMyAnimeList.entry(k, "T" + k, "completed", 7, 1, false));
        }

        FanList list = fetch("https://myanimelist.net/profile/Mika", FakeMyAnimeList.CLIENT_ID);

        assertEquals(2_345, list.size());
        assertEquals(
                List.of("null", "1000", "2000"),
                service.requests().stream()
                        .map(request -> String.valueOf(request.query().get("offset")))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/v2/users/Mika/animelist?offset=1",
                "http://127.0.0.1.example.org/v2",
                "https://127.0.0.1/",
                "//example.org/",
                "file:///etc/passwd",
                "http://[",
                "a b"
            })
    void aNextPageElsewhereIsNotFollowed(String next) {
        service.first(Reply.json(200, "{\"data\":[],\"paging\":{\"next\":\"" + next + "\"}}"));

        ImportException refused = refusal("Mika");

        assertEquals(Reason.BAD_ANSWER, refused.reason());
        assertEquals(
                "MyAnimeList names a next page that is not its own, which is not followed; upload the export of your "
                        + "list instead",
                refused.getMessage());
        assertEquals(1, service.requests().size());
    }

    @Test
    void aListWhosePagesNeverEndIsGivenUp() {
        entries.add(FakeMyAnimeList.entry(1, "A", "watching", 8, 3, false));
        String endless =
                "{\"data\":[" + entries.getFirst() + "],\"paging\":{\"next\":\"" + ownUrl() + "/v2/again?a=b\"}}";
        for (int k = 0; k < 20; k++) {
            service.first(Reply.json(200, endless));
        }

        ImportException refused = refusal("Mika");

        assertEquals(Reason.TOO_LARGE, refused.reason());
        assertEquals(
                "MyAnimeList sent more than 10 pages for one list; upload the export of your list instead",
                refused.getMessage());
        assertEquals(10, service.requests().size());
    }

    @Test
    void aListLongerThanTheLimitIsGivenUp() {
        for (int k = 1; k <= 5_001; k++) {
            entries.add(FakeMyAnimeList.entry(k, "T" + k, "completed", 7, 1, false));
        }

        ImportException refused = refusal("Mika");

        assertEquals(Reason.TOO_LARGE, refused.reason());
        assertEquals(
                "the list is too long: at most 5000 titles are read; upload the export of your list instead",
                refused.getMessage());
    }

    @Test
    void aMissingUserAndAPrivateOneAreToldApart() {
        assertEquals(Reason.UNKNOWN_USER, refusal("Nobody").reason());
        assertEquals(Reason.PRIVATE_LIST, refusal("Yuki").reason());
        assertEquals(Reason.BAD_NAME, refusal("../Mika?x").reason());
    }

    @Test
    void withoutAClientIdNothingIsSent() {
        ImportException refused = refusal("Mika", "");

        assertEquals(Reason.NOT_CONFIGURED, refused.reason());
        assertEquals(
                "MyAnimeList gives lists only to servers with a client id, and this one has none; upload the export of "
                        + "your list instead",
                refused.getMessage());
        assertTrue(service.requests().isEmpty());
    }

    @Test
    void onlyASourceWithAClientIdIsConfigured() {
        for (String clientId : List.of("", "x")) {
            ImportSettings settings = new ImportSettings(service.url("/v2"), 60, clientId, FakeService.limits());
            try (MyAnimeListSource source = new MyAnimeListSource(settings)) {
                assertEquals(!clientId.isEmpty(), source.isConfigured());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"message":"Invalid client id","error":"bad_request"} | NOT_CONFIGURED
            401 | {"message":"token is invalid","error":"invalid_token"} | NOT_CONFIGURED
            400 | {"message":"invalid q","error":"bad_request"}          | BAD_ANSWER
            403 | <html>Access denied</html>                             | BAD_ANSWER
            200 | {"data":{}}                                            | BAD_ANSWER
            """)
    void otherAnswersAreToldApartToo(int status, String body, Reason reason) {
        service.first(Reply.json(status, body));

        assertEquals(reason, refusal("Mika").reason());
    }

    @Test
    void aClientIdTheServiceDoesNotTakeIsSaidSo() {
        assertEquals(
                "MyAnimeList does not take this server's client id (status 400); upload the export of your list instead",
                refusal("Mika", "wrong").getMessage());
    }
}
