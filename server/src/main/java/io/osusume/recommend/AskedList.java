package io.osusume.recommend;

import static io.osusume.recommend.RecommendException.Reason.MODEL_CANNOT;
import static io.osusume.recommend.RecommendException.Reason.NOTHING_TO_GO_ON;

import io.osusume.data.Profile;
import io.osusume.data.Title;
import io.osusume.franchise.EntryPoint;
import io.osusume.franchise.Part;
import io.osusume.model.Explains;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import io.osusume.model.ScoredList;
import io.osusume.model.rerank.Dislikes;
import io.osusume.model.rerank.Wishes;
import io.osusume.registry.LoadedModel;
import io.osusume.telemetry.ListSketch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/// A fan's list as the model sees it, scored once, with the fan's wishes. Belongs to one thread.
final class AskedList {
    private final Served served;
    private final Ask ask;
    private final Profile profile;
    private final int[] ratings;
    private final List<Long> notMatched;
    private final Wishes wishes;
    private final Optional<ScoredList> explainable;
    private final float[] wishedScores;
    private final float[] modelScores;

    private AskedList(Served served, Ask ask, FoldIn model, Rated rated, boolean keepsScores) {
        this.served = served;
        this.ask = ask;
        this.ratings = rated.ratings;
        this.notMatched = rated.notMatched;
        this.profile = rated.profile(served.loaded());
        this.wishes = wishesOf(ask, served);
        if (model instanceof Explains explains) {
            ScoredList scored = explains.scored(profile);
            explainable = Optional.of(scored);
            wishedScores = scored.scores();
        } else {
            explainable = Optional.empty();
            wishedScores = new float[model.itemCount()];
            model.score(profile, wishedScores);
        }
        modelScores = keepsScores ? wishedScores.clone() : new float[0];
        wishes.change(wishedScores, profile, served.traits());
    }

    /// @throws RecommendException if the model cannot serve lists or knows none of the watched titles
    static AskedList of(Ask ask, Served served) {
        return of(ask, served, false);
    }

    /// @param keepsScores whether [#modelScores] are kept
    /// @throws RecommendException if the model cannot serve lists or knows none of the watched titles
    static AskedList of(Ask ask, Served served, boolean keepsScores) {
        if (!(served.loaded().model() instanceof FoldIn model)) {
            throw new RecommendException(
                    MODEL_CANNOT,
                    "model '" + served.loaded().model().name() + "' can only serve the users it was trained on; "
                            + "promote one that can serve a list, such as ease");
        }
        Rated rated = Rated.of(ask.watched(), served.loaded());
        if (rated.items.length == 0) {
            throw new RecommendException(
                    NOTHING_TO_GO_ON,
                    ask.watched().isEmpty()
                            ? "the list has no watched title; add at least one"
                            : "the model knows none of the " + ask.watched().size()
                                    + " titles of the list; add one it knows");
        }
        return new AskedList(served, ask, model, rated, keepsScores);
    }

    /// The titles of a list that a model knows.
    static Profile profile(List<RatedItem> watched, LoadedModel loaded) {
        return Rated.of(watched, loaded).profile(loaded);
    }

    /// The entries of a list, by item; of an item that stands there twice the last.
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Rated(int[] items, int[] ratings, List<Long> notMatched) {
        static Rated of(List<RatedItem> watched, LoadedModel loaded) {
            long[] places = new long[watched.size()]; // the item above the place in the list
            int known = 0;
            TreeSet<Long> notMatched = new TreeSet<>();
            for (int place = 0; place < places.length; place++) {
                long id = watched.get(place).itemId();
                OptionalInt item = loaded.items().index(id);
                if (item.isPresent()) {
                    places[known++] = (long) item.getAsInt() << 32 | place;
                } else {
                    notMatched.add(id);
                }
            }
            Arrays.sort(places, 0, known);
            int[] items = new int[known];
            int[] ratings = new int[known];
            int size = 0;
            for (int k = 0; k < known; k++) {
                int item = (int) (places[k] >>> 32);
                size -= size > 0 && items[size - 1] == item ? 1 : 0;
                items[size] = item;
                ratings[size++] = watched.get((int) places[k]).rating();
            }
            return new Rated(Arrays.copyOf(items, size), Arrays.copyOf(ratings, size), List.copyOf(notMatched));
        }

        Profile profile(LoadedModel loaded) {
            float[] scaled = new float[items.length];
            for (int entry = 0; entry < scaled.length; entry++) {
                scaled[entry] = loaded.scale().scaled(ratings[entry]);
            }
            return Profile.of(items, scaled);
        }
    }

    private static Wishes wishesOf(Ask ask, Served served) {
        BitSet hidden = served.filters().hidden(ask.filter());
        List<Integer> disliked = new ArrayList<>();
        for (Map.Entry<Long, Exclusion> each : ask.excluded().entrySet()) {
            served.loaded().items().index(each.getKey()).ifPresent(item -> {
                hidden.set(item);
                if (each.getValue() == Exclusion.NOT_INTERESTED) {
                    disliked.add(item);
                }
            });
        }
        int[] items = disliked.stream().mapToInt(Integer::intValue).sorted().toArray();
        return new Wishes(
                hidden,
                ask.franchises(),
                ask.popularity(),
                ask.variety(),
                items.length == 0 ? Dislikes.NONE : Dislikes.of(items, served::alike));
    }

    Ask ask() {
        return ask;
    }

    Profile profile() {
        return profile;
    }

    List<Long> notMatched() {
        return notMatched;
    }

    Wishes wishes() {
        return wishes;
    }

    /// What the fan gave an entry, 0 for nothing.
    int rating(int entry) {
        return ratings[entry];
    }

    /// The best that may come; a franchise stands where its best part stands.
    Ranking best(int n) {
        return wishes.bestOfChanged(wishedScores, profile, n, served.traits());
    }

    /// All scores after the wishes, not to be written to; negative infinity for what may not come.
    float[] wishedScores() {
        return wishedScores;
    }

    /// All scores as the model gives them, not to be written to; none unless they are kept.
    float[] modelScores() {
        return modelScores;
    }

    /// The score of an item after the wishes.
    float score(int item) {
        return wishedScores[item];
    }

    /// What to say of an item's franchise, empty if it is alone.
    Optional<Card.InFranchise> inFranchise(int item) {
        int franchise = served.franchises().of(item);
        int parts = served.franchises().size(franchise);
        if (parts == 1) {
            return Optional.empty();
        }
        int seen = 0;
        for (int place = 0; place < parts; place++) {
            seen += profile.contains(served.franchises().member(franchise, place)) ? 1 : 0;
        }
        EntryPoint.Kind kind = !served.order().isSequel(item)
                ? EntryPoint.Kind.START
                : served.order().part(item) == Part.MAIN ? EntryPoint.Kind.NEXT : EntryPoint.Kind.SIDE;
        return Optional.of(
                new Card.InFranchise(parts, seen, kind, served.order().label(item)));
    }

    /// What the fan would probably give each of some items; none of them, or all.
    Optional<ExpectedScore[]> expected(int[] items) {
        return new ScoreReader(served.loaded(), profile).expected(profile, items);
    }

    /// Why an item has its score; empty where the model cannot say, or for an item of the list.
    Optional<Reasons> reasons(int item) {
        return profile.contains(item)
                ? Optional.empty()
                : explainable.map(scored -> new ReasonsWriter(served, this).reasons(item, scored.explain(item)));
    }

    /// What may be counted of the list.
    ListSketch sketch() {
        List<RatedItem> watched = ask.watched();
        int[] scores = new int[ListSketch.SCORES];
        int[] members = new int[watched.size()];
        int known = 0;
        for (RatedItem entry : watched) {
            scores[entry.rating()]++;
            OptionalInt item = served.loaded().items().index(entry.itemId());
            if (item.isPresent()) {
                members[known++] =
                        served.known(item.getAsInt()).map(Title::members).orElse(0);
            }
        }
        return new ListSketch(watched.size(), watched.size() - known, scores, Arrays.copyOf(members, known));
    }

    Confidence confidence() {
        BitSet franchises = new BitSet();
        for (int entry = 0; entry < profile.size(); entry++) {
            franchises.set(served.franchises().of(profile.item(entry)));
        }
        int scored = (int) Arrays.stream(ratings).filter(rating -> rating > 0).count();
        return Confidence.of(profile.size(), franchises.cardinality(), scored);
    }
}
