package io.osusume.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportSummaryTest {
    private static final Catalogue CATALOGUE = new Catalogue(
            List.of(SomeTitles.title(1, "Cowboy Bebop"), SomeTitles.title(9253, "Steins;Gate")), List.of());

    private static ImportSummary summary(FanList list) {
        return ImportSummary.of(
                list, CATALOGUE, name -> name.equals("steins gate") ? CATALOGUE.title(9253) : Optional.empty());
    }

    @Test
    void whatWasReadMatchedAndNotMatchedIsSaid() {
        ListEntry bebop = new ListEntry(1, "Cowboy Bebop", 9, ListStatus.COMPLETED, 26);
        ListEntry newest = new ListEntry(70_000, "Brand New", 0, ListStatus.PLAN_TO_WATCH, 0);
        ListEntry nameless = new ListEntry(70_001, "", 0, ListStatus.PLAN_TO_WATCH, 0);
        NamedEntry gate = new NamedEntry("steins gate", 8, ListStatus.DROPPED, 3);
        NamedEntry other = new NamedEntry("My Own Show", 7, ListStatus.COMPLETED, 1);
        Adjustment adjustment = new Adjustment("the list", "1 score rounded: 8.5 became 9");

        ImportSummary summary =
                summary(new FanList(List.of(bebop, newest, nameless), List.of(gate, other), 2, List.of(adjustment)));

        assertEquals(
                new ImportSummary(
                        5,
                        List.of(bebop, new ListEntry(9253, "steins gate", 8, ListStatus.DROPPED, 3)),
                        1,
                        List.of(newest, nameless),
                        List.of(other),
                        Map.of(
                                ListStatus.WATCHING, 0,
                                ListStatus.COMPLETED, 2,
                                ListStatus.ON_HOLD, 0,
                                ListStatus.DROPPED, 1,
                                ListStatus.PLAN_TO_WATCH, 2),
                        2,
                        List.of(adjustment)),
                summary);
        assertEquals(List.of("Brand New", "MyAnimeList id 70001", "My Own Show"), summary.notMatched());
        assertEquals(
                "5 titles read (2 completed, 1 dropped, 2 plan to watch), 2 matched (1 by name), 3 not matched, 2 more "
                        + "than once",
                summary.sentence());
    }

    @Test
    void anEntryWithAnIdGoesBeforeOneFoundByName() {
        ListEntry withId = new ListEntry(9253, "Steins;Gate", 9, ListStatus.COMPLETED, 24);
        ImportSummary summary = summary(new FanList(
                List.of(withId), List.of(new NamedEntry("steins gate", 2, ListStatus.DROPPED, 1)), 0, List.of()));

        assertEquals(List.of(withId), summary.matched());
        assertEquals(
                "2 titles read (1 completed, 1 dropped), 1 matched, 0 not matched, 1 more than once",
                summary.sentence());
    }

    @Test
    void anEmptyListHasASummaryToo() {
        assertEquals(
                "0 titles read, 0 matched, 0 not matched",
                summary(new FanList(List.of(), List.of(), 0, List.of())).sentence());
    }
}
