package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.Filter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/// Reads [Controls] from the parameters of an address. A bad value is told and left out, everything else is kept;
/// an empty value is none; of a single value that stands twice the last counts. Belongs to one thread.
final class ControlsReader {
    /// Every parameter that controls something.
    static final Set<String> NAMES = Set.of(
            "pick",
            "popularity",
            "variety",
            "franchises",
            "type",
            "genre",
            "not-genre",
            "from",
            "to",
            "min-episodes",
            "max-episodes",
            "max-minutes",
            "source",
            "min-members",
            "min-score",
            "unaired",
            "age",
            "planned",
            "names",
            "page");

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2100;
    static final int MOST_EPISODES = 10_000;
    static final int MOST_MINUTES = 1_000_000;
    static final int MOST_MEMBERS = 100_000_000;

    private final Map<String, List<String>> query;
    private final ControlWords words;
    private final Controls.Usual usual;
    private final List<String> problems = new ArrayList<>();

    private ControlsReader(Map<String, List<String>> query, ControlWords words, Controls.Usual usual) {
        this.query = query;
        this.words = words;
        this.usual = usual;
    }

    /// What was read.
    ///
    /// @param problems one sentence for each value that does not count, without a full stop
    record Read(Controls controls, List<String> problems) {
        Read {
            problems = List.copyOf(problems);
        }

        /// The controls.
        ///
        /// @throws RequestException with status 400 and the first problem, if there is one
        Controls orRefuse() {
            if (!problems.isEmpty()) {
                throw new RequestException(400, problems.getFirst());
            }
            return controls;
        }
    }

    /// Reads the parameters of an address; those that control nothing are passed over.
    ///
    /// @param usual what is meant where the address says nothing
    static Read read(Map<String, List<String>> query, ControlWords words, Controls.Usual usual) {
        ControlsReader reader = new ControlsReader(query, words, usual);
        return new Read(reader.controls(), reader.problems);
    }

    private Controls controls() {
        return new Controls(
                Picks.read(query.getOrDefault("pick", List.of()), problems::add),
                number("popularity", -1, 1).orElse(0),
                number("variety", 0, 1).orElse(0),
                filter(),
                one("franchises", ControlWords::franchises, List.of(FranchiseRule.values()), FranchiseRule::word)
                        .orElse(FranchiseRule.ENTRY_POINT),
                yes("planned", usual.planned()),
                one("names", ControlWords::names, List.of(NameLanguage.values()), NameLanguage::word)
                        .orElse(usual.names()),
                Math.max(1, whole("page", 1, Controls.LAST_PAGE)),
                usual);
    }

    private Filter filter() {
        int[] years = ordered("from", "to", FIRST_YEAR, LAST_YEAR);
        int[] episodes = ordered("min-episodes", "max-episodes", 1, MOST_EPISODES);
        Set<String> genres = several("genre", words::genre, words.genres(), Function.identity());
        Set<String> without = several("not-genre", words::genre, words.genres(), Function.identity());
        for (String both : genres) {
            if (without.contains(both)) {
                problems.add("not-genre must not name a genre that genre asks for, was '" + both + "'");
            }
        }
        without.removeAll(genres);
        return new Filter(
                several("type", ControlWords::type, ControlWords.TYPES, ControlWords::word),
                genres,
                without,
                years[0],
                years[1],
                episodes[0],
                episodes[1],
                whole("max-minutes", 1, MOST_MINUTES),
                several("source", words::source, words.sources(), Function.identity()),
                whole("min-members", 1, MOST_MEMBERS),
                number("min-score", 1, 10).orElse(Double.NaN),
                yes("unaired", false),
                one("age", ControlWords::age, ControlWords.AGES, ControlWords::word)
                        .orElse(usual.oldest()));
    }

    private int[] ordered(String low, String high, int least, int most) {
        int from = whole(low, least, most);
        int to = whole(high, least, most);
        if (from > 0 && to > 0 && from > to) {
            problems.add(low + " must not be above " + high + ", were " + from + " and " + to);
            return new int[] {0, 0};
        }
        return new int[] {from, to};
    }

    private List<String> values(String name) {
        return query.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private Optional<String> last(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    /// A whole number, 0 for none.
    private int whole(String name, int least, int most) {
        String text = last(name).orElse("0");
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number == 0 || (number >= least && number <= most)) {
                return number;
            }
        }
        problems.add(name + " must be a whole number in [" + least + ", " + most + "], was '" + cut(text) + "'");
        return 0;
    }

    private OptionalDouble number(String name, double least, double most) {
        Optional<String> text = last(name);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (text.get().matches("-?\\d{1,2}([.]\\d{1,9})?|-?[.]\\d{1,9}")) {
            double number = Math.round(new BigDecimal(text.get()).doubleValue() * 100) / 100.0;
            if (number >= least && number <= most) {
                return OptionalDouble.of(number);
            }
        }
        problems.add(name + " must be a number in [" + Controls.number(least) + ", " + Controls.number(most)
                + "], was '" + cut(text.get()) + "'");
        return OptionalDouble.empty();
    }

    private boolean yes(String name, boolean otherwise) {
        String text = last(name).orElse(Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(name + " must be true or false, was '" + cut(text) + "'");
            return otherwise;
        }
        return text.equals("true");
    }

    private <T> Optional<T> one(
            String name, Function<String, Optional<T>> parse, List<T> all, Function<T, String> word) {
        Optional<String> text = last(name);
        Optional<T> found = text.flatMap(parse);
        if (text.isPresent() && found.isEmpty()) {
            refuse(name, text.get(), ControlWords.listed(all, word));
        }
        return found;
    }

    private <T> Set<T> several(
            String name, Function<String, Optional<T>> parse, java.util.Collection<T> all, Function<T, String> word) {
        Set<T> found = new LinkedHashSet<>();
        for (String text : values(name)) {
            parse.apply(text).ifPresentOrElse(found::add, () -> refuse(name, text, ControlWords.listed(all, word)));
        }
        return found;
    }

    private void refuse(String name, String text, String known) {
        problems.add(name + " must be one of " + known + ", was '" + cut(text) + "'");
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
