package io.osusume.recommend;

import io.osusume.data.AgeRating;
import io.osusume.data.Facet;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What filters need to know of each item, in flat arrays by item index. Immutable but for the day, which it asks for.
final class FilterTable {
    private static final BitSet NONE = new BitSet();
    private static final List<AgeRating> AGES = List.of(AgeRating.values());

    private final BitSet known = new BitSet();
    private final Map<TitleType, BitSet> types = new EnumMap<>(TitleType.class);
    private final Map<AgeRating, BitSet> suitable =
            new EnumMap<>(AgeRating.class); // by the highest class that may come
    private final double[] years;
    private final double[] episodes;
    private final double[] minutes;
    private final double[] members;
    private final double[] scores;
    private final double[] shown;
    private final Map<String, BitSet> genres = new HashMap<>();
    private final Map<String, BitSet> sources = new HashMap<>();
    private final Clock clock;

    private volatile ShownBy shownBy;

    /// What has been shown by a month.
    private record ShownBy(double month, BitSet items) {
        ShownBy(double month, double[] shown) {
            this(month, new ItemCheck.Range(shown, Double.NEGATIVE_INFINITY, month).passing());
        }
    }

    private record Active(FilterRule rule, ItemCheck check) {}

    /// @param titles by item, empty for those the catalogue lacks
    FilterTable(List<Optional<Title>> titles, Clock clock) {
        this.clock = clock;
        int n = titles.size();
        double[] ages = new double[n]; // places in AGES
        years = new double[n];
        episodes = new double[n];
        minutes = new double[n];
        members = new double[n];
        scores = new double[n];
        shown = new double[n];
        for (int item = 0; item < n; item++) {
            int at = item;
            titles.get(item).ifPresent(title -> {
                ages[at] = AGES.indexOf(title.shownAs());
                add(at, title);
            });
        }
        for (AgeRating oldest : AGES) {
            suitable.put(oldest, new ItemCheck.Range(ages, 0, AGES.indexOf(oldest)).passing());
        }
        shownBy = new ShownBy(today(), shown);
    }

    private void add(int item, Title title) {
        known.set(item);
        types.computeIfAbsent(title.type(), _ -> new BitSet()).set(item);
        years[item] = title.year();
        episodes[item] = title.episodes();
        minutes[item] = title.watchingMinutes();
        members[item] = title.members();
        scores[item] = title.score();
        shown[item] = shown(title);
        for (String genre : title.genres()) {
            genres.computeIfAbsent(genre, _ -> new BitSet()).set(item);
        }
        for (String source : Facet.SOURCE.words(title)) {
            sources.computeIfAbsent(source, _ -> new BitSet()).set(item);
        }
    }

    /// What nobody has scored and nobody knows a date of counts as not shown.
    private static double shown(Title title) {
        double years = title.airedFromYears();
        if (!Double.isNaN(years)) {
            return years;
        }
        return Double.isNaN(title.score()) ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /// All genres, in the order of the alphabet.
    Set<String> genres() {
        return new TreeSet<>(genres.keySet());
    }

    /// All sources, in the order of the alphabet.
    Set<String> sources() {
        return new TreeSet<>(sources.keySet());
    }

    /// The items a filter lets through, owned by the caller.
    BitSet passing(Filter filter) {
        BitSet items = (BitSet) known.clone();
        active(filter).forEach(each -> each.check.keep(items));
        return items;
    }

    /// The items a filter takes out, owned by the caller.
    BitSet hidden(Filter filter) {
        BitSet items = passing(filter);
        items.flip(0, years.length);
        return items;
    }

    /// Gives the first rule of a filter that takes an item out, null for one that passes.
    IntFunction<@Nullable FilterRule> firstAgainst(Filter filter) {
        List<Active> active = active(filter);
        return item -> {
            for (Active each : active) {
                if (!each.check.passes(item)) {
                    return each.rule;
                }
            }
            return null;
        };
    }

    /// The rules of a filter that take an item out.
    List<FilterRule> against(int item, Filter filter) {
        return active(filter).stream()
                .filter(each -> !each.check.passes(item))
                .map(Active::rule)
                .toList();
    }

    private List<Active> active(Filter filter) {
        List<Active> active = new ArrayList<>();
        active.add(new Active(FilterRule.NO_FACTS, new ItemCheck.OneOf(known)));
        if (filter.oldest() != AgeRating.ADULT) {
            active.add(new Active(FilterRule.AGE, new ItemCheck.OneOf(suitable.getOrDefault(filter.oldest(), NONE))));
        }
        if (!filter.unaired()) {
            active.add(new Active(FilterRule.UNAIRED, new ItemCheck.OneOf(shownByToday())));
        }
        if (!filter.types().isEmpty()) {
            active.add(new Active(FilterRule.TYPE, new ItemCheck.OneOf(any(types, filter.types()))));
        }
        if (!filter.genres().isEmpty()) {
            active.add(new Active(FilterRule.GENRE, new ItemCheck.OneOf(all(filter.genres()))));
        }
        if (!filter.withoutGenres().isEmpty()) {
            BitSet others = any(genres, filter.withoutGenres());
            others.flip(0, years.length);
            active.add(new Active(FilterRule.WITHOUT_GENRE, new ItemCheck.OneOf(others)));
        }
        if (!filter.sources().isEmpty()) {
            active.add(new Active(FilterRule.SOURCE, new ItemCheck.OneOf(any(sources, filter.sources()))));
        }
        range(active, FilterRule.YEAR, filter.fromYear(), filter.toYear(), years);
        range(active, FilterRule.EPISODES, filter.minEpisodes(), filter.maxEpisodes(), episodes);
        if (filter.maxMinutes() > 0) {
            active.add(new Active(
                    FilterRule.WATCHING_TIME, new ItemCheck.Range(minutes, Double.MIN_VALUE, filter.maxMinutes())));
        }
        if (filter.minMembers() > 0) {
            active.add(new Active(
                    FilterRule.MEMBERS, new ItemCheck.Range(members, filter.minMembers(), Integer.MAX_VALUE)));
        }
        if (!Double.isNaN(filter.minScore())) {
            active.add(new Active(
                    FilterRule.SCORE, new ItemCheck.Range(scores, filter.minScore(), Double.POSITIVE_INFINITY)));
        }
        return active;
    }

    private static void range(List<Active> active, FilterRule rule, int low, int high, double[] numbers) {
        if (low > 0 || high > 0) {
            int most = high == 0 ? Integer.MAX_VALUE : high;
            active.add(new Active(rule, new ItemCheck.Range(numbers, Math.max(1, low), most)));
        }
    }

    private static <W> BitSet any(Map<W, BitSet> byWord, Set<W> words) {
        BitSet items = new BitSet();
        words.forEach(word -> items.or(byWord.getOrDefault(word, NONE)));
        return items;
    }

    private BitSet all(Set<String> words) {
        BitSet items = (BitSet) known.clone();
        words.forEach(word -> items.and(genres.getOrDefault(word, NONE)));
        return items;
    }

    private BitSet shownByToday() {
        double month = today();
        ShownBy known = shownBy;
        if (known.month != month) {
            known = new ShownBy(month, shown);
            shownBy = known;
        }
        return known.items;
    }

    private double today() {
        LocalDate day = LocalDate.now(clock);
        return day.getYear() + (day.getMonthValue() - 1) / 12.0;
    }
}
