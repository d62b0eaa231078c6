package io.osusume.recommend;

/// How much a list says, in a word, and what would make it say more.
///
/// @param level the word
/// @param advice one sentence, empty for a list that says enough
public record Confidence(Level level, String advice) {
    /// On held-out users the hybrid reaches NDCG@10 .33 with 5 titles, .39 with 10, .47 with 20 and .63 with whole
    /// lists
    /// (docs/results): that is where the words change.
    public enum Level {
        THIN,
        FAIR,
        GOOD
    }

    private static final int FAIR_FROM = 5;
    private static final int GOOD_FROM = 20;

    /// @param titles of the list that the model knows
    /// @param franchises they belong to
    /// @param scored how many of them have a score
    static Confidence of(int titles, int franchises, int scored) {
        if (titles < FAIR_FROM) {
            return new Confidence(Level.THIN, "add " + more(FAIR_FROM - titles) + ", at best not from one franchise");
        }
        if (2 * franchises < Math.min(titles, GOOD_FROM)) {
            return new Confidence(
                    Level.THIN,
                    "the " + titles + " titles are of "
                            + (franchises == 1 ? "one franchise" : "only " + franchises + " franchises")
                            + "; add " + more(3) + " of other kinds");
        }
        if (titles < GOOD_FROM) {
            return new Confidence(Level.FAIR, "add " + more(GOOD_FROM - titles) + " for a fuller picture");
        }
        return new Confidence(Level.GOOD, scored == 0 ? "scores would tell what you liked of what you watched" : "");
    }

    private static String more(int titles) {
        return titles == 1 ? "one more title you liked" : titles + " more titles you liked";
    }
}
