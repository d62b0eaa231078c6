package io.osusume.report;

import io.osusume.evaluation.BandFigures;
import io.osusume.plot.Figures;
import java.util.List;

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

    static final String LENGTHS = "Lists cut at random, the same cut for every model: a model is shown so many entries,"
            + " what must be found stays the hidden part, and the entries cut away are neither shown nor counted. Only"
            + " users with at least as many entries (and at least 20) can be cut, so the users change from step to step;"
            + " the last step are the users with the longest lists, not cut. Compare models at one step rather than"
            + " steps of one model.";

    static final String SEQUEL_FREE = "Every title of a franchise that already has a title in the list is taken out of"
            + " the ranking and of what must be found: no next season, no film of a series begun. What is left is"
            + " harder and closer to what people mean by a recommendation. Users with nothing left to find drop out.";

    static final String SHOWN = "These say nothing about hits, and more is not always better: random titles are novel"
            + " and diverse. Novelty is how surprising the titles are, in bits (\u2212log2 of the share of training users"
            + " who have them: 1 for a title half of them have); diversity the mean distance of the pairs by genres"
            + " (0 alike, 1 nothing in common); coverage the share of all titles somebody gets; Gini how unequally the"
            + " places are shared out (0 evenly, near 1 the same few titles for everybody).";

    static final String CALIBRATION = "A model that shows a probability should be held to it: of the titles it gives"
            + " 30%, about 30% should be in the hidden part. Over the first 100 titles of every user, in bins of"
            + " equally many; on the diagonal the probabilities hold.";

    static final String TRAININGS =
            "The figures of these models are means of trainings that differ in their seed alone."
                    + " A difference between two models that is no larger than this spread may be one of luck.";

    /// How the popularity bands are cut.
    static String bands(List<BandFigures> bands) {
        BandFigures tail = bands.get(0);
        BandFigures middle = bands.get(1);
        BandFigures head = bands.get(2);
        return "The hidden titles in thirds by how many training users have them: tail up to "
                + Figures.count(tail.highestCount()) + " users (" + Figures.count(tail.items()) + " titles), middle up"
                + " to " + Figures.count(middle.highestCount()) + " (" + Figures.count(middle.items())
                + "), head above (" + Figures.count(head.items()) + "). Of all hidden entries of a band, the share"
                + " that stands among the first 20 of its user. In the table also how much of those 20 places the band"
                + " has.";
    }

    private Explanations() {}
}
