package io.osusume.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.imports.FakeKitsu.Entry;
import io.osusume.imports.FakeService.Reply;
import io.osusume.imports.ImportException.Reason;
import io.osusume.lists.Adjustment;
import io.osusume.lists.FanList;
import io.osusume.lists.ListEntry;
import io.osusume.lists.ListStatus;
import io.osusume.lists.NamedEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KitsuSourceTest {
    private final List<Entry> entries = new ArrayList<>();
    private final FakeService service = new FakeService(new FakeKitsu(entries)::answer);

    @AfterEach
    void close() {
        service.close();
    }

    private FanList fetch(String user) {
        ImportSettings settings = new ImportSettings(service.url("/api/edge"), 60, "", FakeService.limits());
        try (KitsuSource source = new KitsuSource(settings, new TestTime())) {
            return source.fetch(user);
        }
    }

    private ImportException refusal(String user) {
        ImportException refused = assertThrows(ImportException.class, () -> fetch(user));
        assertFalse(String.valueOf(refused.getMessage()).contains(user), "the name is in no message");
        return refused;
    }

    @Test
    void everyStatusAndRatingIsReadUnderItsMyAnimeListId() {
        entries.add(new Entry(1, "101", "A", "current", "17", 3));
        entries.add(new Entry(2, "102", "B", "planned", "null", 0));
        entries.add(new Entry(3, "103", "C", "completed", "20", 24));
        entries.add(new Entry(4, "104", "D", "on_hold", "2", 9));
        entries.add(new Entry(5, "105", "E", "dropped", "8", 1));

        FanList list = fetch("mika-chan");

        assertEquals(
                List.of(
                        new ListEntry(101, "A", 9, ListStatus.WATCHING, 3),
                        new ListEntry(102, "B", 0, ListStatus.PLAN_TO_WATCH, 0),
                        new ListEntry(103, "C", 10, ListStatus.COMPLETED, 24),
                        new ListEntry(104, "D", 1, ListStatus.ON_HOLD, 9),
                        new ListEntry(105, "E", 4, ListStatus.DROPPED, 1)),
                list.entries());
        assertEquals(List.of(new Adjustment("the list", "1 score rounded: 8.5 became 9")), list.adjustments());
    }

    @Test
    void titlesWithoutAMyAnimeListIdAreKeptByName() {
        entries.add(new Entry(1, "", "Only Here", "completed", "16", 12));

        assertEquals(
                List.of(new NamedEntry("Only Here", 8, ListStatus.COMPLETED, 12)),
                fetch("mika-chan").named());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mika-chan",
                "Mika Chan",
                "mika chan",
                "https://kitsu.app/users/mika-chan/library",
                "kitsu.io/users/mika-chan"
            })
    void aUserIsFoundByThePageOrTheName(String typed) {
        entries.add(new Entry(1, "101", "A", "current", "17", 3));

        assertEquals(1, fetch(typed).size());
    }

    @Test
    void aLongLibraryComesInPages() {
        for (int k = 1; k <= 1_100; k++) {
            entries.add(new Entry(k, Integer.toString(k), "T" + k, "completed", "14", 1));
        }

        assertEquals(1_100, fetch("mika-chan").size());
        assertEquals(
                List.of("null", "0", "500", "1000"),
                service.requests().stream()
                        .map(request -> String.valueOf(request.query().get("page[offset]")))
                        .toList());
    }

    @Test
    void anEmptyLibraryIsAList() {
        assertEquals(0, fetch("mika-chan").size());
    }

    @Test
    void aMissingUserAndAPrivateOneAreToldApart() {
        ImportException missing = refusal("Nobody");
        assertEquals(Reason.UNKNOWN_USER, missing.reason());
        assertEquals(
                "Kitsu shows no user of this name; check the spelling, or upload the export of your list instead",
                missing.getMessage());
        assertEquals(2, service.requests().size());

        service.first(FakeKitsu.error(403, "Forbidden"));
        assertEquals(Reason.PRIVATE_LIST, refusal("mika-chan").reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a&filter[id]=1", "a/b", "a%20b", "a\nb", "0123456789012345678901234567890"})
    void whatCannotBeANameIsNotSent(String typed) {
        ImportException refused = assertThrows(ImportException.class, () -> fetch(typed));

        assertEquals(Reason.BAD_NAME, refused.reason());
        assertEquals(0, service.requests().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"meta":{}}               | Kitsu answered without the list 'data'; try again later, or upload the export of your list instead
            200 | {"data":                  | Kitsu answered with broken JSON (status 200); try again later, or upload the export of your list instead
            200 | <!doctype html><p>Hello   | Kitsu answered with a web page instead of JSON (status 200); try again later, or upload the export of your list instead
            200 | []                        | Kitsu answered without a JSON object (status 200); try again later, or upload the export of your list instead
            418 | {}                        | Kitsu answered 418, which is not expected; try again later, or upload the export of your list instead
            """)
    void anAnswerThatIsNotTheDocumentedOneIsRefused(int status, String body, String message) {
        service.first(Reply.json(status, body));

        ImportException refused = refusal("mika-chan");

        assertEquals(Reason.BAD_ANSWER, refused.reason());
        assertEquals(message, refused.getMessage());
    }

    @Test
    void anEntryWhoseTitleDidNotComeAlongIsToldAndLeftOut() {
        service.first(
                Reply.json(
                        200, "{\"data\":[{\"id\":\"42\",\"type\":\"users\",\"attributes\":{\"slug\":\"mika-chan\"}}]}"),
                Reply.json(
                        200,
                        "{\"data\":[{\"id\":\"1\",\"type\":\"libraryEntries\",\"attributes\":{\"status\":\"current\"}}]}"));

        FanList list = fetch("mika-chan");

        assertEquals(0, list.size());
        assertEquals(
                List.of(new Adjustment("an entry without a title", "left out, it has neither an id nor a title")),
                list.adjustments());
    }
}
