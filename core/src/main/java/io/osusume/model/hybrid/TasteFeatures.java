package io.osusume.model.hybrid;

import io.osusume.data.Profile;
import java.util.List;

/// What kind of title a candidate is, and how much more of that kind the list has than all lists together.
final class TasteFeatures implements FeatureGroup {
    private final ItemTable items;
    private final float[] typeShares;
    private final float[] sourceShares;
    private final float[] ageShares;
    private final float[] genreShares;
    private final float[] studioShares;

    TasteFeatures(ItemTable items) {
        this.items = items;
        double all = 0;
        for (int item = 0; item < items.count(); item++) {
            all += items.users(item);
        }
        double users = Math.max(all, 1);
        typeShares = shares(items.types, users);
        sourceShares = shares(items.sources, users);
        ageShares = shares(items.ageRatings, users);
        genreShares = shares(items.genres, users);
        studioShares = shares(items.studios, users);
    }

    private float[] shares(int[] codes, double users) {
        int[][] lists = new int[codes.length][];
        for (int item = 0; item < codes.length; item++) {
            lists[item] = new int[] {codes[item]};
        }
        return shares(lists, users);
    }

    /// The share of all entries of all lists that each code has.
    private float[] shares(int[][] codes, double users) {
        int count = 0;
        for (int[] list : codes) {
            for (int code : list) {
                count = Math.max(count, code + 1);
            }
        }
        float[] shares = new float[count];
        for (int item = 0; item < codes.length; item++) {
            for (int code : codes[item]) {
                shares[code] += (float) (items.users(item) / users);
            }
        }
        return shares;
    }

    @Override
    public Origin origin() {
        return Origin.NONE;
    }

    @Override
    public List<String> names() {
        return List.of(
                "type-affinity",
                "source-affinity",
                "age-rating-affinity",
                "genre-affinity",
                "genre-rating-affinity",
                "studio-affinity",
                "studio-entries",
                "type",
                "source",
                "age-rating",
                "episodes",
                "minutes",
                "genres");
    }

    @Override
    public void write(Links links, float[] rows, int column, int width) {
        Query query = links.query;
        int[] candidates = links.candidates;
        float[] types = affinities(query.profile(), items.types, typeShares);
        float[] sources = affinities(query.profile(), items.sources, sourceShares);
        float[] ages = affinities(query.profile(), items.ageRatings, ageShares);
        float[] genreCounts = new float[genreShares.length];
        float[] genreDeviations = new float[genreShares.length];
        float[] studioCounts = new float[studioShares.length];
        count(query, genreCounts, genreDeviations, studioCounts);
        float n = query.profile().size();
        float[] genres = new float[genreCounts.length];
        float[] ratings = new float[genreCounts.length];
        for (int genre = 0; genre < genres.length; genre++) {
            genres[genre] = (float) Math.log((genreCounts[genre] / Math.max(n, 1) + .02) / (genreShares[genre] + .02));
            ratings[genre] = genreDeviations[genre] / (genreCounts[genre] + 3);
        }
        float[] studios = new float[studioCounts.length];
        for (int studio = 0; studio < studios.length; studio++) {
            studios[studio] = (float) Math.log((studioCounts[studio] + .3) / (studioShares[studio] * n + .3));
        }
        for (int k = 0; k < candidates.length; k++) {
            int item = candidates[k];
            int at = k * width + column;
            rows[at] = types[items.types[item]];
            rows[at + 1] = sources[items.sources[item]];
            rows[at + 2] = ages[items.ageRatings[item]];
            rows[at + 3] = mean(genres, items.genres[item]);
            rows[at + 4] = mean(ratings, items.genres[item]);
            rows[at + 5] = mean(studios, items.studios[item]);
            float entries = 0;
            for (int studio : items.studios[item]) {
                entries += studioCounts[studio];
            }
            rows[at + 6] = entries;
            rows[at + 7] = items.types[item];
            rows[at + 8] = items.sources[item];
            rows[at + 9] = items.ageRatings[item];
            rows[at + 10] = items.episodes[item];
            rows[at + 11] = items.minutes[item];
            rows[at + 12] = items.genres[item].length;
        }
    }

    /// The share each code has in the list, damped by two entries of the usual mixture, over its usual share.
    private static float[] affinities(Profile profile, int[] codes, float[] shares) {
        float[] counts = new float[shares.length];
        for (int entry = 0; entry < profile.size(); entry++) {
            counts[codes[profile.item(entry)]]++;
        }
        for (int code = 0; code < counts.length; code++) {
            counts[code] = (counts[code] + 2 * shares[code]) / (profile.size() + 2) / Math.max(shares[code], 1e-6f);
        }
        return counts;
    }

    private void count(Query query, float[] genreCounts, float[] genreDeviations, float[] studioCounts) {
        Profile profile = query.profile();
        for (int entry = 0; entry < profile.size(); entry++) {
            int item = profile.item(entry);
            for (int genre : items.genres[item]) {
                genreCounts[genre]++;
                genreDeviations[genre] += query.deviation(entry);
            }
            for (int studio : items.studios[item]) {
                studioCounts[studio]++;
            }
        }
    }

    private static float mean(float[] values, int[] codes) {
        float sum = 0;
        for (int code : codes) {
            sum += values[code];
        }
        return codes.length == 0 ? 0 : sum / codes.length;
    }
}
