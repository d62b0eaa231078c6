package io.osusume.release;

/// How much worse than the champion a challenger may be. Shares and metrics are in [0, 1].
///
/// @param ndcg how far NDCG@10 may fall
/// @param recall how far Recall@20 may fall
/// @param smallProfileNdcg how far NDCG@10 of lists cut to five titles may fall
/// @param coverage which share of the champion's coverage@10 may be lost
/// @param slower how many times as long scoring a list may take
/// @param fastEnoughMillis a list that is scored in less is never too slow
/// @param golden how far the share of well-known titles with an expected neighbour may fall
/// @param adultTitlesLost how many titles for adults may stop being known as such
/// @param abovePopularity how far above popularity NDCG@10 must be where there is no champion
/// @param refuseUndecided whether a fall that may be larger than allowed, by its 95% interval, is
///     refused too
public record GateSettings(
        double ndcg,
        double recall,
        double smallProfileNdcg,
        double coverage,
        double slower,
        double fastEnoughMillis,
        double golden,
        int adultTitlesLost,
        double abovePopularity,
        boolean refuseUndecided) {
    /// The defaults of the settings file.
    public static final GateSettings DEFAULT = new GateSettings(.005, .005, .01, .25, 1.5, 10, .05, 0, .01, false);
}
