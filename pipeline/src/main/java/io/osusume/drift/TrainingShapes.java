package io.osusume.drift;

import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.Title;
import java.util.Arrays;

/// The shapes of lists in interactions, seen with the eyes of a model.
public final class TrainingShapes {
    private TrainingShapes() {}

    /// Counts the lists of all users.
    ///
    /// @param ids of the items, by the interactions' item index
    /// @param known the items the model knows
    /// @param catalogue the model's
    public static Tally of(Interactions lists, IdIndex ids, IdIndex known, Catalogue catalogue) {
        int[] members = new int[ids.size()];
        for (int item = 0; item < members.length; item++) {
            long id = ids.id(item);
            members[item] = known.index(id).isPresent()
                    ? catalogue.title(id).map(Title::members).orElse(0)
                    : -1;
        }
        Tally tally = new Tally();
        for (int user = 0; user < lists.userCount(); user++) {
            int length = lists.end(user) - lists.begin(user);
            int[] scores = new int[ListShape.SCORES];
            int[] popularity = new int[length];
            int size = 0;
            for (int entry = lists.begin(user); entry < lists.end(user); entry++) {
                scores[lists.scale().rating(lists.rating(entry))]++;
                int each = members[lists.item(entry)];
                if (each >= 0) {
                    popularity[size++] = each;
                }
            }
            tally.add(new ListShape(length, length - size, scores, Arrays.copyOf(popularity, size)));
        }
        return tally;
    }
}
