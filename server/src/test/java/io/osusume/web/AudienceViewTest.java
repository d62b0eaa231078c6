package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.osusume.data.Facet;
import io.osusume.model.audience.Audience;
import io.osusume.model.audience.Leaning;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AudienceViewTest {
    private static final List<Integer> SCORES = List.of(1196, 0, 0, 0, 0, 0, 1, 2, 3, 0, 2);

    private static AudienceView view(boolean adult, Leaning... leanings) {
        return Objects.requireNonNull(AudienceView.of(new Audience(1204, SCORES, List.of(leanings)), adult));
    }

    @Test
    void whatFansWatchMoreAndLessIsSaidWithItsShares() {
        AudienceView view = view(
                false,
                new Leaning(Facet.GENRE, "Mecha", .14, .045),
                new Leaning(Facet.ERA, "1990s", .3, .29),
                new Leaning(Facet.GENRE, "Romance", .12, .24));
        assertEquals("1,204", view.users());
        assertEquals(
                List.of(new AudienceView.LeaningView("Mecha", "3.1×", "14 %", "4.5 %", new Bar(50, 50), false)),
                view.more());
        assertEquals(
                List.of(new AudienceView.LeaningView("Romance", "0.5×", "12 %", "24 %", new Bar(19, 31), true)),
                view.less());
    }

    /// One gave 6, two 7, three 8, two 10: 64 points of eight.
    @Test
    void scoresStandTheHighestFirst() {
        AudienceView view = view(false);
        assertEquals("8.00", view.mean());
        assertEquals(10, view.scores().size());
        assertEquals(
                new AudienceView.ScoreView(10, "2", new Bar(0, 67)),
                view.scores().getFirst());
        assertEquals(
                new AudienceView.ScoreView(8, "3", new Bar(0, 100)),
                view.scores().get(2));
    }

    @Test
    void wordsForAdultsStandThereOnlyForThoseWhoAsked() {
        Leaning adult = new Leaning(Facet.GENRE, "Hentai", .1, .02);
        assertEquals(List.of(), view(false, adult).more());
        assertEquals("Hentai", view(true, adult).more().getFirst().word());
    }

    @Test
    void ofATitleNobodyHasNothingIsSaid() {
        assertNull(AudienceView.of(new Audience(0, List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), List.of()), false));
    }
}
