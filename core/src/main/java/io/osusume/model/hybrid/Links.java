package io.osusume.model.hybrid;

import io.osusume.data.Profile;

/// What the entries of one list say about its candidates, gathered once for all features: of each entry, those
/// candidates that are among its neighbours. Belongs to one thread; whoever reads its arrays does not write to them.
final class Links {
    final Query query;

    /// The candidates, ascending.
    final int[] candidates;

    /// Entry `e` owns the links `begins[e]` to `begins[e + 1]` (exclusive).
    final int[] begins;

    /// The place of the candidate in [#candidates], ascending for each entry.
    final int[] places;

    /// What the entry adds to the candidate's linear score.
    final float[] weights;

    /// How many users have both.
    final float[] common;

    private Links(Query query, int[] candidates, int[] begins, int[] places, float[] weights, float[] common) {
        this.query = query;
        this.candidates = candidates;
        this.begins = begins;
        this.places = places;
        this.weights = weights;
        this.common = common;
    }

    static Links of(Query query, int[] candidates) {
        Profile profile = query.profile();
        Neighbours neighbours = query.base().neighbours();
        ItemTable items = query.base().items();
        int[] placeOf = new int[items.count()]; // the candidate's place + 1, 0 for all other items
        for (int k = 0; k < candidates.length; k++) {
            placeOf[candidates[k]] = k + 1;
        }
        int most = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            int item = profile.item(entry);
            most += Math.min(candidates.length, neighbours.end(item) - neighbours.begin(item));
        }
        int[] begins = new int[profile.size() + 1];
        int[] found = new int[most + 1]; // neighbours that are candidates; one place more for the last that is none
        int size = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            int item = profile.item(entry);
            int end = neighbours.end(item);
            for (int place = neighbours.begin(item); place < end; place++) {
                found[size] = place;
                size += placeOf[neighbours.item(place)] == 0 ? 0 : 1;
            }
            begins[entry + 1] = size;
        }
        int[] places = new int[size];
        float[] weights = new float[size];
        float[] common = new float[size];
        for (int entry = 0; entry < profile.size(); entry++) {
            int item = profile.item(entry);
            float scale = neighbours.scale(item);
            int own = items.users(item);
            for (int link = begins[entry]; link < begins[entry + 1]; link++) {
                int place = found[link];
                int other = neighbours.item(place);
                places[link] = placeOf[other] - 1;
                weights[link] = scale * neighbours.steps(place);
                common[link] = neighbours.share(place) * Math.min(own, items.users(other));
            }
        }
        return new Links(query, candidates, begins, places, weights, common);
    }

    /// How many entries the list has.
    int entries() {
        return begins.length - 1;
    }
}
