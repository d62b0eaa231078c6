package io.osusume.recommend;

import io.osusume.data.AgeRating;
import io.osusume.data.Facet;
import io.osusume.data.IdIndex;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// What filters need to know of each item, in flat arrays by item index. Immutable but for the day, which it asks for.
final class FilterTable {
    private final BitSet known = new BitSet();
    private final BitSet adult = new BitSet();
    private final TitleType[] types;
    private final AgeRating[] ages;
    private final int[] years;
    private final int[] episodes;
    private final double[] minutes;
    private final int[] members;
    private final double[] scores;
    private final double[] shown;
    private final Map<String, BitSet> genres = new HashMap<>();
    private final Map<String, BitSet> sources = new HashMap<>();
    private final Clock clock;

    private record Active(FilterRule rule, IntPredicate passes) {}

    /// @param titles gives the title of an id
    FilterTable(IdIndex items, Function<Long, Optional<Title>> titles, Clock clock) {
        this.clock = clock;
        int n = items.size();
        types = new TitleType[n];
        ages = new AgeRating[n];
        years = new int[n];
        episodes = new int[n];
        minutes = new double[n];
        members = new int[n];
        scores = new double[n];
        shown = new double[n];
        for (int item = 0; item < n; item++) {
            int at = item;
            titles.apply(items.id(item)).ifPresent(title -> add(at, title));
        }
    }

    private void add(int item, Title title) {
        known.set(item);
        adult.set(item, title.adult());
        types[item] = title.type();
        ages[item] = title.ageRating();
        years[item] = title.year();
        episodes[item] = title.episodes();
        minutes[item] = title.watchingMinutes();
        members[item] = title.members();
        scores[item] = title.score();
        shown[item] = title.airedFromYears();
        for (String genre : title.genres()) {
            genres.computeIfAbsent(genre, _ -> new BitSet()).set(item);
        }
        for (String source : Facet.SOURCE.words(title)) {
            sources.computeIfAbsent(source, _ -> new BitSet()).set(item);
        }
    }

    /// All genres, in the order of the alphabet.
    Set<String> genres() {
        return new TreeSet<>(genres.keySet());
    }

    /// All sources, in the order of the alphabet.
    Set<String> sources() {
        return new TreeSet<>(sources.keySet());
    }

    /// Passes for an item that a filter lets through.
    IntPredicate passing(Filter filter) {
        List<Active> active = active(filter);
        return item -> {
            for (Active each : active) {
                if (!each.passes.test(item)) {
                    return false;
                }
            }
            return true;
        };
    }

    /// Gives the first rule of a filter that takes an item out, null for one that passes.
    IntFunction<@Nullable FilterRule> firstAgainst(Filter filter) {
        List<Active> active = active(filter);
        return item -> {
            for (Active each : active) {
                if (!each.passes.test(item)) {
                    return each.rule;
                }
            }
            return null;
        };
    }

    /// The rules of a filter that take an item out.
    List<FilterRule> against(int item, Filter filter) {
        return active(filter).stream()
                .filter(each -> !each.passes.test(item))
                .map(Active::rule)
                .toList();
    }

    private List<Active> active(Filter filter) {
        List<Active> active = new ArrayList<>();
        active.add(new Active(FilterRule.NO_FACTS, known::get));
        active.add(new Active(FilterRule.AGE, item -> ofAge(item, filter.oldest())));
        if (!filter.unaired()) {
            double today = today();
            active.add(new Active(FilterRule.UNAIRED, item -> hasBeenShown(item, today)));
        }
        if (!filter.types().isEmpty()) {
            active.add(new Active(FilterRule.TYPE, item -> filter.types().contains(types[item])));
        }
        if (!filter.genres().isEmpty()) {
            List<BitSet> wanted = sets(genres, filter.genres());
            active.add(new Active(FilterRule.GENRE, item -> wanted.stream().allMatch(set -> set.get(item))));
        }
        if (!filter.withoutGenres().isEmpty()) {
            List<BitSet> unwanted = sets(genres, filter.withoutGenres());
            active.add(new Active(
                    FilterRule.WITHOUT_GENRE, item -> unwanted.stream().noneMatch(set -> set.get(item))));
        }
        if (!filter.sources().isEmpty()) {
            List<BitSet> wanted = sets(sources, filter.sources());
            active.add(new Active(FilterRule.SOURCE, item -> wanted.stream().anyMatch(set -> set.get(item))));
        }
        range(active, FilterRule.YEAR, filter.fromYear(), filter.toYear(), years);
        range(active, FilterRule.EPISODES, filter.minEpisodes(), filter.maxEpisodes(), episodes);
        if (filter.maxMinutes() > 0) {
            active.add(new Active(
                    FilterRule.WATCHING_TIME, item -> minutes[item] > 0 && minutes[item] <= filter.maxMinutes()));
        }
        if (filter.minMembers() > 0) {
            active.add(new Active(FilterRule.MEMBERS, item -> members[item] >= filter.minMembers()));
        }
        if (!Double.isNaN(filter.minScore())) {
            active.add(new Active(FilterRule.SCORE, item -> scores[item] >= filter.minScore()));
        }
        return active;
    }

    private static void range(List<Active> active, FilterRule rule, int low, int high, int[] numbers) {
        if (low > 0 || high > 0) {
            int most = high == 0 ? Integer.MAX_VALUE : high;
            active.add(new Active(rule, item -> numbers[item] > 0 && numbers[item] >= low && numbers[item] <= most));
        }
    }

    private static List<BitSet> sets(Map<String, BitSet> byWord, Set<String> words) {
        return words.stream()
                .map(word -> byWord.getOrDefault(word, new BitSet()))
                .toList();
    }

    private boolean ofAge(int item, AgeRating oldest) {
        if (oldest == AgeRating.ADULT) {
            return true;
        }
        if (adult.get(item)) {
            return false;
        }
        return ages[item] == AgeRating.UNKNOWN ? oldest == AgeRating.MILD_NUDITY : ages[item].compareTo(oldest) <= 0;
    }

    /// What nobody has scored and nobody knows a date of counts as not shown.
    private boolean hasBeenShown(int item, double today) {
        return Double.isNaN(shown[item]) ? !Double.isNaN(scores[item]) : shown[item] <= today;
    }

    private double today() {
        LocalDate day = LocalDate.now(clock);
        return day.getYear() + (day.getMonthValue() - 1) / 12.0;
    }
}
