package io.osusume.understand;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import io.osusume.recommend.RecommendationService;
import io.osusume.search.TitleSearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads what a fan writes: a sentence, and the turn before it if there was one, become a [Request].
/// By rules alone, in a few milliseconds, without a network or a language model. Immutable and safe
/// for use by many threads.
public final class Understanding {
    private static final int LONGEST = 500;
    private static final int RARE = 4_000; // a word of one description in so many may be misspelt there, too
    private static final Pattern NOT_TITLE = Pattern.compile(
            " (?:but |and )?(?:not|nothing|without|except|excluding|less|never|(?:i )?(?:didnt|dont|did not) (?:care for|like|enjoy|love|want)|(?:i )?(?:hated?|disliked?))(?: (?:like|similar to|as|another|anything|any|something|the style|of))* (<t(\\d+)>(?: (?:or|and|,) <t\\d+>)*)");
    private static final Pattern MARK = Pattern.compile("<t(\\d+)>");
    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:anime|animes|recommend\\w*|recs?|recc?s|suggest\\w*|watch\\w*|something|smth|sth|anything|shows?|titles?|series|movies?|more|what next)\\b");
    private static final Pattern TIME_PHRASES = Pattern.compile(
            " (?:all|this|first|next|some|long|free|the|of|my|any|every|one|a) time |(?: rainy)? (?:day|night)s? (?:off|out)? ?| rainy day ");
    private static final Pattern FACET = Pattern.compile("<f(\\d+)>");

    private final Catalogue catalogue;
    private final Vocabulary vocabulary = Vocabulary.read();
    private final TitleSpotter titles;
    private final ComparedTitles counterparts;
    private final YearRules years;
    private final FacetRules facets;
    private final ToIntFunction<String> descriptions;
    private final int usual;

    /// @param search over the names of the catalogue
    /// @param descriptions in how many descriptions of titles a folded word stands: one that stands in some
    ///     may describe a title, one that stands in very few may be a typing error
    public Understanding(Catalogue catalogue, TitleSearch search, ToIntFunction<String> descriptions) {
        this.catalogue = catalogue;
        this.descriptions = descriptions;
        this.usual = Math.max(1, catalogue.titles().size() / RARE);
        this.titles = new TitleSpotter(search, vocabulary);
        this.counterparts = new ComparedTitles(search);
        int newest = catalogue.titles().stream()
                .filter(title -> !Double.isNaN(title.score()))
                .mapToInt(Title::year)
                .max()
                .orElse(0);
        this.years = new YearRules(newest);
        Set<String> sources = catalogue.titles().stream()
                .map(Title::source)
                .filter(source -> source != null)
                .collect(Collectors.toCollection(TreeSet::new));
        this.facets = new FacetRules(vocabulary, sources, years);
    }

    /// The understanding of requests about the titles of a service's catalogue.
    public static Understanding of(RecommendationService service) {
        return new Understanding(service.loaded().catalogue(), service.search(), service.meaning()::titlesWith);
    }

    /// Reads a sentence that nothing came before.
    public Request read(String text) {
        return read(text, Optional.empty());
    }

    /// Reads a sentence, which may change or point at what came before.
    public Request read(String text, Optional<Turn> before) {
        String typed = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        TitleSpotter.Spotted spotted = WantRules.isPolite(typed)
                ? new TitleSpotter.Spotted(Plain.of(typed), List.of())
                : counterparts.completed(titles.spot(
                        typed.replace("<", " under ").replace(">", " over "))); // they mark titles and facets
        Draft draft = new Draft();
        draft.titles.addAll(spotted.titles());
        Sentence sentence = new Sentence(corrected(Shorthand.writtenOut(spotted.plain())));
        before.filter(turn -> !turn.shown().isEmpty())
                .ifPresent(turn -> FollowUpRules.point(sentence, turn.shown(), draft.titles, this::name));
        Optional<Turn> listed = before.filter(turn -> turn.request().want().listsTitles());
        OptionalInt more = FollowUpRules.more(sentence);
        if (listed.isPresent() && more.isPresent()) {
            return more(listed.get(), more.getAsInt());
        }
        Optional<Want> want = WantRules.read(sentence, draft).or(() -> LooseWants.read(sentence, draft));
        if (want.isPresent()) {
            draft.want = want.get();
            distinct(draft.titles);
            return draft.request();
        }
        return list(sentence, draft, listed);
    }

    private boolean describes(String word) {
        return descriptions.applyAsInt(word) > 0;
    }

    private static void distinct(List<NamedTitle> titles) {
        Set<Long> seen = new HashSet<>();
        titles.removeIf(title -> !seen.add(title.itemId()));
    }

    private static Request more(Turn before, int count) {
        Draft draft = Draft.of(before.request());
        draft.count = count > 0 ? count : draft.count;
        draft.skip = before.request().skip() + before.shown().size();
        draft.followsUp = true;
        return draft.request();
    }

    private Optional<String> name(long itemId) {
        return catalogue.title(itemId).map(Title::name);
    }

    private String corrected(String plain) {
        return Plain.words(plain).stream()
                .map(word -> word.startsWith("<") || descriptions.applyAsInt(word) >= usual
                        ? word
                        : vocabulary.corrected(word))
                .collect(Collectors.joining(" "));
    }

    /// Reads what asks for a list of titles.
    private Request list(Sentence sentence, Draft draft, Optional<Turn> before) {
        boolean asks = sentence.has(ASKS);
        boolean changes = before.isPresent() && FollowUpRules.changes(sentence);
        sentence.taken(NOT_TITLE).ifPresent(found -> moveTitles(found, draft));
        years.read(sentence, draft);
        LengthRules.read(sentence, draft);
        NumberRules.read(sentence, draft);
        Sentence compared = new Sentence(sentence.rest());
        FollowUpRules.compare(sentence, new Draft(), years); // uses the words up
        boolean replaces = FollowUpRules.replaces(sentence);
        FacetRules.Facets found = facets.read(sentence);
        NumberRules.count(sentence, draft);
        sentence.take(TIME_PHRASES);
        List<String> telling = telling(sentence);
        boolean describing = !telling.isEmpty() && draft.titles.isEmpty();
        facets.apply(describing ? found.withoutWantedGenres() : found, draft);
        draft.notUsed.addAll(unknown(sentence));
        draft.description = telling.isEmpty() ? "" : description(sentence, found, describing);
        boolean narrows = draft.narrows();
        Draft whole =
                changes ? FollowUpRules.merged(Draft.of(before.orElseThrow().request()), draft, replaces) : draft;
        FollowUpRules.compare(compared, whole, years);
        if (changes) {
            lift(found, whole);
            whole.followsUp = true;
            whole.description = (before.orElseThrow().request().description() + " " + draft.description).strip();
        }
        distinct(whole.titles);
        whole.want = want(whole, asks || narrows || whole.narrows());
        return whole.request();
    }

    private static Want want(Draft draft, boolean understood) {
        if (!draft.titles.isEmpty()) {
            return Want.SIMILAR;
        }
        if (!draft.description.isEmpty()) {
            return Want.DESCRIBE;
        }
        return understood ? Want.RECOMMEND : Want.UNCLEAR;
    }

    private static void lift(FacetRules.Facets facets, Draft draft) {
        for (Vocabulary.Meaning meaning : facets.lifted()) {
            draft.withoutGenres.removeAll(meaning.values());
        }
    }

    private static void moveTitles(MatchResult found, Draft draft) {
        List<NamedTitle> moved = MARK.matcher(found.group())
                .results()
                .map(mark -> draft.titles.get(Integer.parseInt(mark.group(1))))
                .toList();
        draft.titles.removeAll(moved);
        draft.withoutTitles.addAll(moved);
    }

    /// The words no rule has used that describe titles.
    private List<String> telling(Sentence sentence) {
        return Plain.words(sentence.rest()).stream()
                .filter(word -> !word.startsWith("<") && !vocabulary.isWeak(word) && describes(word))
                .toList();
    }

    private List<String> unknown(Sentence sentence) {
        return Plain.words(sentence.rest()).stream()
                .filter(word -> !word.startsWith("<") && !vocabulary.isFiller(word) && !describes(word))
                .toList();
    }

    /// The telling words in their order, with the genres asked for among them if they are not
    /// filtered by.
    private String description(Sentence sentence, FacetRules.Facets found, boolean withGenres) {
        List<String> words = new ArrayList<>();
        for (String word : Plain.words(sentence.rest())) {
            var facet = FACET.matcher(word);
            if (facet.matches()) {
                if (withGenres) {
                    found.genrePhrase(Integer.parseInt(facet.group(1))).ifPresent(words::add);
                }
            } else if (!word.startsWith("<") && !vocabulary.isFiller(word)) {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }
}
