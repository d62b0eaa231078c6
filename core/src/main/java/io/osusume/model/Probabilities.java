package io.osusume.model;

/// A model whose scores stand for probabilities: that an item is in the part of the list the model was
/// not shown.
public interface Probabilities extends FoldIn {
    /// What a score stands for.
    ///
    /// @param score as [FoldIn#score] gave it
    /// @return in [0, 1]; never falls as the score rises
    double probability(float score);
}
