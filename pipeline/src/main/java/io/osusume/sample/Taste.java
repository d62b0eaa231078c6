package io.osusume.sample;

import java.util.Arrays;
import java.util.SplittableRandom;

/// What one simulated user likes and how the user scores.
///
/// Three genres are liked, two disliked and the others nearly even; one era is the user's own; some follow the crowd
/// more than others; some watch every sequel; some never give a score.
final class Taste {
    private static final int LIKED = 3;
    private static final int DISLIKED = 2;
    private static final double MEAN_SCORE_OF_TITLES = 7.3;

    private final TitleTable titles;
    private final double[] weights;
    private final double[] factors; // e to the weight
    private final double[] eras;
    private final double[] popularity;
    private final double continuation;
    private final double unscored;
    private final double meanRating;
    private final double spread;

    /// Draws a taste.
    Taste(TitleTable titles, SplittableRandom random) {
        this.titles = titles;
        weights = new double[titles.genreCount()];
        for (int genre = 0; genre < weights.length; genre++) {
            weights[genre] = .2 * random.nextGaussian();
        }
        for (int k = 0; k < LIKED; k++) {
            weights[titles.genre(random.nextDouble())] = .8 + .8 * random.nextDouble();
        }
        for (int k = 0; k < DISLIKED; k++) {
            weights[titles.genre(random.nextDouble())] = -.7 - .8 * random.nextDouble();
        }
        factors = Arrays.stream(weights).map(StrictMath::exp).toArray();
        double centre = 2011 + 5 * random.nextGaussian() - TitleTable.firstYear();
        double width = 3 + 5 * random.nextDouble();
        eras = new double[TitleTable.yearCount()];
        for (int year = 0; year < eras.length; year++) {
            double distance = (year - centre) / width;
            eras[year] = .1 + StrictMath.exp(-distance * distance / 2);
        }
        popularity = titles.popularity(random.nextInt(titles.crowdLevels()));
        continuation = .55 + .4 * random.nextDouble();
        double u = random.nextDouble();
        unscored = random.nextDouble() < .11 ? 1 : .42 * u * u;
        meanRating = 7.05 + .7 * random.nextGaussian();
        spread = .6 + .9 * random.nextDouble();
    }

    /// How much a title draws this user: a rate, above 0.
    double draw(int title) {
        double rate = popularity[title] * eras[titles.year(title)];
        for (int genre : titles.genres(title)) {
            rate *= factors[genre];
        }
        return rate;
    }

    /// The chance that this user goes on with a sequel at once.
    double continuation() {
        return continuation;
    }

    /// The share of watched titles this user leaves unscored.
    double unscored() {
        return unscored;
    }

    /// The rating of 1 to 10 this user gives.
    int rating(int title, SplittableRandom random) {
        double liking = 0;
        int[] genres = titles.genres(title);
        for (int genre : genres) {
            liking += weights[genre];
        }
        double rating = meanRating
                + .9 * (titles.score(title) - MEAN_SCORE_OF_TITLES)
                + .6 * liking / Math.sqrt(Math.max(1, genres.length))
                + spread * random.nextGaussian();
        return Math.clamp(Math.round(rating), 1, 10);
    }
}
