package io.osusume.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where model versions and aliases of several computers meet. Versions never change there; the aliases there are the
/// ones that count.
public interface SharedModels {
    /// The aliases and their history.
    AliasTexts aliases() throws IOException;

    /// Their place, for people.
    String place();

    /// Sends a version, unless it is there.
    ///
    /// @param folder a whole version
    void publish(String id, Path folder) throws IOException;

    /// Brings a version to a folder, where it appears whole or not at all.
    ///
    /// @return false if there is no such version
    boolean fetch(String id, Path folder) throws IOException;

    /// Sends a report about a version, which never changes there.
    void publishReport(String id, Path file) throws IOException;

    /// A report about a version; empty if there is none.
    ///
    /// @param name of its file
    Optional<String> report(String id, String name) throws IOException;
}
