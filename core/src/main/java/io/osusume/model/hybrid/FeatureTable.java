package io.osusume.model.hybrid;

import java.util.ArrayList;
import java.util.List;

/// All features of a candidate, side by side.
final class FeatureTable {
    private final List<FeatureGroup> groups;
    private final List<String> names;

    private FeatureTable(List<FeatureGroup> groups) {
        this.groups = List.copyOf(groups);
        List<String> all = new ArrayList<>();
        groups.forEach(group -> all.addAll(group.names()));
        this.names = List.copyOf(all);
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
        int end = 0;
        for (FeatureGroup group : groups) {
            end += group.names().size();
            if (feature < end) {
                return group.origin();
            }
        }
        throw new IndexOutOfBoundsException(feature);
    }

    /// The rows of all candidates, row-major; owned by the caller.
    float[] rows(Query query, int[] candidates) {
        int width = names.size();
        float[] rows = new float[candidates.length * width];
        Links links = Links.of(query, candidates);
        int column = 0;
        for (FeatureGroup group : groups) {
            group.write(links, rows, column, width);
            column += group.names().size();
        }
        return rows;
    }
}
