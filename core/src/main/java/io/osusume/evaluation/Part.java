package io.osusume.evaluation;

import java.util.List;

/// Which held-out users an evaluation looks at.
public enum Part {
    /// The users settings are tuned on.
    VALIDATION("validation"),

    /// The users that judge: looked at when nothing is chosen any more.
    TEST("test");

    private final String word;

    Part(String word) {
        this.word = word;
    }

    /// The word in reports and on the command line.
    public String word() {
        return word;
    }

    /// The users of this part.
    public List<HeldOutUser> users(Split split) {
        return switch (this) {
            case VALIDATION -> split.validation();
            case TEST -> split.test();
        };
    }
}
