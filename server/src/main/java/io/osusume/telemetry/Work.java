package io.osusume.telemetry;

/// A piece of work of a server. Nothing in it says whose work it is: all its words come from short,
/// closed lists.
public sealed interface Work {
    /// Answering a request; ends with [Outcome.Answered].
    ///
    /// @param method such as `GET`, `OTHER` for one that is not usual
    /// @param parent the header `traceparent` of a proxy that is trusted, else empty
    record Request(String method, String parent) implements Work {}

    /// Waiting until fewer questions are worked on at once.
    record Waiting() implements Work {}

    /// Answering a question about titles with a model.
    ///
    /// @param question such as `recommend`
    /// @param model the id of its version
    record Scoring(String question, String model) implements Work {}

    /// Using the database of profiles and keys.
    ///
    /// @param database `sqlite` or `postgresql`
    record StoreUse(Access access, String database) implements Work {}

    /// Taking over a list of a fan.
    ///
    /// @param service such as `AniList`, or `file`
    record ListImport(String service) implements Work {}

    /// Loading and testing a model.
    ///
    /// @param model the id of its version
    /// @param swap whether another one is served meanwhile
    record ModelLoad(String model, boolean swap) implements Work {}

    /// How a database is used.
    enum Access {
        READ,
        WRITE
    }
}
