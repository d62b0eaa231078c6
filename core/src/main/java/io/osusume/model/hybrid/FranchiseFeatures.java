package io.osusume.model.hybrid;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
import java.util.List;

/// Where a candidate stands in its franchise, and what of it the list has.
final class FranchiseFeatures implements FeatureGroup {
    private final ItemTable items;
    private final Franchises franchises;
    private final double[] users;
    private final float[] mostLogUsers;
    private final int[] morePopularBefore;

    FranchiseFeatures(ItemTable items) {
        this.items = items;
        this.franchises = items.franchises();
        users = new double[franchises.count()];
        mostLogUsers = new float[franchises.count()];
        for (int item = 0; item < items.count(); item++) {
            int franchise = franchises.of(item);
            users[franchise] += items.users(item);
            mostLogUsers[franchise] = Math.max(mostLogUsers[franchise], items.logUsers(item));
        }
        morePopularBefore = new int[items.count()];
        for (int item = 0; item < items.count(); item++) {
            for (int place = 0; place < franchises.place(item); place++) {
                int other = franchises.member(franchises.of(item), place);
                morePopularBefore[item] += items.users(other) > items.users(item) ? 1 : 0;
            }
        }
    }

    @Override
    public Origin origin() {
        return Origin.FRANCHISE;
    }

    @Override
    public List<String> names() {
        return List.of(
                "franchise-entries",
                "franchise-size",
                "franchise-share",
                "franchise-rating",
                "franchise-place",
                "franchise-popularity",
                "franchise-previous-seen",
                "franchise-seen-before",
                "franchise-after-last-seen",
                "franchise-missing-before");
    }

    @Override
    public void write(Links links, float[] rows, int column, int width) {
        Query query = links.query;
        int[] candidates = links.candidates;
        Profile profile = query.profile();
        int[] entries = new int[users.length];
        double[] entryUsers = new double[users.length];
        float[] deviations = new float[users.length];
        int[] last = new int[users.length]; // entry + 1
        int[] previous = new int[profile.size()]; // the entry before of the same franchise + 1
        for (int entry = 0; entry < profile.size(); entry++) {
            int franchise = franchises.of(profile.item(entry));
            entries[franchise]++;
            entryUsers[franchise] += items.users(profile.item(entry));
            deviations[franchise] += query.deviation(entry);
            previous[entry] = last[franchise];
            last[franchise] = entry + 1;
        }
        for (int k = 0; k < candidates.length; k++) {
            int item = candidates[k];
            int at = k * width + column;
            int franchise = franchises.of(item);
            rows[at] = entries[franchise];
            rows[at + 1] = franchises.size(franchise);
            rows[at + 2] = (float) (entryUsers[franchise] / Math.max(users[franchise] - items.users(item), 1));
            rows[at + 3] = entries[franchise] == 0 ? Float.NaN : deviations[franchise] / entries[franchise];
            rows[at + 4] = franchises.place(item);
            rows[at + 5] = items.logUsers(item) - mostLogUsers[franchise];
            order(profile, item, last[franchise], previous, rows, at + 6);
        }
    }

    /// The features that follow from the order of the franchise: was the part before seen, how many before, how far
    /// behind is the last seen, how many more popular ones before are missing.
    private void order(Profile profile, int item, int lastEntry, int[] previous, float[] rows, int at) {
        int place = franchises.place(item);
        int before = 0;
        int missing = morePopularBefore[item];
        int lastPlace = -1;
        boolean partBefore = false;
        for (int entry = lastEntry; entry > 0; entry = previous[entry - 1]) {
            int seen = profile.item(entry - 1);
            int seenPlace = franchises.place(seen);
            lastPlace = Math.max(lastPlace, seenPlace);
            if (seenPlace < place) {
                before++;
                missing -= items.users(seen) > items.users(item) ? 1 : 0;
                partBefore |= seenPlace == place - 1;
            }
        }
        rows[at] = place == 0 ? Float.NaN : partBefore ? 1 : 0;
        rows[at + 1] = before;
        rows[at + 2] = lastPlace < 0 ? Float.NaN : place - lastPlace;
        rows[at + 3] = missing;
    }
}
