/// What a model version tells beside recommendations, learnt when it is registered: the map, audiences, expected
/// scores, a sample of lists. Start at [io.osusume.insight.InsightTrainer]. It must not know a concrete recommender.
@NullMarked
package io.osusume.insight;

import org.jspecify.annotations.NullMarked;
