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
    public void write(Query query, int[] candidates, float[] rows, int column, int width) {
        Profile profile = query.profile();
        int[] entries = new int[users.length];
        double[] entryUsers = new double[users.length];
        float[] deviations = new float[users.length];
        for (int entry = 0; entry < profile.size(); entry++) {
            int franchise = franchises.of(profile.item(entry));
            entries[franchise]++;
            entryUsers[franchise] += items.users(profile.item(entry));
            deviations[franchise] += query.deviation(entry);
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
            order(query, item, franchise, rows, at + 6);
        }
    }

    /// The features that follow from the order of the franchise: was the part before seen, how many before, how far
    /// behind is the last seen, how many more popular ones before are missing.
    private void order(Query query, int item, int franchise, float[] rows, int at) {
        int place = franchises.place(item);
        int size = franchises.size(franchise);
        int before = 0;
        int missing = 0;
        int last = -1;
        boolean previous = false;
        for (int other = 0; other < size; other++) {
            int member = franchises.member(franchise, other);
            boolean seen = size > 1 && query.onList(member);
            if (seen) {
                last = other;
            }
            if (other < place) {
                before += seen ? 1 : 0;
                missing += !seen && items.users(member) > items.users(item) ? 1 : 0;
                previous = seen;
            }
        }
        rows[at] = place == 0 ? Float.NaN : previous ? 1 : 0;
        rows[at + 1] = before;
        rows[at + 2] = last < 0 ? Float.NaN : place - last;
        rows[at + 3] = missing;
    }
}
