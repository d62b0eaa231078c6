package io.osusume.registry;

import io.osusume.data.Tensors;
import io.osusume.evaluation.RatingErrors;
import io.osusume.model.rating.TrimmedRegression;

/// What scores users would give, and how far off that is.
public record ExpectedScores(TrimmedRegression model, RatingErrors errors) {
    private static final String ERRORS = "errors.";

    /// Restores what [#state()] gave.
    static ExpectedScores of(Tensors state) {
        return new ExpectedScores(TrimmedRegression.of(state), RatingErrors.of(state.under(ERRORS)));
    }

    Tensors state() {
        return model.state().withAll(ERRORS, errors.state());
    }
}
