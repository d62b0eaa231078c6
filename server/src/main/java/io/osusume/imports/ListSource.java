package io.osusume.imports;

import io.osusume.lists.FanList;

/// A service that fans keep their lists at. Thread-safe; meant to be called on a virtual thread, since it waits.
public interface ListSource extends AutoCloseable {
    /// The service as fans call it, such as `AniList`.
    String name();

    /// False if the operator has not given what the service asks for: then offer the upload of an export instead.
    default boolean isConfigured() {
        return true;
    }

    /// Fetches the whole anime list of a user.
    ///
    /// @param userName the name, or the address of the user's page at the service
    /// @return the list, perhaps an empty one
    /// @throws ImportException if there is none to be had; its message tells the fan why and what to do
    FanList fetch(String userName);

    /// Ends the connections.
    @Override
    void close();
}
