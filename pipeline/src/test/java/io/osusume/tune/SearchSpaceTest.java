package io.osusume.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
    private static List<String> draws(Range range) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, 2_000).mapToObj(_ -> range.draw(random)).toList();
    }

    private static int below(List<String> draws, double number) {
        return (int)
                draws.stream().filter(draw -> Double.parseDouble(draw) < number).count();
    }

    private static String refusal(Supplier<Object> made) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, made::get).getMessage());
    }

    @Test
    void realNumbersStayInTheirRangeWithThreeDigits() {
        for (String draw : draws(new Range.Real("a", 0.0123, 456, Scale.LOGARITHMIC))) {
            BigDecimal number = new BigDecimal(draw);
            assertTrue(number.doubleValue() >= 0.0123 && number.doubleValue() <= 456, draw);
            assertTrue(number.precision() <= 3, draw);
            assertTrue(draw.matches("\\d+(\\.\\d+)?"), "no exponent: " + draw);
        }
        assertTrue(below(draws(new Range.Real("a", 0, 1, Scale.LINEAR)), 0.001) > 0, "0 is nearly reached");
    }

    @Test
    void theScaleSaysWhereTheMiddleIs() {
        // 1 to 100: half of the draws lie below 50.5, or below 10 = the root of 1 * 100
        assertEquals(1_000.0, below(draws(new Range.Real("a", 1, 100, Scale.LINEAR)), 50.5), 80);
        assertEquals(1_000.0, below(draws(new Range.Real("a", 1, 100, Scale.LOGARITHMIC)), 10), 80);
    }

    @Test
    void wholeNumbersReachBothEnds() {
        for (Scale scale : Scale.values()) {
            Set<String> drawn = new HashSet<>(draws(new Range.Whole("a", 2, 5, scale)));
            assertEquals(Set.of("2", "3", "4", "5"), drawn);
        }
    }

    @Test
    void everyWordIsDrawn() {
        assertEquals(Set.of("x", "y"), new HashSet<>(draws(new Range.OneOf("a", List.of("x", "y")))));
    }

    @Test
    void configurationZeroIsThePresentOneAndTheOthersDependOnSeedAndNumberAlone() {
        assertEquals(Map.of(Peak.PLACE, "65", Peak.SIDE, "here"), Peak.SPACE.configuration(7, 0));
        assertEquals(Peak.SPACE.configuration(7, 5), Peak.SPACE.configuration(7, 5));
        assertNotEquals(Peak.SPACE.configuration(7, 5), Peak.SPACE.configuration(8, 5));
        Set<String> places = IntStream.range(1, 500)
                .mapToObj(number -> Peak.SPACE.configuration(7, number).get(Peak.PLACE))
                .collect(Collectors.toSet());
        assertTrue(places.size() > 280, "of 990 values below 100 and 100 above, 250 draws each: " + places.size());
    }

    @Test
    void whatIsNoSpaceIsRefused() {
        assertEquals(
                "the range of a.b must ascend, was 2.0 to 2.0",
                refusal(() -> new Range.Real("a.b", 2, 2, Scale.LINEAR)));
        assertEquals(
                "a logarithmic range must begin above 0, that of a.b begins at 0.0",
                refusal(() -> new Range.Whole("a.b", 0, 2, Scale.LOGARITHMIC)));
        assertEquals(
                "a.b needs two words or more without blanks, commas and quotes, were [x, y,z]",
                refusal(() -> new Range.OneOf("a.b", List.of("x", "y,z"))));
        Range range = new Range.Whole("a", 1, 2, Scale.LINEAR);
        assertEquals(
                "a search needs one range a setting, were [a, a]",
                refusal(() -> new SearchSpace(List.of(range, range), Map.of("a", "1"))));
        assertEquals(
                "a search needs one range a setting, were []", refusal(() -> new SearchSpace(List.of(), Map.of())));
        assertEquals(
                "the present values must be those of [a], were of [b]",
                refusal(() -> new SearchSpace(List.of(range), Map.of("b", "1"))));
    }
}
