package io.osusume.model.hybrid;

import io.osusume.data.Profile;
import java.util.Arrays;

/// What the entries of one list say about its candidates, gathered once for all features and explanations. Belongs to
/// one thread; whoever reads its arrays does not write to them.
///
/// Weights are few, so that of each entry those that are not 0 stand in a row, each with its candidate. Most pairs of
/// an entry and a candidate have users in common: these stand in a matrix, which vectors can go through.
final class Links {
    final Query query;

    /// The candidates, ascending.
    final int[] candidates;

    /// Entry `e` owns the weights `begins[e]` to `begins[e + 1]` (exclusive).
    final int[] begins;

    /// The place in [#candidates] that a weight leads to; ascending for each entry.
    char[] places;

    /// What the entry adds to the candidate's linear score.
    float[] weights;

    /// How many users have both: a row an entry, a column a candidate.
    final float[][] common;

    private Links(Query query, int[] candidates) {
        this.query = query;
        this.candidates = candidates;
        int entries = query.profile().size();
        begins = new int[entries + 1];
        int usual = entries * candidates.length / 3; // grows where there are more
        places = new char[usual];
        weights = new float[usual];
        common = new float[entries][candidates.length];
    }

    static Links of(Query query, int[] candidates) {
        Links links = new Links(query, candidates);
        links.gather();
        return links;
    }

    private void gather() {
        Profile profile = query.profile();
        Neighbours neighbours = query.base().neighbours();
        ItemTable items = query.base().items();
        float[] users = new float[candidates.length];
        for (int k = 0; k < candidates.length; k++) {
            users[k] = items.users(candidates[k]);
        }
        NeighbourRow row = neighbours.row(candidates.length);
        int size = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            int item = profile.item(entry);
            neighbours.read(item, row);
            reserve(size + candidates.length);
            size += row.find(candidates, users, items.users(item), common[entry], weights, places, size);
            begins[entry + 1] = size;
        }
    }

    private void reserve(int size) {
        if (size > places.length) {
            int more = Math.max(size, 2 * places.length);
            places = Arrays.copyOf(places, more);
            weights = Arrays.copyOf(weights, more);
        }
    }

    /// What each entry adds to a candidate's linear score.
    float[] weights(int place) {
        float[] found = new float[common.length];
        for (int entry = 0; entry < found.length; entry++) {
            int link = Arrays.binarySearch(places, begins[entry], begins[entry + 1], (char) place);
            found[entry] = link < 0 ? 0 : weights[link];
        }
        return found;
    }

    /// How many users of each entry have a candidate too.
    float[] common(int place) {
        float[] found = new float[common.length];
        for (int entry = 0; entry < found.length; entry++) {
            found[entry] = common[entry][place];
        }
        return found;
    }
}
