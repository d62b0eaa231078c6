package io.osusume.model.hybrid;

import io.osusume.data.Profile;
import java.util.Arrays;

/// What the entries of one list say about its candidates, gathered once for all features and explanations: of each
/// entry, those candidates that are among its neighbours. Belongs to one thread; whoever reads its arrays does not
/// write to them.
final class Links {
    final Query query;

    /// The candidates, ascending.
    final int[] candidates;

    /// Entry `e` owns the links `begins[e]` to `begins[e + 1]` (exclusive).
    final int[] begins;

    /// Of each entry's links, the first that has no weight; those behind it have none either.
    final int[] weightless;

    /// The place of the candidate in [#candidates]; ascending within the links with and those without a weight.
    char[] places;

    /// What the entry adds to the candidate's linear score.
    float[] weights;

    /// How many users have both.
    float[] common;

    private Links(Query query, int[] candidates) {
        this.query = query;
        this.candidates = candidates;
        int entries = query.profile().size();
        begins = new int[entries + 1];
        weightless = new int[entries];
        int usual = entries * candidates.length / 2; // grows where there are more
        places = new char[usual];
        weights = new float[usual];
        common = new float[usual];
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
        char[] placeOf = new char[items.count()]; // the candidate's place + 1, 0 for all other items
        int[] users = new int[candidates.length];
        for (int k = 0; k < candidates.length; k++) {
            placeOf[candidates[k]] = (char) (k + 1);
            users[k] = items.users(candidates[k]);
        }
        NeighbourRow row = neighbours.row();
        int[] found = new int[row.numbers.length + 1];
        int size = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            int item = profile.item(entry);
            int own = items.users(item);
            neighbours.read(item, row);
            reserve(size + row.size() + 1);
            int count = row.find(placeOf, found, places, size);
            int k = 0;
            for (; k < count && found[k] < row.weighted(); k++) {
                weights[size + k] = row.weight(found[k]);
            }
            weightless[entry] = size + k;
            for (k = 0; k < count; k++) {
                common[size + k] = row.share(found[k]) * Math.min(own, users[places[size + k]]);
            }
            size += count;
            begins[entry + 1] = size;
        }
    }

    private void reserve(int size) {
        if (size > places.length) {
            int more = Math.max(size, 2 * places.length);
            places = Arrays.copyOf(places, more);
            weights = Arrays.copyOf(weights, more);
            common = Arrays.copyOf(common, more);
        }
    }

    /// What each entry adds to a candidate's linear score.
    float[] weights(int place) {
        float[] found = new float[weightless.length];
        for (int entry = 0; entry < found.length; entry++) {
            int link = Arrays.binarySearch(places, begins[entry], weightless[entry], (char) place);
            found[entry] = link < 0 ? 0 : weights[link];
        }
        return found;
    }

    /// How many users of each entry have a candidate too.
    float[] common(int place) {
        float[] found = new float[weightless.length];
        for (int entry = 0; entry < found.length; entry++) {
            int link = Arrays.binarySearch(places, begins[entry], weightless[entry], (char) place);
            if (link < 0) {
                link = Arrays.binarySearch(places, weightless[entry], begins[entry + 1], (char) place);
            }
            found[entry] = link < 0 ? 0 : common[link];
        }
        return found;
    }
}
