package io.osusume.profiles;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Refuses changes that make a profile too large.
final class LimitCheck {
    private LimitCheck() {}

    /// Passes if every kind of part that has grown is within its limit; to be called after the rows are written and
    /// before the commit.
    ///
    /// @throws ProfileException if not
    static void check(Handle handle, long profile, List<PartChange> changes, ProfileLimits limits) {
        for (Part.Kind kind : Part.Kind.values()) {
            boolean grows = changes.stream()
                    .anyMatch(each -> each.part().kind() == kind && each.before() == null && each.after() != null);
            if (grows) {
                int count = ProfileRows.count(handle, profile, kind);
                int limit = limit(kind, limits);
                if (count > limit) {
                    throw new ProfileException(ProfileException.Reason.TOO_MUCH, message(kind, limit, count));
                }
            }
        }
    }

    private static int limit(Part.Kind kind, ProfileLimits limits) {
        return switch (kind) {
            case ENTRY -> limits.entries();
            case HIDDEN, SAVED -> limits.marks();
            case SETTING -> limits.preferences() + 2; // the language and adult titles
        };
    }

    private static String message(Part.Kind kind, int limit, int count) {
        return switch (kind) {
            case ENTRY ->
                "a list may hold at most " + limit + " titles, this one would hold " + count
                        + ": nothing was changed; remove some first, or import a shorter list";
            case HIDDEN -> "at most " + limit + " titles may be hidden: nothing was changed; show some again first";
            case SAVED -> "at most " + limit + " titles may be saved: nothing was changed; remove some first";
            case SETTING -> "at most " + limit + " settings may be stored: nothing was changed";
        };
    }
}
