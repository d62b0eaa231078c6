package io.osusume.understand;

import io.osusume.data.AgeRating;
import io.osusume.data.TitleType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Genres, moods, types, sources and qualities, wanted or ruled out. What is ruled out follows a
/// negation, also over several with "or" between them: "not ecchi or harem". Immutable.
final class FacetRules {
    /// What a short, a long and a "not too long" title has of episodes.
    static final int SHORT = LengthRules.COUR;

    static final int LONG = 50;
    static final int NOT_TOO_LONG = 26;

    /// How far the slider goes for what fans call popular or hidden.
    static final double SLIDER = 0.7;

    /// From where on the community's score is high.
    static final double HIGH = 8;

    private static final String FACET = "<f(\\d+)>";
    private static final String TAIL =
            "(?: (?:stuff|scenes?|parts?|moments?|things?|ones?|animes?|titles?|shows?|settings?|elements?|themes?|please|pls|romcoms?|trash|crap|at all|this time))*";
    private static final String SOFT =
            "(?:(?:any|a|an|the|all|too|too much|so|much|more|that|very|really|overly|super|all that|of|another|about|based on|from|being|be|in|at|on|it|your|usual|typical|to be|for) )*";
    private static final Pattern NEGATED = Pattern.compile(
            " (?:but |and |with |just )?(?:no|not|nothing|without|isnt|isn t|arent|wasnt|dont (?:want|like|need|care for|have)|do not (?:want|like|have|need)|not (?:an? )?(?:big |huge |really |much of an? )*fan of|not set|not about|not into|dont wanna (?:see|watch)|doesnt have|doesnt contain|doesnt (?:take place|play)|not take place|spare me|leave out|keep out|(?:that is |thats )?free (?:of|from)|none of|drop|lose|ditch|havent got|too|"
                    + "(?:i |really )*(?:hates?|dislikes?|cant stand)|(?:im )?(?:tired of|sick of|bored (?:of|with|by)|fed up with|done with|over)|(?:had )?enough|anything but|everything but|anything except|except|excluding|avoid|less|minus|non|aint|never|nor|skip|forget|forget about|zero|lacks?) "
                    + SOFT + FACET + TAIL + "(?: (?:or|nor|and|/|, or|, nor|and no|or any|nor any) " + SOFT + FACET
                    + TAIL + ")*(?= )");
    private static final Pattern FREE = Pattern.compile(" " + FACET + " (?:free|less) ");
    private static final Pattern LIST = Pattern.compile("(?<=(?:no|not|nothing|without) )(?:" + SOFT + FACET + TAIL
            + " , )+(?=" + SOFT + FACET + TAIL + " (?:or|nor) " + FACET + ")");
    private static final Pattern MARK = Pattern.compile(FACET);
    private static final List<TitleType> CHOICE = Arrays.stream(TitleType.values())
            .filter(type -> type != TitleType.UNKNOWN)
            .toList();

    private final Vocabulary vocabulary;
    private final Set<String> allSources;
    private final YearRules years;

    /// @param allSources of the catalogue
    FacetRules(Vocabulary vocabulary, Set<String> allSources, YearRules years) {
        this.vocabulary = vocabulary;
        this.allSources = allSources;
        this.years = years;
    }

    /// A phrase of the sentence and what it means.
    private record Facet(String phrase, Vocabulary.Meaning meaning) {}

    /// What was found, in the order of the sentence.
    ///
    /// @param phrases every phrase that means something, by its place
    /// @param lifted what is let in again that was ruled out before
    record Facets(
            List<String> phrases,
            List<Vocabulary.Meaning> meanings,
            Set<Integer> wantedPlaces,
            Set<Integer> ruledOutPlaces,
            List<Vocabulary.Meaning> lifted) {
        Stream<Vocabulary.Meaning> wanted() {
            return wantedPlaces.stream().map(meanings::get);
        }

        Stream<Vocabulary.Meaning> ruledOut() {
            return ruledOutPlaces.stream().map(meanings::get);
        }

        /// The same without the genres that are wanted: they stay words of a description.
        Facets withoutWantedGenres() {
            Set<Integer> others = wantedPlaces.stream()
                    .filter(place -> !meanings.get(place).field().equals("genre"))
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Facets(phrases, meanings, others, ruledOutPlaces, lifted);
        }

        /// The phrase at a place, if it is of a genre.
        Optional<String> genrePhrase(int place) {
            return meanings.get(place).field().equals("genre") ? Optional.of(phrases.get(place)) : Optional.empty();
        }
    }

    Facets read(Sentence sentence) {
        List<Facet> all = mark(sentence);
        List<Integer> lifted = FollowUpRules.lifted(sentence);
        for (Optional<MatchResult> list = sentence.seen(LIST); list.isPresent(); list = sentence.seen(LIST)) {
            sentence.replace(list.get(), list.get().group().replace(" , ", " or "));
        }
        Set<Integer> out = new TreeSet<>();
        for (Optional<MatchResult> free = sentence.taken(FREE); free.isPresent(); free = sentence.taken(FREE)) {
            out.add(Integer.parseInt(free.get().group(1)));
        }
        for (Optional<MatchResult> found = sentence.taken(NEGATED);
                found.isPresent();
                found = sentence.taken(NEGATED)) {
            for (Matcher mark = MARK.matcher(found.get().group()); mark.find(); ) {
                out.add(Integer.parseInt(mark.group(1)));
            }
        }
        Set<Integer> wanted = new TreeSet<>();
        for (int place = 0; place < all.size(); place++) {
            if (!out.contains(place) && !lifted.contains(place)) {
                wanted.add(place);
            }
        }
        return new Facets(
                all.stream().map(Facet::phrase).toList(),
                all.stream().map(Facet::meaning).toList(),
                wanted,
                out,
                lifted.stream().map(place -> all.get(place).meaning()).toList());
    }

    /// Puts a mark in the place of every phrase of the vocabulary.
    private List<Facet> mark(Sentence sentence) {
        List<String> words = Plain.words(sentence.rest());
        List<Facet> found = new ArrayList<>();
        StringBuilder marked = new StringBuilder();
        for (int k = 0; k < words.size(); ) {
            Optional<Vocabulary.Phrase> phrase = vocabulary.phrase(words, k);
            if (phrase.isPresent()) {
                int length = phrase.get().length();
                marked.append(" <f").append(found.size()).append('>');
                found.add(new Facet(
                        String.join(" ", words.subList(k, k + length)),
                        phrase.get().meaning()));
                k += length;
            } else {
                marked.append(' ').append(words.get(k++));
            }
        }
        sentence.restart(marked.toString());
        return found;
    }

    void apply(Facets facets, Draft draft) {
        facets.wanted().forEach(meaning -> want(meaning, draft));
        facets.ruledOut().forEach(meaning -> ruleOut(meaning, draft));
    }

    private void want(Vocabulary.Meaning meaning, Draft draft) {
        switch (meaning.field()) {
            case "genre" -> draft.genres.addAll(meaning.values());
            case "type" -> draft.types.add(TitleType.valueOf(meaning.values().getFirst()));
            case "source" -> draft.sources.addAll(meaning.values());
            default -> wantQuality(meaning.values().getFirst(), draft);
        }
    }

    private void wantQuality(String quality, Draft draft) {
        switch (quality) {
            case "short" -> draft.maxEpisodes = draft.maxEpisodes > 0 ? draft.maxEpisodes : SHORT;
            case "long" -> draft.minEpisodes = draft.minEpisodes > 0 ? draft.minEpisodes : LONG;
            case "popular" -> draft.popularity = SLIDER;
            case "hidden" -> draft.popularity = -SLIDER;
            case "acclaimed" -> draft.minScore = Double.isNaN(draft.minScore) ? HIGH : draft.minScore;
            case "recent" -> draft.fromYear = draft.fromYear > 0 ? draft.fromYear : years.recent();
            case "old" -> draft.toYear = draft.toYear > 0 || draft.fromYear > 0 ? draft.toYear : YearRules.old();
            case "family" -> draft.notAbove(AgeRating.CHILDREN);
            case "varied" -> draft.variety = SLIDER;
            case "upcoming" -> draft.unaired = true;
            default -> draft.notUsed.add(quality);
        }
    }

    private void ruleOut(Vocabulary.Meaning meaning, Draft draft) {
        switch (meaning.field()) {
            case "genre" -> {
                draft.withoutGenres.addAll(meaning.values());
                meaning.values().forEach(draft.genres::remove);
            }
            case "type" -> {
                if (draft.types.isEmpty()) {
                    draft.types.addAll(CHOICE);
                }
                draft.types.remove(TitleType.valueOf(meaning.values().getFirst()));
            }
            case "source" -> {
                if (draft.sources.isEmpty()) {
                    draft.sources.addAll(allSources);
                }
                meaning.values().forEach(draft.sources::remove);
            }
            default -> ruleOutQuality(meaning.values().getFirst(), draft);
        }
    }

    private static void ruleOutQuality(String quality, Draft draft) {
        switch (quality) {
            case "short" -> draft.minEpisodes = SHORT + 1;
            case "long" -> draft.maxEpisodes = NOT_TOO_LONG;
            case "popular" -> draft.popularity = -SLIDER;
            case "hidden" -> draft.popularity = SLIDER;
            case "violent" -> draft.notAbove(AgeRating.TEENS);
            case "naked" -> draft.notAbove(AgeRating.VIOLENCE);
            case "recent" -> draft.toYear = YearRules.old();
            case "old" -> draft.fromYear = YearRules.old() + 1;
            default -> draft.notUsed.add("not " + quality);
        }
    }
}
