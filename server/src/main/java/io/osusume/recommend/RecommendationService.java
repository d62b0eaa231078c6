package io.osusume.recommend;

import static io.osusume.recommend.RecommendException.Reason.MODEL_CANNOT;
import static io.osusume.recommend.RecommendException.Reason.UNKNOWN;

import io.osusume.data.Lazy;
import io.osusume.data.Profile;
import io.osusume.data.Title;
import io.osusume.meaning.MeaningSearch;
import io.osusume.meaning.QueryEncoder;
import io.osusume.model.FoldIn;
import io.osusume.model.Probabilities;
import io.osusume.model.Ranking;
import io.osusume.model.Recommender;
import io.osusume.model.SimilarItems;
import io.osusume.model.audience.Audience;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.model.rerank.Wishes;
import io.osusume.registry.LoadedModel;
import io.osusume.search.TitleLookup;
import io.osusume.search.TitleSearch;
import io.osusume.telemetry.Telemetry;
import io.osusume.telemetry.Work;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Answers fans' questions with one loaded model. Immutable and safe for use by many threads.
///
/// Only titles that stand in the catalogue are recommended: one without a name cannot be shown.
public final class RecommendationService {
    private final LoadedModel loaded;
    private final Lazy<TitleSearch> search;
    private final MeaningSearch meaning;
    private final Served served;
    private final Admission admission;
    private final Telemetry telemetry;
    private final AtomicBoolean preparing = new AtomicBoolean();

    /// The service for a model.
    public RecommendationService(LoadedModel loaded) {
        this(loaded, Clock.systemUTC(), Admission.open(), Telemetry.NONE);
    }

    /// @param clock tells the day, before which a title has not been shown
    /// @param admission lets in as many questions at once as can be worked on; shared by all services
    ///     of a machine
    /// @param telemetry is told of each question
    public RecommendationService(LoadedModel loaded, Clock clock, Admission admission, Telemetry telemetry) {
        this(loaded, clock, admission, telemetry, new QueryEncoder());
    }

    /// The same with an encoder of descriptions that other services share.
    public RecommendationService(
            LoadedModel loaded, Clock clock, Admission admission, Telemetry telemetry, QueryEncoder encoder) {
        this.telemetry = telemetry;
        this.loaded = loaded;
        this.admission = admission;
        this.search = new Lazy<>(() -> new TitleSearch(loaded.catalogue()));
        this.meaning =
                new MeaningSearch(loaded.catalogue(), () -> loaded.insights().meanings(), encoder);
        this.served = new Served(loaded, clock);
    }

    public LoadedModel loaded() {
        return loaded;
    }

    /// Begins to build what searching needs, if nobody has: until it is there, who searches waits for it.
    public void prepare() {
        if (!preparing.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("osusume-search-index").start(() -> {
                search.get();
                meaning.prepare();
            });
        }
    }

    /// The search over the names of the model's catalogue.
    public TitleSearch search() {
        return search.get();
    }

    /// The search over what the titles of the model's catalogue are about.
    public MeaningSearch meaning() {
        return meaning;
    }

    /// Tells of titles, as [#passing] does of items; one the model does not know never passes.
    public Predicate<Title> passingTitles(Filter filter) {
        IntPredicate items = passing(filter);
        return title -> loaded.items().index(title.itemId()).stream().anyMatch(items);
    }

    /// All genres a filter can ask for, in the order of the alphabet.
    public Set<String> genres() {
        return served.filters().genres();
    }

    /// All sources a filter can ask for, in the order of the alphabet.
    public Set<String> sources() {
        return served.filters().sources();
    }

    /// Resolves a name or id to exactly one title of the model's catalogue.
    public TitleLookup lookup() {
        return new TitleLookup(loaded.catalogue(), search.get());
    }

    /// True if the model can serve a list it never saw in training.
    public boolean servesLists() {
        return loaded.model() instanceof FoldIn;
    }

    /// The best titles for a list with nothing else to say.
    public Recommendations recommend(List<RatedItem> watched, int n) {
        return recommend(Ask.of(watched, n));
    }

    /// The best titles for what a fan asks. Every rule refills: fewer than `n` come only when no more
    /// may come.
    ///
    /// @throws RecommendException if the model cannot serve lists, knows none of the watched titles,
    ///     or too much is asked at once
    public Recommendations recommend(Ask ask) {
        return admission.admit(() -> watched("recommend", () -> answer(ask, ask.skip() == 0)));
    }

    /// The same for a list that is no fan's, such as one of a self-test: it does not count as served.
    public Recommendations tryOut(Ask ask) {
        return admission.admit(() -> watched("recommend", () -> answer(ask, false)));
    }

    private <T> T watched(String question, Supplier<T> answer) {
        return telemetry.watch(
                new Work.Scoring(question, loaded.id()),
                answer,
                failed -> failed instanceof RecommendException refused
                        ? refused.reason().name().toLowerCase(Locale.ROOT)
                        : "error");
    }

    private Recommendations answer(Ask ask, boolean counts) {
        boolean watched = telemetry.watches();
        AskedList list = AskedList.of(ask, served, watched);
        int wanted = Math.addExact(ask.skip(), ask.n());
        Ranking best = list.best(Math.addExact(wanted, 1)); // one more tells whether there are more
        List<Card> cards = new ArrayList<>();
        int[] items = IntStream.range(ask.skip(), Math.max(ask.skip(), Math.min(wanted, best.size())))
                .map(best::index)
                .toArray();
        Optional<ExpectedScore[]> expected = list.expected(items);
        for (int k = 0; k < items.length; k++) {
            int place = k;
            Optional<ExpectedScore> score = expected.map(all -> all[place]);
            cards.add(card(list, items[k], ask.skip() + k, score, k < ask.explained()));
        }
        if (watched) {
            telemetry.filtered(new FilteredOut(served, list).byRule(best.first(wanted)));
            if (counts) {
                telemetry.listed(loaded.id(), list.sketch());
            }
        }
        return new Recommendations(
                cards, best.size() > wanted, list.profile().size(), list.notMatched(), list.confidence());
    }

    private Card card(AskedList list, int item, int rank, Optional<ExpectedScore> expected, boolean explained) {
        float score = list.score(item);
        return new Card(
                rank + 1,
                served.title(item),
                score,
                loaded.model() instanceof Probabilities model
                        ? OptionalDouble.of(model.probability(score))
                        : OptionalDouble.empty(),
                expected,
                list.inFranchise(item),
                explained ? list.reasons(item) : Optional.empty());
    }

    /// The fans most like the owner of a list, and what they love that the list lacks; empty where
    /// the model version keeps no lists.
    ///
    /// @param n how many fans
    /// @throws RecommendException as [#recommend(Ask)]
    public Optional<SimilarFans> similarFans(Ask ask, int n) {
        return admission.admit(() -> watched(
                "similar-fans",
                () -> loaded.insights()
                        .lists()
                        .map(lists ->
                                new SimilarFansAnswer(served, AskedList.of(ask, served), lists).answer(n, ask.n()))));
    }

    /// What a fan would probably give a title; empty where the list has too few scores, the model
    /// does not know the title, or the model version does not tell.
    ///
    /// @throws RecommendException as [#recommend(Ask)]
    public Optional<ExpectedScore> expectedScore(List<RatedItem> watched, long itemId) {
        OptionalInt item = loaded.items().index(itemId);
        if (item.isEmpty() || watched.isEmpty()) {
            return Optional.empty();
        }
        Profile profile = AskedList.profile(watched, loaded);
        return new ScoreReader(loaded, profile)
                .expected(profile, new int[] {item.getAsInt()})
                .map(all -> all[0]);
    }

    /// The users of the training data who have a title; empty where the model does not know it or the
    /// model version does not tell.
    public Optional<Audience> audience(long itemId) {
        OptionalInt item = loaded.items().index(itemId);
        return item.isEmpty() ? Optional.empty() : loaded.insights().audiences().map(all -> all.of(item.getAsInt()));
    }

    /// Which items a filter lets through, by item index.
    public IntPredicate passing(Filter filter) {
        return served.filters().passing(filter)::get;
    }

    /// Why a title is not among what is recommended, or where it stands.
    ///
    /// @throws RecommendException as [#recommend(Ask)], or if the catalogue lacks the title
    public WhyNot whyNot(Ask ask, long itemId) {
        Title title = title(itemId)
                .orElseThrow(() -> new RecommendException(UNKNOWN, "the catalogue has no title with the id " + itemId));
        return admission.admit(() ->
                watched("why-not", () -> new WhyNotAnswer(served, AskedList.of(ask, served), title).answer()));
    }

    /// The best titles for a user of the training data, by the id the user has there.
    ///
    /// @throws RecommendException if there is no such user
    public List<RankedTitle> recommendForUser(long userId, int n) {
        int user = loaded.users()
                .index(userId)
                .orElseThrow(() -> new RecommendException(
                        UNKNOWN,
                        "user " + userId + " is not among the " + loaded.users().size()
                                + " users of the training data; give a list instead"));
        Recommender model = loaded.model();
        float[] scores = new float[model.itemCount()];
        model.score(user, scores);
        return shown(scores, model.training().profile(user), Filter.USUAL, n);
    }

    /// The titles most like one. A model without a notion of likeness answers as for a fan who
    /// watched only that one.
    ///
    /// @throws RecommendException if the title is not known to the model, or the model can do neither
    public List<RankedTitle> similar(long itemId, int n) {
        int item = loaded.items()
                .index(itemId)
                .orElseThrow(() -> new RecommendException(
                        UNKNOWN,
                        "the model does not know "
                                + title(itemId)
                                        .map(title -> "\"" + title.name() + "\"")
                                        .orElse("a title")
                                + " (id " + itemId + "): nobody in its training data watched it"));
        float[] scores = new float[loaded.model().itemCount()];
        if (loaded.model() instanceof SimilarItems model) {
            Arrays.fill(scores, Float.NEGATIVE_INFINITY);
            Ranking alike = model.similarItems(item, scores.length);
            for (int rank = 0; rank < alike.size(); rank++) {
                scores[alike.index(rank)] = alike.score(rank);
            }
        } else if (loaded.model() instanceof FoldIn model) {
            model.score(Profile.ofItems(item), scores);
        } else {
            throw new RecommendException(
                    MODEL_CANNOT,
                    "model '" + loaded.model().name() + "' does not know which titles are alike; "
                            + "promote one that does, such as ease");
        }
        boolean adult = title(itemId).map(Title::adult).orElse(false);
        Filter filter = adult ? Filter.USUAL.withAdult() : Filter.USUAL;
        return shown(scores, Profile.ofItems(item), filter, n);
    }

    private List<RankedTitle> shown(float[] scores, Profile list, Filter filter, int n) {
        BitSet hidden = served.filters().hidden(filter);
        Ranking best = new Wishes(hidden, FranchiseRule.EVERY_PART, 0, 0).best(scores, list, n, served.traits());
        List<RankedTitle> titles = new ArrayList<>();
        for (int rank = 0; rank < best.size(); rank++) {
            titles.add(new RankedTitle(rank + 1, served.title(best.index(rank)), best.score(rank)));
        }
        return titles;
    }

    /// The parts of a title's franchise that the model knows, in the order in which they are watched;
    /// empty for a title it does not know or that is alone.
    public List<FranchisePart> franchise(long itemId) {
        OptionalInt item = loaded.items().index(itemId);
        if (item.isEmpty()) {
            return List.of();
        }
        int franchise = served.franchises().of(item.getAsInt());
        if (served.franchises().size(franchise) == 1) {
            return List.of();
        }
        List<FranchisePart> parts = new ArrayList<>();
        for (int each : served.order().inOrder(franchise)) {
            Optional<Title> title = served.known(each);
            title.ifPresent(known -> parts.add(new FranchisePart(
                    known,
                    served.order().part(each),
                    served.order().label(each),
                    served.order().line(each))));
        }
        return parts;
    }

    /// A number that all titles of a franchise share, by item index.
    public int franchiseOf(int item) {
        return served.franchises().of(item);
    }

    /// The facts of a title, empty if the catalogue lacks it.
    public Optional<Title> title(long itemId) {
        return loaded.catalogue().title(itemId);
    }
}
