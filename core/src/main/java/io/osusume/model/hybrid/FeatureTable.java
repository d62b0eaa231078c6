package io.osusume.model.hybrid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// All features of a candidate, side by side.
final class FeatureTable {
    private final List<FeatureGroup> groups;
    private final List<String> names;
    private final List<FeatureGroup.Origin> origins;

    private FeatureTable(List<FeatureGroup> groups) {
        this.groups = List.copyOf(groups);
        List<String> all = new ArrayList<>();
        List<FeatureGroup.Origin> allOrigins = new ArrayList<>();
        for (FeatureGroup group : groups) {
            all.addAll(group.names());
            allOrigins.addAll(Collections.nCopies(group.names().size(), group.origin()));
        }
        this.names = List.copyOf(all);
        this.origins = List.copyOf(allOrigins);
    }

    /// The features of a first stage.
    static FeatureTable of(FirstStage base) {
        ItemTable items = base.items();
        return new FeatureTable(List.of(
                new ScoreFeatures(),
                new ContributionFeatures(),
                new CooccurrenceFeatures(),
                new PopularityFeatures(),
                new ListFeatures(),
                new YearFeatures(items),
                new TasteFeatures(items),
                new FranchiseFeatures(items)));
    }

    /// The names, in the order of a row.
    List<String> names() {
        return names;
    }

    /// Which entries of the list a feature follows from.
    FeatureGroup.Origin origin(int feature) {
        return origins.get(feature);
    }

    /// The rows of all candidates, row-major; owned by the caller.
    float[] rows(Links links) {
        int width = names.size();
        float[] rows = new float[links.candidates.length * width];
        int column = 0;
        for (FeatureGroup group : groups) {
            group.write(links, rows, column, width);
            column += group.names().size();
        }
        return rows;
    }
}
