package io.osusume.web;

import io.osusume.data.AgeRating;
import io.osusume.data.NameLanguage;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.Ask;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.Filter;
import io.osusume.recommend.FilterRule;
import io.osusume.recommend.RatedItem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Everything a fan can set, as it stands in an address: a link is a saved search. What is as usual is left out of the
/// address, so equal controls have equal addresses. [ControlsReader] reads it back.
///
/// @param picks the titles named in the address; empty where a stored list is meant
/// @param popularity in [-1, 1]: -1 hidden gems, 1 popular
/// @param variety in [0, 1]
/// @param planned whether titles the fan plans to watch may come too
/// @param names the language of titles' names
/// @param page from 1
/// @param usual what is meant where the address says nothing
record Controls(
        Picks picks,
        double popularity,
        double variety,
        Filter filter,
        FranchiseRule franchises,
        boolean planned,
        NameLanguage names,
        int page,
        Usual usual) {
    /// How many cards a page has.
    static final int PAGE_LENGTH = 20;

    /// The last page that can be asked for.
    static final int LAST_PAGE = 500;

    /// What takes no more than an evening, in minutes.
    static final int EVENING_MINUTES = 180;

    /// Nothing set, by nobody in particular.
    static final Controls USUAL = Usual.NOBODYS.controls();

    /// What a fan has chosen for good: where the address says nothing, this is meant.
    record Usual(NameLanguage names, boolean adult, boolean planned) {
        /// Of somebody who has chosen nothing.
        static final Usual NOBODYS = new Usual(NameLanguage.ROMAJI, false, false);

        AgeRating oldest() {
            return adult ? AgeRating.ADULT : AgeRating.MILD_NUDITY;
        }

        /// Controls with nothing set but this.
        Controls controls() {
            Filter filter = adult ? Filter.USUAL.withAdult() : Filter.USUAL;
            return new Controls(new Picks(List.of()), 0, 0, filter, FranchiseRule.ENTRY_POINT, planned, names, 1, this);
        }
    }

    /// A name and a value of the address.
    record Parameter(String name, String value) {}

    /// What is asked of the service.
    ///
    /// @param watched the fan's list
    /// @param excluded what must not come though it is not watched
    /// @param explained how many cards come with reasons
    Ask ask(List<RatedItem> watched, Map<Long, Exclusion> excluded, int explained) {
        Map<Long, Exclusion> out = new HashMap<>(excluded);
        if (planned) {
            out.values().removeIf(each -> each == Exclusion.PLANNED);
        }
        int skip = (page - 1) * PAGE_LENGTH;
        return new Ask(watched, out, filter, franchises, popularity, variety, skip, PAGE_LENGTH, explained);
    }

    /// The address of a page with these controls.
    String address(String path) {
        return path + query();
    }

    /// The query of an address, empty or beginning with `?`.
    String query() {
        return query(parameters());
    }

    private static String query(List<Parameter> all) {
        return all.stream()
                .map(each -> each.name + "=" + encoded(each.value))
                .collect(Collectors.joining("&", all.isEmpty() ? "" : "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%3A", ":");
    }

    /// The query of the first page without one of the settings.
    String queryWithout(Parameter setting) {
        List<Parameter> others = withPage(1).parameters();
        others.remove(setting);
        return query(others);
    }

    /// Names and values of the address in a fixed order; the caller owns the list.
    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        for (RatedItem item : picks.items()) {
            all.add(new Parameter("pick", Picks.value(item.itemId(), item.rating())));
        }
        all.addAll(settings());
        add(all, "page", page == 1 ? "" : Integer.toString(page));
        return all;
    }

    /// The same without picks and page.
    List<Parameter> settings() {
        List<Parameter> all = new ArrayList<>();
        add(all, "popularity", popularity == 0 ? "" : number(popularity));
        add(all, "variety", variety == 0 ? "" : number(variety));
        add(all, "franchises", franchises == FranchiseRule.ENTRY_POINT ? "" : franchises.word());
        ControlWords.TYPES.stream()
                .filter(filter.types()::contains)
                .forEach(type -> add(all, "type", ControlWords.word(type)));
        filter.genres().stream().sorted().forEach(genre -> add(all, "genre", genre));
        filter.withoutGenres().stream().sorted().forEach(genre -> add(all, "not-genre", genre));
        add(all, "from", count(filter.fromYear()));
        add(all, "to", count(filter.toYear()));
        add(all, "min-episodes", count(filter.minEpisodes()));
        add(all, "max-episodes", count(filter.maxEpisodes()));
        add(all, "max-minutes", count(filter.maxMinutes()));
        filter.sources().stream().sorted().forEach(source -> add(all, "source", source));
        add(all, "min-members", count(filter.minMembers()));
        add(all, "min-score", Double.isNaN(filter.minScore()) ? "" : number(filter.minScore()));
        add(all, "unaired", filter.unaired() ? "true" : "");
        add(all, "age", filter.oldest() == usual.oldest() ? "" : ControlWords.word(filter.oldest()));
        add(all, "planned", planned == usual.planned() ? "" : Boolean.toString(planned));
        add(all, "names", names == usual.names() ? "" : names.word());
        return all;
    }

    private static void add(List<Parameter> all, String name, String value) {
        if (!value.isEmpty()) {
            all.add(new Parameter(name, value));
        }
    }

    private static String count(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    /// Two digits after the point at most, none where there is nothing to say.
    static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    Controls withPicks(Picks others) {
        return new Controls(others, popularity, variety, filter, franchises, planned, names, page, usual);
    }

    Controls withPage(int other) {
        return new Controls(picks, popularity, variety, filter, franchises, planned, names, other, usual);
    }

    /// The first page with another filter.
    Controls withFilter(Filter other) {
        return new Controls(picks, popularity, variety, other, franchises, planned, names, 1, usual);
    }

    /// The first page with another rule for franchises.
    Controls withFranchises(FranchiseRule rule) {
        return new Controls(picks, popularity, variety, filter, rule, planned, names, 1, usual);
    }

    /// The first page without one rule of the filter; of age, with all but adult titles.
    Controls without(FilterRule rule) {
        return withFilter(rule == FilterRule.AGE ? withAge(usual.oldest()) : filter.without(rule));
    }

    private Filter withAge(AgeRating oldest) {
        return new Filter(
                filter.types(),
                filter.genres(),
                filter.withoutGenres(),
                filter.fromYear(),
                filter.toYear(),
                filter.minEpisodes(),
                filter.maxEpisodes(),
                filter.maxMinutes(),
                filter.sources(),
                filter.minMembers(),
                filter.minScore(),
                filter.unaired(),
                oldest);
    }

    /// The picks alone.
    Controls plain() {
        return usual.controls().withPicks(picks);
    }
}
