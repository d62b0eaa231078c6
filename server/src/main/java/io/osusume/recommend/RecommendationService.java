package io.osusume.recommend;

import static io.osusume.recommend.RecommendException.Reason.MODEL_CANNOT;
import static io.osusume.recommend.RecommendException.Reason.NOTHING_TO_GO_ON;
import static io.osusume.recommend.RecommendException.Reason.UNKNOWN;

import io.osusume.data.AgeRating;
import io.osusume.data.Profile;
import io.osusume.data.Title;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import io.osusume.registry.LoadedModel;
import io.osusume.search.TitleLookup;
import io.osusume.search.TitleSearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// Answers fans' questions with one loaded model. Immutable and safe for use by many threads.
///
/// Only titles that stand in the catalogue are recommended: one without a name cannot be shown.
public final class RecommendationService {
    private final LoadedModel loaded;
    private final TitleSearch search;

    /// Builds the search index too, which takes a moment.
    public RecommendationService(LoadedModel loaded) {
        this.loaded = loaded;
        this.search = new TitleSearch(loaded.catalogue());
    }

    public LoadedModel loaded() {
        return loaded;
    }

    /// The search over the names of the model's catalogue.
    public TitleSearch search() {
        return search;
    }

    /// Resolves a name or id to exactly one title of the model's catalogue.
    public TitleLookup lookup() {
        return new TitleLookup(loaded.catalogue(), search);
    }

    /// True if the model can serve a list it never saw in training.
    public boolean servesLists() {
        return loaded.model() instanceof FoldIn;
    }

    /// The best titles for a list with nothing else to say.
    public Recommendations recommend(List<RatedItem> watched, int n) {
        return recommend(Wish.of(watched, n));
    }

    /// The best titles for a wish. Fewer than `n` come only when the model has no more to give.
    ///
    /// @throws RecommendException if the model cannot serve lists or knows none of the watched titles
    public Recommendations recommend(Wish wish) {
        if (!(loaded.model() instanceof FoldIn model)) {
            throw new RecommendException(
                    MODEL_CANNOT,
                    "model '" + loaded.model().name() + "' can only serve the users it was trained on; "
                            + "promote one that can serve a list, such as ease");
        }
        SortedMap<Integer, Integer> ratings = new TreeMap<>();
        Set<Long> out = new HashSet<>(wish.excluded());
        Set<Long> notMatched = new java.util.TreeSet<>();
        for (RatedItem item : wish.watched()) {
            out.add(item.itemId());
            OptionalInt index = loaded.items().index(item.itemId());
            index.ifPresentOrElse(known -> ratings.put(known, item.rating()), () -> notMatched.add(item.itemId()));
        }
        if (ratings.isEmpty()) {
            throw new RecommendException(
                    NOTHING_TO_GO_ON,
                    wish.watched().isEmpty()
                            ? "the list has no watched title; add at least one"
                            : "the model knows none of the " + wish.watched().size()
                                    + " titles of the list; add one it knows");
        }
        Profile profile = profile(ratings);
        List<RankedTitle> titles =
                titles(model.itemCount(), wish.n(), out, wish.adult(), n -> model.recommend(profile, n));
        return new Recommendations(titles, ratings.size(), List.copyOf(notMatched));
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
        int itemCount = loaded.model().itemCount();
        return titles(itemCount, n, Set.of(), false, count -> loaded.model().recommend(user, count));
    }

    /// The titles most like one. A model without a notion of likeness answers as for a fan who watched only that one.
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
        int itemCount = loaded.model().itemCount();
        boolean adult =
                title(itemId).map(title -> title.ageRating() == AgeRating.ADULT).orElse(false);
        if (loaded.model() instanceof SimilarItems model) {
            return titles(itemCount, n, Set.of(itemId), adult, count -> model.similarItems(item, count));
        }
        if (loaded.model() instanceof FoldIn model) {
            Profile alone = Profile.ofItems(item);
            return titles(itemCount, n, Set.of(itemId), adult, count -> model.recommend(alone, count));
        }
        throw new RecommendException(
                MODEL_CANNOT,
                "model '" + loaded.model().name() + "' does not know which titles are alike; "
                        + "promote one that does, such as ease");
    }

    /// The facts of a title, empty if the catalogue lacks it.
    public Optional<Title> title(long itemId) {
        return loaded.catalogue().title(itemId);
    }

    private Profile profile(SortedMap<Integer, Integer> ratings) {
        int[] items = new int[ratings.size()];
        float[] scaled = new float[ratings.size()];
        int k = 0;
        for (var entry : ratings.entrySet()) {
            items[k] = entry.getKey();
            scaled[k++] = loaded.scale().scaled(entry.getValue());
        }
        return Profile.of(items, scaled);
    }

    /// Asks for more and more until `n` are left after those that must not be shown.
    private List<RankedTitle> titles(
            int itemCount, int n, Set<Long> out, boolean adult, IntFunction<Ranking> recommend) {
        int asked = Math.min(itemCount, n + Math.min(n, 50) + out.size());
        while (true) {
            Ranking ranking = recommend.apply(asked);
            List<RankedTitle> titles = shown(ranking, n, out, adult);
            if (titles.size() == n || ranking.size() < asked || asked == itemCount) {
                return titles;
            }
            asked = (int) Math.min(itemCount, asked * 4L);
        }
    }

    private List<RankedTitle> shown(Ranking ranking, int n, Set<Long> out, boolean adult) {
        List<RankedTitle> titles = new ArrayList<>();
        for (int rank = 0; rank < ranking.size() && titles.size() < n; rank++) {
            long itemId = loaded.items().id(ranking.index(rank));
            Optional<Title> title = out.contains(itemId) ? Optional.empty() : title(itemId);
            if (title.isPresent() && (adult || title.get().ageRating() != AgeRating.ADULT)) {
                titles.add(new RankedTitle(titles.size() + 1, title.get(), ranking.score(rank)));
            }
        }
        return titles;
    }
}
