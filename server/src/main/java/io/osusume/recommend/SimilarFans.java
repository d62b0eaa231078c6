package io.osusume.recommend;

import io.osusume.data.Title;
import java.util.List;
import java.util.OptionalDouble;

/// Fans of the training data whose lists are like a given one, without anything that says who they are.
///
/// @param among of how many fans they are the most alike
/// @param fans the most alike first
/// @param asked how many of the nearest fans were asked what they love
/// @param loved what many of these love and the list lacks, what stands out most first
public record SimilarFans(int among, List<Fan> fans, int asked, List<Loved> loved) {
    public SimilarFans {
        fans = List.copyOf(fans);
        loved = List.copyOf(loved);
    }

    /// A fan.
    ///
    /// @param alike how alike the lists are, in [0, 1]: the cosine of lists in which rare titles weigh more
    /// @param titles how many the fan has
    /// @param shared how many of them the list has too
    /// @param agreement how far both agree in their scores, in [-1, 1]; absent with few titles that both scored
    /// @param meanScore of the fan, in points of ten; absent if nothing is scored
    /// @param loves some titles the fan loves and the list lacks, the highest scored first
    public record Fan(
            double alike,
            int titles,
            int shared,
            OptionalDouble agreement,
            OptionalDouble meanScore,
            List<Title> loves) {
        public Fan {
            loves = List.copyOf(loves);
        }
    }

    /// A title that similar fans love, or the part of a franchise they love that the list should go on with.
    ///
    /// @param fans how many of those asked love it, or another part of its franchise that the list lacks
    /// @param usualShare the share of all fans who do so, at least, in [0, 1]
    public record Loved(Title title, int fans, double usualShare) {}
}
