package io.osusume.sample;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.Relation;
import io.osusume.data.Season;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A catalogue of any size: the real titles of the sample first, then simulated ones that say so in their names.
///
/// Simulated titles have ids above [#FIRST_ID], genres as real titles combine them, sequels for about a fifth,
/// and far fewer members than the real ones, with a long tail.
public final class SimulatedTitles {
    /// Simulated title `k` has the id `FIRST_ID + k`, beyond every id MyAnimeList has given so far.
    public static final long FIRST_ID = 100_000;

    private static final List<Season> SEASONS = List.of(Season.values());
    private static final double SEQUEL_SHARE = .2;
    private static final int FEWEST_MEMBERS = 20;
    private static final int MOST_MEMBERS = 70_000;

    private SimulatedTitles() {}

    /// The `count` titles with most members of the sample, and simulated ones where the sample has not that many.
    public static Catalogue of(int count, long seed) {
        Catalogue real = SampleCatalogue.read().catalogue();
        List<Title> titles = new ArrayList<>(real.titles().stream()
                .sorted(Comparator.comparingInt(Title::members).reversed().thenComparingLong(Title::itemId))
                .limit(count)
                .toList());
        Set<Long> known = new HashSet<>();
        titles.forEach(title -> known.add(title.itemId()));
        List<Relation> relations = new ArrayList<>(real.relations().stream()
                .filter(relation -> known.contains(relation.from()) && known.contains(relation.to()))
                .toList());
        simulate(real.titles(), count, new SplittableRandom(seed), titles, relations);
        return new Catalogue(titles, relations);
    }

    private static void simulate(
            List<Title> real, int count, SplittableRandom random, List<Title> titles, List<Relation> relations) {
        List<Part> open = new ArrayList<>(); // simulated titles without a sequel so far
        for (int number = titles.size() + 1; number <= count; number++) {
            Title title;
            if (!open.isEmpty() && random.nextDouble() < SEQUEL_SHARE) {
                int chosen = random.nextInt(open.size());
                Part part = open.get(chosen);
                Title before = part.title;
                String name = SimulatedName.of(part.franchise, part.part + 1);
                title = simulated(number, name, before.genres(), before, random);
                relations.add(new Relation(before.itemId(), Relation.Kind.SEQUEL, title.itemId()));
                open.set(chosen, new Part(part.franchise, part.part + 1, title));
            } else {
                title = simulated(number, SimulatedName.of(number, 1), genres(real, random), null, random);
                open.add(new Part(number, 1, title));
            }
            titles.add(title);
        }
    }

    /// The last part so far of a franchise, which is known by the number of its first.
    private record Part(int franchise, int part, Title title) {}

    /// The genres of a real title, now and then with one of another real title's.
    private static List<String> genres(List<Title> real, SplittableRandom random) {
        Set<String> genres = new TreeSet<>();
        List<String> first = real.get(random.nextInt(real.size())).genres();
        for (String genre : first) {
            if (genres.size() < 4 && random.nextDouble() < .8) {
                genres.add(genre);
            }
        }
        if (genres.isEmpty() || random.nextDouble() < .3) {
            List<String> other = real.get(random.nextInt(real.size())).genres();
            genres.add(other.get(random.nextInt(other.size())));
        }
        return List.copyOf(genres);
    }

    private static Title simulated(
            int number, String name, List<String> genres, @Nullable Title before, SplittableRandom random) {
        TitleType type = before != null ? before.type() : type(random.nextDouble());
        int year = before != null
                ? Math.min(2020, before.year() + 1 + random.nextInt(3))
                : 2020 - (int) Math.min(50, random.nextExponential() * 12);
        double members = before != null
                ? before.members() * (.5 + .3 * random.nextDouble())
                : StrictMath.exp(7.6 + 1.8 * random.nextGaussian());
        double score = Math.clamp(
                (before != null ? before.score() : 6.6 + .6 * random.nextGaussian()) + .15 * random.nextGaussian(),
                2.5,
                8.4);
        boolean series = type == TitleType.TV;
        Season season = SEASONS.get(random.nextInt(SEASONS.size()));
        return new Title(
                FIRST_ID + number,
                name,
                null,
                null,
                type,
                series ? (random.nextDouble() < .7 ? 12 : 24) : type == TitleType.MOVIE ? 1 : 1 + random.nextInt(4),
                Integer.toString(year),
                Integer.toString(year),
                year,
                series ? season : null,
                genres,
                before != null ? before.studios() : List.of("Simulated studio " + (1 + random.nextInt(300))),
                "Original",
                type == TitleType.MOVIE ? 90 : 24,
                AgeRating.TEENS,
                Math.round(score * 100) / 100.0,
                (int) Math.clamp(members, FEWEST_MEMBERS, MOST_MEMBERS),
                "This title does not exist: it is simulated, of the kind " + String.join(", ", genres) + " from " + year
                        + ", to try the program at full size.");
    }

    private static TitleType type(double u) {
        return u < .5 ? TitleType.TV : u < .7 ? TitleType.OVA : u < .85 ? TitleType.MOVIE : TitleType.SPECIAL;
    }
}
