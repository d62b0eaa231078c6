package io.osusume.recommend;

/// Why a title that is not watched must not be recommended either.
public enum Exclusion {
    /// The fan plans to watch it anyway.
    PLANNED,

    /// The fan saved it for later.
    SAVED,

    /// The fan turned it down; what is like it is lowered too.
    NOT_INTERESTED
}
