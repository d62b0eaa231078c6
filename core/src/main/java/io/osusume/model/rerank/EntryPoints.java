package io.osusume.model.rerank;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
import io.osusume.franchise.EntryPoint;
import io.osusume.franchise.WatchingOrder;
import io.osusume.model.Ranking;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Shows one part of a franchise, the right one to go on with: where the best-scored part stood stands the next step of
/// its story, its start, or a side story; a franchise of which nothing may come alone goes. A part that takes the place
/// of another keeps that one's score.
///
/// @param order of the franchises' parts
/// @param allowed passes for an item that may be shown
/// @param sequels whether what supposes another title may come, and a franchise the list has something of
record EntryPoints(Franchises franchises, WatchingOrder order, IntPredicate allowed, boolean sequels)
        implements Reranker {
    @Override
    public Ranking rerank(Ranking ranking, Profile profile) {
        BitSet met = new BitSet(franchises.count());
        int[] shown = new int[ranking.size()];
        float[] scores = new float[ranking.size()];
        int size = 0;
        BitSet listed = new BitSet(); // it is asked for many parts of many franchises
        for (int entry = 0; entry < profile.size(); entry++) {
            listed.set(profile.item(entry));
        }
        IntPredicate seen = listed::get;
        IntPredicate shows = sequels ? allowed : item -> allowed.test(item) && !order.isSequel(item);
        for (int entry = 0; entry < profile.size() && !sequels; entry++) {
            met.set(franchises.of(profile.item(entry)));
        }
        for (int rank = 0; rank < ranking.size(); rank++) {
            int item = ranking.index(rank);
            int franchise = franchises.of(item);
            if (met.get(franchise)) {
                continue;
            }
            met.set(franchise);
            Optional<EntryPoint> entry = order.entryPoint(item, seen, shows);
            if (entry.isPresent()) {
                shown[size] = entry.get().item();
                scores[size++] = ranking.score(rank);
            }
        }
        return Ranking.of(java.util.Arrays.copyOf(shown, size), java.util.Arrays.copyOf(scores, size));
    }
}
