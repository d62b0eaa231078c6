package io.osusume.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.imports.FakeService.Reply;
import io.osusume.imports.ImportException.Reason;
import io.osusume.lists.Adjustment;
import io.osusume.lists.FanList;
import io.osusume.lists.ListEntry;
import io.osusume.lists.ListStatus;
import io.osusume.lists.NamedEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AniListSourceTest {
    private final List<String> entries = new ArrayList<>();

    private FakeService service() {
        return new FakeService(new FakeAniList(entries)::answer);
    }

    private static AniListSource source(FakeService service) {
        return new AniListSource(new ImportSettings(service.url(""), 90, "", FakeService.limits()), new TestTime());
    }

    private FanList fetched(String user) {
        try (FakeService service = service();
                AniListSource source = source(service)) {
            return source.fetch(user);
        }
    }

    private static ImportException refusal(FakeService service, String user) {
        try (service;
                AniListSource source = source(service)) {
            ImportException refused = assertThrows(ImportException.class, () -> source.fetch(user));
            assertFalse(String.valueOf(refused.getMessage()).contains(user), "the name is in no message");
            return refused;
        }
    }

    @Test
    void everyStatusAndScoreIsReadAsMyAnimeListHasIt() {
        entries.add(FakeAniList.entry(1, "101", "\"A\"", "\"CURRENT\"", "85", 3));
        entries.add(FakeAniList.entry(2, "102", "\"B\"", "\"PLANNING\"", "0", 0));
        entries.add(FakeAniList.entry(3, "103", "\"C\"", "\"COMPLETED\"", "100", 24));
        entries.add(FakeAniList.entry(4, "104", "\"D\"", "\"DROPPED\"", "1", 2));
        entries.add(FakeAniList.entry(5, "105", "\"E\"", "\"PAUSED\"", "74", 9));
        entries.add(FakeAniList.entry(6, "106", "null", "\"REPEATING\"", "null", 1));

        FanList list = fetched("Mika");

        assertEquals(
                List.of(
                        new ListEntry(101, "A", 9, ListStatus.WATCHING, 3),
                        new ListEntry(102, "B", 0, ListStatus.PLAN_TO_WATCH, 0),
                        new ListEntry(103, "C", 10, ListStatus.COMPLETED, 24),
                        new ListEntry(104, "D", 1, ListStatus.DROPPED, 2),
                        new ListEntry(105, "E", 7, ListStatus.ON_HOLD, 9),
                        new ListEntry(106, "English", 0, ListStatus.COMPLETED, 1)),
                list.entries());
        assertEquals(List.of(new Adjustment("the list", "3 scores rounded: 8.5 became 9")), list.adjustments());
        assertEquals(0, list.repeated(), "an entry that stands in a list the user made too is one entry");
    }

    @Test
    void titlesMyAnimeListDoesNotHaveAreKeptByName() {
        entries.add(FakeAniList.entry(1, "null", "\"Only Here\"", "\"COMPLETED\"", "80", 12));

        assertEquals(
                List.of(new NamedEntry("Only Here", 8, ListStatus.COMPLETED, 12)),
                fetched("Mika").named());
    }

    @Test
    void aLongListComesInChunks() {
        for (int k = 1; k <= 1_203; k++) {
            entries.add(FakeAniList.entry(k, Integer.toString(k), "\"T" + k + "\"", "\"COMPLETED\"", "70", 1));
        }
        try (FakeService service = service();
                AniListSource source = source(service)) {
            FanList list = source.fetch("Mika");

            assertEquals(1_203, list.size());
            assertEquals(1_203, list.entries().getLast().itemId());
            assertEquals(3, service.requests().size());
        }
    }

    @Test
    void anEmptyListIsAList() {
        assertEquals(0, fetched("Mika").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Mika ",
                "@Mika",
                "https://anilist.co/user/Mika",
                "anilist.co/user/Mika/animelist",
                "https://anilist.co/user/Mika/?a=b#c"
            })
    void theAddressOfAUsersPageIsAsGoodAsTheName(String typed) {
        entries.add(FakeAniList.entry(1, "101", "\"A\"", "\"CURRENT\"", "85", 3));

        assertEquals(1, fetched(typed).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "Mika\\", "Mi\"ka", "Mi ka", "Mika){id}", "\u30df\u30ab\u3061\u3083\u3093", "../Mika"})
    void whatCannotBeANameIsNotSent(String typed) {
        FakeService service = service();
        ImportException refused = refusal(service, typed);

        assertEquals(Reason.BAD_NAME, refused.reason());
        assertEquals(
                "this cannot be a user name at AniList: one is 2 to 20 letters and digits; check the spelling",
                refused.getMessage());
        assertEquals(0, service.requests().size());
    }

    @Test
    void aMissingUserAndAPrivateOneAreToldApart() {
        ImportException missing = refusal(service(), "Nobody");
        assertEquals(Reason.UNKNOWN_USER, missing.reason());
        assertEquals(
                "AniList shows no user of this name; check the spelling, or upload the export of your list instead",
                missing.getMessage());

        ImportException kept = refusal(service(), "Yuki");
        assertEquals(Reason.PRIVATE_LIST, kept.reason());
        assertEquals(
                "this list is private at AniList; make it public there for a moment, or upload the export of your "
                        + "list instead",
                kept.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | 404 | User not found             | UNKNOWN_USER
            200 | 404 | Private User               | PRIVATE_LIST
            404 | 404 | Private User               | PRIVATE_LIST
            403 | 403 | Forbidden                  | PRIVATE_LIST
            400 | 400 | validation                 | BAD_ANSWER
            403 | 403 | The AniList API has been temporarily disabled due to severe stability issues | UNREACHABLE
            """)
    void anErrorInTheTextIsAsGoodAsOneInTheStatus(int http, int status, String message, Reason reason) {
        FakeService service = service().first(Reply.json(http, FakeAniList.error(status, message)));

        assertEquals(reason, refusal(service, "Mika").reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"data":{"MediaListCollection":{"hasNextChunk":false}}} | AniList answered without the list 'lists'; try again later, or upload the export of your list instead
            {"data":{"MediaListCollection":{"lists":[{}]}}}         | AniList answered without the list 'entries'; try again later, or upload the export of your list instead
            {"data":null}                                           | AniList answered without the list 'MediaListCollection'; try again later, or upload the export of your list instead
            """)
    void anAnswerThatLacksTheListIsRefused(String body, String message) {
        ImportException refused = refusal(service().first(Reply.json(200, body)), "Mika");

        assertEquals(Reason.BAD_ANSWER, refused.reason());
        assertEquals(message, refused.getMessage());
    }

    @Test
    void oddFieldsOfAnEntryAreToldAndDoNotStopTheImport() {
        entries.add(FakeAniList.entry(1, "\"x\"", "\"A\"", "\"WAITING\"", "\"high\"", -4));
        entries.add("{\"mediaId\":2,\"status\":\"COMPLETED\",\"media\":null}");

        FanList list = fetched("Mika");

        assertEquals(List.of(new NamedEntry("A", 0, ListStatus.PLAN_TO_WATCH, 0)), list.named());
        assertEquals(
                List.of(
                        "A: watched episodes -4 became 0",
                        "A: status 'WAITING' is not known, read as Plan to Watch",
                        "an entry without a title: left out, it has neither an id nor a title"),
                list.adjustments().stream().map(Adjustment::message).toList());
    }
}
