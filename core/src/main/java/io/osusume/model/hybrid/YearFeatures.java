package io.osusume.model.hybrid;

import io.osusume.data.Profile;
import java.util.Arrays;
import java.util.List;

/// When a candidate was first shown, against the years of the list.
final class YearFeatures implements FeatureGroup {
    private static final float USUAL_YEAR = 2008;
    private static final int QUARTERS = 4;
    private static final float DAMPING = 50;

    private final ItemTable items;
    private final float[] usersOfQuarter;
    private final float[] usersOfYear;
    private final int firstYear;
    private final double allUsers;

    YearFeatures(ItemTable items) {
        this.items = items;
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (float year : items.years) {
            if (!Float.isNaN(year)) {
                first = Math.min(first, (int) year);
                last = Math.max(last, (int) year);
            }
        }
        int span = first > last ? 0 : last - first + 1;
        firstYear = span == 0 ? 0 : first;
        usersOfYear = new float[span + 1];
        usersOfQuarter = new float[QUARTERS * span + 1];
        double all = 0;
        for (int item = 0; item < items.count(); item++) {
            usersOfYear[year(item)] += items.users(item);
            usersOfQuarter[quarter(item)] += items.users(item);
            all += items.users(item);
        }
        allUsers = all;
    }

    /// The place of an item's year, 0 where it is not known.
    private int year(int item) {
        float year = items.years[item];
        return Float.isNaN(year) ? 0 : (int) year - firstYear + 1;
    }

    private int quarter(int item) {
        float year = items.years[item];
        return Float.isNaN(year) ? 0 : (int) (QUARTERS * (year - firstYear)) + 1;
    }

    @Override
    public Origin origin() {
        return Origin.NONE;
    }

    @Override
    public List<String> names() {
        return List.of(
                "year",
                "year-after-latest",
                "year-after-90th",
                "year-after-median",
                "list-latest-year",
                "list-90th-year",
                "season-affinity",
                "year-affinity");
    }

    @Override
    public void write(Links links, float[] rows, int column, int width) {
        Query query = links.query;
        int[] candidates = links.candidates;
        Profile profile = query.profile();
        float[] listed = listedYears(profile);
        float latest = listed[listed.length - 1];
        float ninetieth = quantile(listed, 0.9);
        float median = quantile(listed, 0.5);
        float[] ofQuarter = new float[usersOfQuarter.length];
        float[] ofYear = new float[usersOfYear.length];
        double listedUsers = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            int item = profile.item(entry);
            ofQuarter[quarter(item)] += items.users(item);
            ofYear[year(item)] += items.users(item);
            listedUsers += items.users(item);
        }
        float base = (float) Math.max(listedUsers / Math.max(allUsers, 1), 1e-9);
        for (int k = 0; k < candidates.length; k++) {
            int item = candidates[k];
            int at = k * width + column;
            float year = items.years[item];
            rows[at] = year;
            rows[at + 1] = year - latest;
            rows[at + 2] = year - ninetieth;
            rows[at + 3] = year - median;
            rows[at + 4] = latest;
            rows[at + 5] = ninetieth;
            int quarter = quarter(item);
            rows[at + 6] = ofQuarter[quarter] / (usersOfQuarter[quarter] + DAMPING) / base;
            rows[at + 7] = ofYear[year(item)] / (usersOfYear[year(item)] + DAMPING) / base;
        }
    }

    private float[] listedYears(Profile profile) {
        float[] years = new float[profile.size()];
        int known = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            float year = items.years[profile.item(entry)];
            if (!Float.isNaN(year)) {
                years[known++] = year;
            }
        }
        if (known == 0) {
            return new float[] {USUAL_YEAR};
        }
        float[] listed = Arrays.copyOf(years, known);
        Arrays.sort(listed);
        return listed;
    }

    /// Between the two nearest of the ascending values.
    private static float quantile(float[] ascending, double share) {
        double place = share * (ascending.length - 1);
        int below = (int) place;
        float low = ascending[below];
        float high = ascending[Math.min(below + 1, ascending.length - 1)];
        return (float) (low + (place - below) * (high - low));
    }
}
