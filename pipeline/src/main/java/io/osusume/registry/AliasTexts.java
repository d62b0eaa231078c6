package io.osusume.registry;

import java.io.IOException;
import java.util.Optional;

/// Small texts that several processes change, aliases and their history: whoever writes says what it had read, and
/// nothing is written if somebody else was quicker. Readers see the text before or after a change, never half of it.
public interface AliasTexts {
    /// Where the text of that name lies, for messages.
    String place(String name);

    /// The text of that name; empty if there is none.
    Optional<String> read(String name) throws IOException;

    /// Replaces a text that is still what the caller read.
    ///
    /// @param expected what [#read] gave
    /// @param next the new text, which is not empty; nothing to remove it
    /// @return false if the text has changed meanwhile: nothing was written
    boolean compareAndSet(String name, Optional<String> expected, Optional<String> next) throws IOException;
}
