package io.osusume.profiles;

import java.util.List;

/// What became of an undo.
public sealed interface UndoResult {
    /// Parts of the profile are as they were before the change. This is a change of its own, which can be undone too.
    ///
    /// @param acknowledged the version the undo made
    /// @param kept the parts that stayed as they are, since somebody changed them after
    record Undone(Acknowledged acknowledged, List<Part> kept) implements UndoResult {
        public Undone {
            kept = List.copyOf(kept);
        }
    }

    /// Nothing was done: every part of the change has been changed again since.
    record ChangedSince() implements UndoResult {}

    /// Nothing was done: the change is undone already.
    record AlreadyUndone() implements UndoResult {}

    /// Nothing was done: there is no such change, or it is too long ago to be kept.
    record NotKept() implements UndoResult {}
}
