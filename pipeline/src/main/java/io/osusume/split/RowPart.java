package io.osusume.split;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The values of the column `part`.
enum RowPart {
    TRAIN("train"),
    VALIDATION_FOLD_IN("validation-fold-in"),
    VALIDATION_HELD_OUT("validation-held-out"),
    TEST_FOLD_IN("test-fold-in"),
    TEST_HELD_OUT("test-held-out");

    private final String word;

    RowPart(String word) {
        this.word = word;
    }

    static Optional<RowPart> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(RowPart::word).collect(Collectors.joining(", "));
    }

    String word() {
        return word;
    }

    boolean isTest() {
        return this == TEST_FOLD_IN || this == TEST_HELD_OUT;
    }

    boolean isHeldOut() {
        return this == VALIDATION_HELD_OUT || this == TEST_HELD_OUT;
    }

    /// Whether one user may have rows of both.
    boolean sameUserAs(RowPart other) {
        return isTest() == other.isTest() && (this == TRAIN) == (other == TRAIN);
    }
}
