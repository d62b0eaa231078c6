package io.osusume.assistant;

import io.osusume.data.AgeRating;
import io.osusume.data.TitleType;
import io.osusume.recommend.Filter;
import io.osusume.understand.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// What rules have understood of a wish, in words: the fan sees at once what was heard otherwise than it
/// was meant.
final class Wishes {
    private static final int MANY = 3; // more are what is left when some are ruled out
    private static final int HOUR = 60; // minutes

    private final List<String> said = new ArrayList<>();

    private Wishes() {}

    /// One phrase a wish; none if nothing narrows what may come.
    static List<String> of(Request request) {
        Wishes wishes = new Wishes();
        Filter filter = request.filter();
        wishes.kinds(filter);
        wishes.years(filter.fromYear(), filter.toYear());
        wishes.episodes(filter.minEpisodes(), filter.maxEpisodes());
        wishes.rest(filter);
        wishes.order(request);
        return List.copyOf(wishes.said);
    }

    private void kinds(Filter filter) {
        some("", filter.types().stream().map(Wishes::word).sorted().toList(), " or ");
        if (filter.types().size() > MANY) {
            some(
                    "no ",
                    List.of(TitleType.values()).stream()
                            .filter(type ->
                                    type != TitleType.UNKNOWN && !filter.types().contains(type))
                            .map(Wishes::word)
                            .toList(),
                    ", no ");
        }
        some("", lower(filter.genres()), " and ");
        if (!filter.withoutGenres().isEmpty()) {
            said.add("no " + String.join(", no ", lower(filter.withoutGenres())));
        }
        some("made from ", lower(filter.sources()), " or ");
    }

    private void some(String begin, List<String> words, String between) {
        if (!words.isEmpty() && words.size() <= MANY) {
            said.add(begin + String.join(between, words));
        }
    }

    private static List<String> lower(Collection<String> words) {
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static String word(TitleType type) {
        return switch (type) {
            case TV -> "series";
            case MOVIE -> "movies";
            case SPECIAL -> "specials";
            case MUSIC -> "music videos";
            case OVA, ONA, UNKNOWN -> type.label();
        };
    }

    private void years(int from, int to) {
        if (from > 0 && to > 0) {
            said.add(from == to ? "of " + from : "from " + from + " to " + to);
        } else if (from > 0) {
            said.add("from " + from + " on");
        } else if (to > 0) {
            said.add("until " + to);
        }
    }

    private void episodes(int least, int most) {
        if (least > 0 && most > 0) {
            said.add((least == most ? "" : least + " to ") + most + " episodes");
        } else if (least > 0) {
            said.add("at least " + least + " episodes");
        } else if (most > 0) {
            said.add("at most " + most + " episodes");
        }
    }

    private void rest(Filter filter) {
        if (filter.maxMinutes() > 0) {
            said.add(
                    filter.maxMinutes() % HOUR == 0
                            ? "at most " + filter.maxMinutes() / HOUR + " hours in all"
                            : "at most " + filter.maxMinutes() + " minutes in all");
        }
        if (filter.minMembers() > 0) {
            said.add(String.format(Locale.ROOT, "in the lists of at least %,d people", filter.minMembers()));
        }
        if (!Double.isNaN(filter.minScore())) {
            said.add("a score of at least " + Ledger.shown(filter.minScore()));
        }
        if (filter.unaired()) {
            said.add("also what has not been shown yet");
        }
        if (filter.oldest().compareTo(AgeRating.MILD_NUDITY) < 0) {
            said.add("nothing above " + filter.oldest().label());
        }
    }

    private void order(Request request) {
        switch (request.franchises()) {
            case NEW_FRANCHISES -> said.add("only franchises new to you");
            case EVERY_PART -> said.add("sequels too");
            case ONE_PART -> said.add("one title of a franchise");
            case ENTRY_POINT -> {}
        }
        if (request.popularity() != 0) {
            said.add(request.popularity() > 0 ? "rather what many know" : "rather what few know");
        }
        if (request.variety() > 0) {
            said.add("different from one another");
        }
    }
}
