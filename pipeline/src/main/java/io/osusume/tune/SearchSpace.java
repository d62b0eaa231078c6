package io.osusume.tune;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// The settings a search may change, within which ranges, and what they are at present.
///
/// @param ranges one a setting
/// @param present the value of each of these settings that the search is to beat; may lie outside its range
public record SearchSpace(List<Range> ranges, Map<String, String> present) {
    /// A generator's step for each configuration: an odd number without a pattern in its bits.
    private static final long STRIDE = 0xd1342543de82ef95L;

    /// @throws IllegalArgumentException if there is no range, two are of one setting, or `present` has other settings
    public SearchSpace {
        ranges = List.copyOf(ranges);
        present = Map.copyOf(present);
        List<String> keys = ranges.stream().map(Range::key).toList();
        Set<String> distinct = new HashSet<>(keys);
        if (keys.isEmpty() || distinct.size() < keys.size()) {
            throw new IllegalArgumentException("a search needs one range a setting, were " + keys);
        }
        if (!distinct.equals(present.keySet())) {
            throw new IllegalArgumentException("the present values must be those of " + keys + ", were of "
                    + present.keySet().stream().sorted().toList());
        }
    }

    /// The keys of the settings, in the order of the ranges.
    public List<String> keys() {
        return ranges.stream().map(Range::key).toList();
    }

    /// The value of each setting in one configuration: number 0 is the present one, all others are drawn, each from
    /// generators of its own, so that it does not depend on how many there are.
    ///
    /// @param number from 0 on
    public Map<String, String> configuration(long seed, int number) {
        SplittableRandom random = new SplittableRandom(seed + number * STRIDE);
        Map<String, String> values = new LinkedHashMap<>();
        for (Range range : ranges) {
            values.put(
                    range.key(),
                    number == 0
                            ? java.util.Objects.requireNonNull(present.get(range.key()))
                            : range.draw(random.split()));
        }
        return Collections.unmodifiableMap(values);
    }

    /// Each setting's range and present value in words.
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        ranges.forEach(range -> words.put(range.key(), range.words() + "; at present " + present.get(range.key())));
        return words;
    }
}
