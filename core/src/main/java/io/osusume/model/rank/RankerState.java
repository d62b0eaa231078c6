package io.osusume.model.rank;

import io.osusume.data.Tensors;
import java.util.List;
import java.util.Map;

/// The attributes that the states of all rankers share.
final class RankerState {
    /// Which ranker it is.
    static final String KIND = "ranker";

    private static final String FEATURES = "features";
    private static final String SEPARATOR = ",";

    private RankerState() {}

    /// A state without tensors.
    static Tensors of(String kind, List<String> features) {
        return Tensors.of(Map.of(KIND, kind, FEATURES, String.join(SEPARATOR, features)));
    }

    static List<String> features(Tensors state) {
        return List.of(state.attribute(FEATURES).split(SEPARATOR, -1));
    }

    /// The names, if a state can hold them.
    ///
    /// @throws IllegalArgumentException if there is none, one is empty, has a comma or comes twice
    static List<String> checked(List<String> features) {
        if (features.isEmpty()) {
            throw new IllegalArgumentException("a row must have at least 1 feature, had none");
        }
        for (int k = 0; k < features.size(); k++) {
            String name = features.get(k);
            if (name.isEmpty() || name.contains(SEPARATOR) || features.indexOf(name) != k) {
                throw new IllegalArgumentException("feature " + k + " must have a name of its own without commas, was '"
                        + name + "' among " + features);
            }
        }
        return List.copyOf(features);
    }
}
