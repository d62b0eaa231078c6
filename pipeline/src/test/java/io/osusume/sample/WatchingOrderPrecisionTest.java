package io.osusume.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.catalog.CatalogueCsv;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.Relation;
import io.osusume.data.SharedData;
import io.osusume.data.Title;
import io.osusume.franchise.EntryPoint;
import io.osusume.franchise.Part;
import io.osusume.franchise.WatchingOrder;
import io.osusume.sample.FranchiseFacts.Fact;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How often the watching order is right where there are no relations: against those of the sample, taken away, and
/// against facts written by hand about the 2020 collection. The figures stand in `docs/franchises.md`.
class WatchingOrderPrecisionTest {
    private static IdIndex ids(Catalogue catalogue) {
        return IdIndex.of(catalogue.titles().stream().mapToLong(Title::itemId).toArray());
    }

    private static WatchingOrder order(Catalogue catalogue, IdIndex ids) {
        return WatchingOrder.of(ItemFacts.of(catalogue, ids), catalogue, ids);
    }

    @Test
    void withoutRelationsTheSampleHasTheSameOrderButForAFew() {
        Catalogue sample = SampleCatalogue.read().catalogue();
        IdIndex ids = ids(sample);
        WatchingOrder known = order(sample, ids);
        WatchingOrder guessed = order(new Catalogue(sample.titles(), List.of()), ids);
        Set<Long> related = sample.relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.SEQUEL)
                .map(Relation::to)
                .collect(Collectors.toSet());
        int right = 0;
        int links = 0;
        int guesses = 0;
        int parts = 0;
        int wanted = 0;
        StringBuilder wrong = new StringBuilder();
        for (int item = 0; item < known.itemCount(); item++) {
            boolean same = known.prequel(item) == guessed.prequel(item);
            right += same && known.prequel(item) >= 0 ? 1 : 0;
            links += known.prequel(item) >= 0 ? 1 : 0;
            guesses += guessed.prequel(item) >= 0 ? 1 : 0;
            wanted += related.contains(ids.id(item)) ? 1 : 0;
            parts += related.contains(ids.id(item)) && guessed.part(item) == Part.MAIN ? 1 : 0;
            if (!same) {
                wrong.append('\n')
                        .append(sample.title(ids.id(item)).orElseThrow().name());
            }
        }
        double precision = (double) right / guesses;
        double recall = (double) right / links;
        double steps = (double) parts / wanted;
        String found = "%d of %d guessed, %d known links; steps %d of %d; wrong:%s"
                .formatted(right, guesses, links, parts, wanted, wrong);
        System.out.println("watching order of the sample: " + found);
        assertTrue(precision >= 0.90, found);
        assertTrue(recall >= 0.80, found);
        assertTrue(steps >= 0.90, found);
    }

    /// @param judged facts with a prequel
    /// @param falseStarts entries said to suppose nothing that do
    /// @param kept entries never to be shown alone that never are
    private record Tally(
            int facts, int parts, int judged, int prequels, int falseStarts, int neverAlone, int kept, int recaps) {
        static Tally of(List<Fact> facts, WatchingOrder order, IdIndex ids) {
            int[] sums = new int[7];
            for (Fact fact : facts) {
                int item = ids.index(fact.id()).orElseThrow();
                Part part = order.part(item);
                long prequel = order.prequel(item) < 0 ? 0 : ids.id(order.prequel(item));
                sums[0] += fact.parts().contains(part) ? 1 : 0;
                sums[1] += fact.prequels().isEmpty() ? 0 : 1;
                sums[2] += fact.prequels().contains(prequel) ? 1 : 0;
                sums[3] += !fact.prequels().isEmpty()
                                && prequel == 0
                                && !fact.prequels().contains(0L)
                        ? 1
                        : 0;
                sums[4] += fact.neverAlone() ? 1 : 0;
                boolean kept = part != Part.MAIN && part != Part.SIDE;
                sums[5] += fact.neverAlone() && kept ? 1 : 0;
                sums[6] += kept ? 1 : 0;
            }
            return new Tally(facts.size(), sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
        }

        double partsRight() {
            return (double) parts / facts;
        }

        double prequelsRight() {
            return (double) prequels / judged;
        }

        @Override
        public String toString() {
            return ("%d facts: parts right %d; prequels right %d of %d, %d sequels taken for starts;"
                            + " kept back %d of %d that must be, %d in all")
                    .formatted(facts, parts, prequels, judged, falseStarts, kept, neverAlone, recaps);
        }
    }

    private static Tally tally(boolean unseen) throws IOException {
        Catalogue catalogue = CatalogueCsv.readFolder(SharedData.file("data/mal-2020"));
        IdIndex ids = ids(catalogue);
        List<Fact> facts = FranchiseFacts.read().stream()
                .filter(franchise -> franchise.unseen() == unseen)
                .flatMap(franchise -> franchise.facts().stream())
                .toList();
        Tally tally = Tally.of(facts, order(catalogue, ids), ids);
        System.out.println("watching order, " + (unseen ? "unseen " : "tuned ") + tally);
        return tally;
    }

    @Test
    @Tag("shared")
    void theRulesFitTheFactsTheyWereTunedOn() throws IOException {
        Tally tally = tally(false);

        assertTrue(tally.partsRight() >= 0.91, tally.toString());
        assertTrue(tally.prequelsRight() >= 0.94, tally.toString());
    }

    @Test
    @Tag("shared")
    void theRulesHoldOnFranchisesTheyWereNotTunedOn() throws IOException {
        Tally tally = tally(true);

        assertTrue(tally.partsRight() >= 0.89, tally.toString());
        assertTrue(tally.prequelsRight() >= 0.85, tally.toString());
        assertTrue(tally.kept() >= 0.70 * tally.neverAlone(), tally.toString());
    }

    @Test
    @Tag("shared")
    void cardsOfKnownFranchisesShowWhatAFanWouldSay() throws IOException {
        Catalogue catalogue = CatalogueCsv.readFolder(SharedData.file("data/mal-2020"));
        IdIndex ids = ids(catalogue);
        WatchingOrder order = order(catalogue, ids);

        assertCard(order, ids, 4181, EntryPoint.Kind.START, 2167); // Clannad: After Story -> Clannad
        assertCard(order, ids, 5680, EntryPoint.Kind.NEXT, 7791, 5680); // K-On! seen -> K-On!!
        assertCard(order, ids, 5114, EntryPoint.Kind.START, 5114); // Brotherhood needs no other
        assertCard(order, ids, 5114, EntryPoint.Kind.START, 5114, 121); // also after the first telling
        assertCard(order, ids, 11061, EntryPoint.Kind.START, 11061); // Hunter x Hunter (2011)
        assertCard(order, ids, 442, EntryPoint.Kind.START, 20); // a Naruto film -> Naruto
        assertCard(order, ids, 34566, EntryPoint.Kind.NEXT, 1735, 20); // Boruto -> Shippuuden
        assertCard(order, ids, 38524, EntryPoint.Kind.NEXT, 25777, 16498, 23775); // Titan season 3 part 2 -> season 2
        assertCard(order, ids, 3784, EntryPoint.Kind.START, 2759); // Evangelion 2.0 -> 1.0
        assertCard(order, ids, 11741, EntryPoint.Kind.START, 10087); // Fate/Zero 2nd Season -> Fate/Zero
        assertCard(order, ids, 28669, EntryPoint.Kind.START, 28669); // each Precure on its own
        assertCard(order, ids, 32281, EntryPoint.Kind.START, 32281); // Kimi no Na wa.
        assertEquals(
                Optional.of("Season 3 Part 2"), order.label(ids.index(38524).orElseThrow()));
    }

    private static void assertCard(
            WatchingOrder order, IdIndex ids, long asked, EntryPoint.Kind kind, long shown, long... seen) {
        Set<Integer> items = IntStream.range(0, seen.length)
                .mapToObj(k -> ids.index(seen[k]).orElseThrow())
                .collect(Collectors.toSet());
        Optional<EntryPoint> card = order.entryPoint(ids.index(asked).orElseThrow(), items::contains, _ -> true);
        assertEquals(
                kind + " " + shown,
                card.map(entry -> entry.kind() + " " + ids.id(entry.item())).orElse("nothing"),
                "the card of " + asked);
    }
}
