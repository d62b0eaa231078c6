package io.osusume.kernel;

/// The numbers of one step of Adam (Kingma and Ba, 2015) in Keras' form, where `epsilon` stands beside
/// the uncorrected root of the second moment and `rate` carries both bias corrections.
///
/// @param rate learning rate x sqrt(1 - beta2^t) / (1 - beta1^t)
/// @param gain1 1 - beta1, share of the first moment that is new, in (0, 1]
/// @param gain2 1 - beta2, share of the second moment that is new, in (0, 1]
/// @param epsilon added to the root of the second moment
/// @param fade1 what the first moment is multiplied with before the step: beta1^(steps left out), 1 for
///     none
/// @param fade2 the same of the second moment
public record AdamFactors(float rate, float gain1, float gain2, float epsilon, float fade1, float fade2) {}
