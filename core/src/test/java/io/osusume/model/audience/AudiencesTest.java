package io.osusume.model.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Facet;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.RatingScale;
import io.osusume.data.TitleType;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Threads;
import io.osusume.model.SampleTitles;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AudiencesTest {
    private static final Threads TWO = new Threads(2);

    /// Item 0 Mecha, 1 Mecha, 2 Romance, 3 Romance, all of the 2000s. Users 0 to 5 have 0, 1 and 2, users 6 to 11 have
    /// 2
    /// and 3; the scores of item 0 are 10, 10, 8, none, none, none.
    private static TrainingData data() {
        SampleTitles titles = new SampleTitles();
        titles.add(TitleType.TV, 7, 12, 24, 2001, "Mecha")
                .add(TitleType.TV, 7, 12, 24, 2002, "Mecha")
                .add(TitleType.TV, 7, 12, 24, 2003, "Romance")
                .add(TitleType.TV, 7, 12, 24, 2004, "Romance");
        InteractionsBuilder lists = new InteractionsBuilder(12, 4, RatingScale.SCORED_ONLY);
        int[] scores = {10, 10, 8, 0, 0, 0};
        for (int user = 0; user < 6; user++) {
            lists.add(user, 0, scores[user]).add(user, 1, 0).add(user, 2, 0);
            lists.add(user + 6, 2, 0).add(user + 6, 3, 0);
        }
        return new TrainingData(lists.build(), titles.facts());
    }

    private static double share(Audience audience, String word) {
        return audience.leanings().stream()
                .filter(leaning -> leaning.word().equals(word))
                .mapToDouble(Leaning::share)
                .findFirst()
                .orElseThrow();
    }

    /// The usual share of Mecha is (6 x 2/3 + 6 x 0) / 12 = 1/3. The six users of item 0 have beside it one Mecha of
    /// two
    /// titles: 6 x 1/2; ten usual ones more make it (3 + 10/3) / 16 = 0.396.
    @Test
    void whatFansWatchBesideATitleIsDrawnToTheUsualShare() {
        Audience fans = Audiences.of(data(), TWO).of(0);
        assertEquals((3 + 10 / 3.0) / 16, share(fans, "Mecha"), 1e-4);
        Leaning first = fans.leanings().getFirst();
        assertEquals(List.of(Facet.GENRE, "Mecha"), List.of(first.facet(), first.word()));
        assertEquals(1 / 3.0, first.usualShare(), 1e-6);
        assertEquals(first.share() * 3, first.lift(), 1e-6);
        assertEquals(1, share(fans, "2000s"), 1e-4);
    }

    @Test
    void scoresAreCounted() {
        Audience fans = Audiences.of(data(), TWO).of(0);
        assertEquals(List.of(3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2), fans.byPoints());
        assertEquals(6, fans.users());
        assertEquals(3, fans.scored());
        assertEquals(28 / 3.0, fans.meanPoints(), 1e-9);
        assertTrue(Double.isNaN(Audiences.of(data(), TWO).of(3).meanPoints()), "nobody scored it");
    }

    @Test
    void ofFewerThanFiveFansNothingIsTold() {
        InteractionsBuilder lists = new InteractionsBuilder(4, 4, RatingScale.SCORED_ONLY);
        IntStream.range(0, 4).forEach(user -> lists.add(user, 0, 9).add(user, 1, 9));
        Audience fans = Audiences.of(new TrainingData(lists.build(), data().facts()), TWO)
                .of(0);
        assertEquals(4, fans.users());
        assertEquals(List.of(), fans.leanings());
    }

    /// Two thousand users, half of whom love Mecha: of a title that all have, every second fan is looked at, and the
    /// shares stay what they are, for any number of threads.
    @Test
    void ofVeryManyFansSomeAreEnough() {
        SampleTitles titles = new SampleTitles();
        titles.add(TitleType.TV, 7, 12, 24, 2001, "Action");
        for (int item = 1; item < 21; item++) {
            titles.add(TitleType.TV, 7, 12, 24, 2001, item <= 10 ? "Mecha" : "Romance");
        }
        SplittableRandom random = new SplittableRandom(5);
        InteractionsBuilder builder = new InteractionsBuilder(2000, 21, RatingScale.SCORED_ONLY);
        for (int user = 0; user < 2000; user++) {
            builder.add(user, 0, 7);
            for (int item = 1; item < 21; item++) {
                boolean loved = (item <= 10) == (random.nextInt(2) == 0);
                if (random.nextInt(10) < (loved ? 8 : 2)) {
                    builder.add(user, item, 7);
                }
            }
        }
        Interactions lists = builder.build();
        TrainingData data = new TrainingData(lists, titles.facts());
        Audience fans = Audiences.of(data, TWO).of(0);
        assertEquals(2000, fans.users());
        assertEquals(share(fans, "Romance"), share(fans, "Mecha"), 0.02);
        assertEquals(0, share(fans, "Action"), 0.02, "the title itself is left out");
        assertEquals(fans, Audiences.of(data, new Threads(3)).of(0));
    }

    @Test
    void restoredAudiencesAreTheSame() {
        Audiences all = Audiences.of(data(), TWO);
        Audiences restored = Audiences.of(all.state());
        for (int item = 0; item < 4; item++) {
            assertEquals(all.of(item), restored.of(item));
        }
    }
}
