package io.osusume.franchise;

/// What an entry is in its franchise.
public enum Part {
    /// A step of a story: a first season, the next one, a film that goes on with it.
    MAIN,

    /// Beside the story: a side story, a special, an extra episode, a film of a long series, a parody.
    SIDE,

    /// Tells again what another entry showed: a recap, a summary, a compilation film.
    RECAP,

    /// Another cut or a lesser telling of what another entry tells in full. A full retelling is a line of its own,
    /// and its entries are [#MAIN].
    ALTERNATIVE,

    /// A music video, trailer, pilot or advertisement.
    PROMOTION
}
