package io.osusume.report;

/// The sentences of the page that explain its figures.
final class Explanations {
    static final String OVERVIEW = "Every figure is between 0 and 1 and more is better. NDCG@n counts hidden titles"
            + " among the first n, more for those near the top; Recall@n is the share found of those that could be"
            + " found in n places; MRR is one over the place of the first hidden title; Coverage@10 is the share of"
            + " all titles that somebody gets among the first ten. The last columns are wall time of the training and"
            + " time to rank all titles for one user on one thread.";

    static final String NDCG = "How well the first ten places are used. The thin line is the 95% interval: with other"
            + " users of the same kind the mean would mostly stay inside. Two models whose intervals overlap can still"
            + " differ clearly; the comparison user by user below decides.";

    static final String RECALL = "How much of the hidden part stands among the first 20 and the first 50 titles.";

    static final String PAIRED = "Each model against another on the same users, so that easy and hard lists cancel."
            + " Right of the line the model is better.";

    /// HTML, not text.
    static final String FOREST_KEY = "<span class='key above'></span>better <span class='key below'></span>worse "
            + "<span class='key open'></span>not decided: the interval holds 0";

    static final String CURVES = "What the trainings told after each epoch: solid for the training data, dashed for"
            + " data held back from it.";

    private Explanations() {}
}
