package io.osusume.evaluation;

import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import java.util.List;

/// Users set apart: those the models learn from, those settings are tuned on, those that judge.
///
/// @param items the ranked items: every title of the data, also those no training user has
/// @param users the ids of the training users, by user index
/// @param training interactions of the training users alone
/// @param validation for tuning
/// @param test for the figures that are reported
public record Split(
        IdIndex items, IdIndex users, Interactions training, List<HeldOutUser> validation, List<HeldOutUser> test) {
    public Split {
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }
}
