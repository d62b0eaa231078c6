package io.osusume.web;

import io.osusume.model.Explains;
import io.osusume.model.FoldIn;
import io.osusume.model.Probabilities;
import io.osusume.model.Recommender;
import io.osusume.model.SimilarItems;
import io.osusume.model.SimilarUsers;
import java.util.ArrayList;
import java.util.List;

/// What a model can do, in sentences: its types say it.
final class Abilities {
    private Abilities() {}

    static List<String> of(Recommender model) {
        List<String> abilities = new ArrayList<>();
        abilities.add(
                model instanceof FoldIn
                        ? "It recommends for lists it has never seen."
                        : "It only knows the lists it learnt from.");
        if (model instanceof Explains) {
            abilities.add("It says exactly what each title of a list adds to a score.");
        }
        if (model instanceof Probabilities) {
            abilities.add("Its match is a probability: that a title belongs on the list.");
        }
        if (model instanceof SimilarItems) {
            abilities.add("It knows which titles are alike.");
        }
        if (model instanceof SimilarUsers) {
            abilities.add("It knows whose lists are alike.");
        }
        return abilities;
    }
}
