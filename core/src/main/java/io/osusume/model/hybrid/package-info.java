/// The two-stage recommender: generators propose candidates, features describe each, a ranker judges them, rerankers
/// arrange what is shown. Start at [HybridRecommender] and [HybridTrainer]. It must not know where data comes from, nor
/// any library that grows trees.
@NullMarked
package io.osusume.model.hybrid;

import org.jspecify.annotations.NullMarked;
