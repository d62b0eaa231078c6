package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.recommend.Reasons;
import io.osusume.recommend.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Everything a score consists of, as a table whose rows, as shown, add up to the sum shown below them.
///
/// @param rows the base, the titles, what is gathered, the traits, the wishes
/// @param sum three digits after the point
record Breakdown(List<Row> rows, String sum) {
    /// Titles that get a row of their own; the others are gathered.
    private static final int TITLES = 10;

    private static final int HALF_WIDTH = 50;
    private static final int PARTS = 1000; // three digits

    Breakdown {
        rows = List.copyOf(rows);
    }

    /// A line of the table.
    ///
    /// @param share signed, three digits after the point
    /// @param start where the bar begins, in [0, 100], 50 being nothing
    /// @param length of the bar
    record Row(String label, String note, String share, String percent, int start, int length, boolean against) {}

    private record Part(String label, String note, double share, boolean counts) {}

    static Breakdown of(Reasons reasons, NameLanguage names) {
        List<Part> parts = parts(reasons, names);
        double[] shares = parts.stream().mapToDouble(Part::share).toArray();
        long[] shown = rounded(shares);
        double amounts = Math.max(reasons.amounts(), Double.MIN_NORMAL);
        double longest = parts.stream()
                .filter(Part::counts)
                .mapToDouble(part -> Math.abs(part.share))
                .max()
                .orElse(1);
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < shown.length; k++) {
            Part part = parts.get(k);
            boolean against = part.share < 0;
            int length = part.counts && longest > 0 ? (int) Math.round(HALF_WIDTH * Math.abs(part.share) / longest) : 0;
            rows.add(new Row(
                    part.label,
                    part.note,
                    signed(shown[k]),
                    part.counts ? percent(part.share, amounts) : "",
                    against ? HALF_WIDTH - length : HALF_WIDTH,
                    length,
                    against));
        }
        return new Breakdown(rows, signed(Arrays.stream(shown).sum()));
    }

    private static List<Part> parts(Reasons reasons, NameLanguage names) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("A typical title, to begin with", "", reasons.base(), false));
        List<Reasons.TitleShare> titles = reasons.titles();
        for (Reasons.TitleShare each : titles.subList(0, Math.min(TITLES, titles.size()))) {
            String score = each.rating() == 0 ? "not scored" : "you gave it " + each.rating();
            parts.add(new Part(each.title().named(names), score, each.share(), true));
        }
        double rest = reasons.others();
        for (int k = TITLES; k < titles.size(); k++) {
            rest += titles.get(k).share();
        }
        if (rest != 0) {
            parts.add(new Part("All other titles of your list", "", rest, true));
        }
        reasons.traits().entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Trait, Double> each) -> -Math.abs(each.getValue())))
                .forEach(each -> parts.add(new Part(upper(each.getKey().sentence()), "", each.getValue(), true)));
        reasons.wishes().forEach(wish -> parts.add(new Part(upper(wish.what()), "your wish", wish.share(), true)));
        return parts;
    }

    /// Rounds to thousandths so that the rounded ones add up to the rounded sum: the largest remainders go up.
    static long[] rounded(double[] shares) {
        long[] floors = new long[shares.length];
        double sum = 0;
        long missing = 0;
        for (int k = 0; k < shares.length; k++) {
            floors[k] = (long) Math.floor(shares[k] * PARTS);
            sum += shares[k] * PARTS;
            missing -= floors[k];
        }
        missing += Math.round(sum);
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> floors[k] - shares[k] * PARTS))
                .limit(Math.max(0, missing))
                .forEach(k -> floors[k]++);
        return floors;
    }

    /// A share of all amounts, such as `12 %`; what is less than half a percent is `< 1 %`.
    static String percent(double share, double amounts) {
        long percent = Math.round(100 * Math.abs(share) / amounts);
        return percent == 0 ? "< 1 %" : percent + " %";
    }

    private static String signed(long thousandths) {
        return (thousandths < 0 ? "\u2212" : "+")
                + String.format(Locale.ROOT, "%.3f", Math.abs(thousandths) / (double) PARTS);
    }

    private static String upper(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
