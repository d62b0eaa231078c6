package io.osusume.web;

import io.osusume.data.Facet;
import io.osusume.model.audience.Audience;
import io.osusume.model.audience.Leaning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who likes a title, as its page shows it.
///
/// @param users how many have it, in words
/// @param mean what they score it, empty if nobody did
/// @param more what they watch more of than others
/// @param less what they watch less of
/// @param scores how often each score was given, 10 first; none if nobody scored it
record AudienceView(String users, String mean, List<LeaningView> more, List<LeaningView> less, List<ScoreView> scores) {
    private static final int MORE = 8;
    private static final int LESS = 3;
    private static final double CLEARLY_MORE = 1.1;
    private static final double CLEARLY_LESS = 0.85;
    private static final double LEAST_SCALE = 2;
    private static final double LEAST_SHARE = 0.01;
    private static final String ADULT_WORD = "Hentai";

    AudienceView {
        more = List.copyOf(more);
        less = List.copyOf(less);
        scores = List.copyOf(scores);
    }

    /// A word beside its bar.
    ///
    /// @param lift how many times as much as others, such as `1.8×`
    /// @param share of what they watch, in percent
    /// @param usual the same of everybody
    record LeaningView(String word, String lift, String share, String usual, Bar bar, boolean rarer) {}

    /// How many gave a score.
    record ScoreView(int score, String users, Bar bar) {}

    /// @param adult whether words for adults may stand there
    static @Nullable AudienceView of(Audience audience, boolean adult) {
        if (audience.users() == 0) {
            return null;
        }
        List<Leaning> told = audience.leanings().stream()
                .filter(leaning -> adult || !leaning.word().equals(ADULT_WORD))
                .toList();
        List<Leaning> more = told.stream()
                .filter(leaning -> leaning.lift() >= CLEARLY_MORE && leaning.share() >= LEAST_SHARE)
                .limit(MORE)
                .toList();
        List<Leaning> less = told.reversed().stream()
                .filter(leaning -> leaning.lift() <= CLEARLY_LESS && leaning.usualShare() >= LEAST_SHARE)
                .filter(leaning -> leaning.facet() == Facet.GENRE)
                .limit(LESS)
                .toList();
        double scale = Stream.concat(more.stream(), less.stream())
                .mapToDouble(leaning -> Math.max(leaning.lift(), 1 / leaning.lift()))
                .reduce(LEAST_SCALE, Math::max);
        return new AudienceView(
                String.format(Locale.ROOT, "%,d", audience.users()),
                audience.scored() == 0 ? "" : String.format(Locale.ROOT, "%.2f", audience.meanPoints()),
                more.stream().map(leaning -> view(leaning, scale)).toList(),
                less.stream().map(leaning -> view(leaning, scale)).toList(),
                scores(audience));
    }

    private static LeaningView view(Leaning leaning, double scale) {
        return new LeaningView(
                leaning.word(),
                String.format(Locale.ROOT, "%.1f×", leaning.lift()),
                percent(leaning.share()),
                percent(leaning.usualShare()),
                Bar.ofRatio(leaning.lift(), scale),
                leaning.lift() < 1);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    private static List<ScoreView> scores(Audience audience) {
        if (audience.scored() == 0) {
            return List.of();
        }
        int most = Collections.max(
                audience.byPoints().subList(1, audience.byPoints().size()));
        List<ScoreView> scores = new ArrayList<>();
        for (int score = audience.byPoints().size() - 1; score >= 1; score--) {
            int users = audience.byPoints().get(score);
            scores.add(new ScoreView(score, String.format(Locale.ROOT, "%,d", users), Bar.of(users, most)));
        }
        return scores;
    }
}
