package io.osusume.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The bad rows of one file: how many, and the first [#LISTED] of them. Not thread-safe.
public final class BadRows {
    /// So many are kept with their message; the others are only counted.
    public static final int LISTED = 20;

    private static final int NAMED_IN_ERROR = 5;

    private final List<BadRow> first = new ArrayList<>();
    private long count;

    /// Counts a bad row.
    public void add(BadRow row) {
        count++;
        if (first.size() < LISTED) {
            first.add(row);
        }
    }

    /// Counts all bad rows of a later part of the file, whose lines were counted from the part's own first line.
    public void addAll(BadRows later, long linesBefore) {
        count += later.count;
        for (BadRow row : later.first) {
            if (first.size() < LISTED) {
                first.add(row.shifted(linesBefore));
            }
        }
    }

    public long count() {
        return count;
    }

    /// The first bad rows, at most [#LISTED].
    public List<BadRow> first() {
        return List.copyOf(first);
    }

    /// Passes if there are no more than the policy allows.
    ///
    /// @throws RatingFormatException if there are: how many, the first ones, how to mend or allow them
    public void check(BadRowPolicy policy) {
        if (count <= policy.maxBadRows()) {
            return;
        }
        String rows = first.stream()
                .limit(NAMED_IN_ERROR)
                .map(row -> "\n  " + row.message())
                .collect(Collectors.joining());
        String more = count > NAMED_IN_ERROR ? "\n  and " + (count - NAMED_IN_ERROR) + " more" : "";
        throw new RatingFormatException(first.getFirst().file() + " has " + count
                + (count == 1 ? " bad row, " : " bad rows, ") + policy.maxBadRows() + " allowed:" + rows + more
                + "\nmend the file, or allow them with " + BadRowPolicy.SETTING + " = " + count);
    }
}
