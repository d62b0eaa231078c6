package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.NameLanguage;
import io.osusume.recommend.Reasons;
import io.osusume.recommend.SmallModel;
import io.osusume.recommend.Trait;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BreakdownTest {
    private static Reasons.TitleShare share(String name, int rating, double share) {
        return new Reasons.TitleShare(
                SmallModel.title(name.length(), name, null, null, 2000, 8, 1, AgeRating.TEENS), rating, share);
    }

    /// 1.0 = -2 + 2 + .5 - 1 + .1 + .9 + .5; the amounts, without the base, are 5.
    private static Reasons reasons() {
        return new Reasons(
                -2,
                List.of(share("Monster", 9, 2), share("Naruto", 3, -1), share("Trigun", 0, .5)),
                .1,
                Map.of(Trait.ERA, .9),
                List.of(new Reasons.WishShare("you asked for hidden gems", .5)));
    }

    @Test
    void theRowsAreEverythingTheScoreConsistsOf() {
        Breakdown breakdown = Breakdown.of(reasons(), NameLanguage.ROMAJI);

        assertEquals(
                List.of(
                        new Breakdown.Row("A typical title, to begin with", "", "−2.000", "", 50, 0, true),
                        new Breakdown.Row("Monster", "you gave it 9", "+2.000", "40 %", 50, 50, false),
                        new Breakdown.Row("Naruto", "you gave it 3", "−1.000", "20 %", 25, 25, true),
                        new Breakdown.Row("Trigun", "not scored", "+0.500", "10 %", 50, 13, false),
                        new Breakdown.Row("All other titles of your list", "", "+0.100", "2 %", 50, 3, false),
                        new Breakdown.Row("When it was made, against the list", "", "+0.900", "18 %", 50, 23, false),
                        new Breakdown.Row("You asked for hidden gems", "your wish", "+0.500", "10 %", 50, 13, false)),
                breakdown.rows());
        assertEquals("+1.000", breakdown.sum());
    }

    @Test
    void theRowsAsShownAddUpToTheSumAsShown() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            List<Reasons.TitleShare> titles = new ArrayList<>();
            for (int k = random.nextInt(40); k >= 0; k--) {
                titles.add(share("Title " + k, k % 11, random.nextDouble(-1, 1)));
            }
            Reasons reasons = new Reasons(
                    random.nextDouble(-3, 3), titles, random.nextDouble(), Map.of(Trait.MATCH, .1234567), List.of());
            Breakdown breakdown = Breakdown.of(reasons, NameLanguage.ROMAJI);

            BigDecimal sum =
                    breakdown.rows().stream().map(row -> number(row.share())).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(number(breakdown.sum()), sum, "seed " + seed + ", round " + round);
            assertEquals(reasons.score(), sum.doubleValue(), .0006, "seed " + seed + ", round " + round);
            assertTrue(breakdown.rows().size() <= 13, "long lists are gathered");
        }
    }

    private static BigDecimal number(String shown) {
        return new BigDecimal(shown.replace("−", "-").replace("+", ""));
    }

    @Test
    void whatIsLostInRoundingGoesToTheLargestRemainders() {
        assertArrayEquals(new long[] {334, 333, 333}, Breakdown.rounded(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}));
        assertArrayEquals(new long[] {-1, 1, 0}, Breakdown.rounded(new double[] {-.0006, .0006, 0}));
        assertArrayEquals(new long[0], Breakdown.rounded(new double[0]));
    }

    @Test
    void aCardNamesTheStrongestTitlesAndOneTrait() {
        assertEquals(
                List.of(
                        new CardView.Point("Monster", 7, "ja-Latn", "40 %"),
                        new CardView.Point("Trigun", 6, "ja-Latn", "10 %"),
                        new CardView.Point("when it was made, against the list", 0, "en", "18 %")),
                CardView.points(Optional.of(reasons()), NameLanguage.ROMAJI, 1, 2));
        assertEquals(
                List.of(new CardView.Point("Naruto", 6, "ja-Latn", "20 %")),
                CardView.points(Optional.of(reasons()), NameLanguage.ROMAJI, -1, 2));
        assertEquals(List.of(), CardView.points(Optional.empty(), NameLanguage.ROMAJI, 1, 2));
    }

    @Test
    void aShareTooSmallForAPercentSaysSo() {
        assertEquals("< 1 %", Breakdown.percent(.004, 1));
        assertEquals("1 %", Breakdown.percent(-.0051, 1));
        assertEquals("100 %", Breakdown.percent(3, 3));
    }
}
