package io.osusume.lists;

/// How much of a list is read before it is refused.
///
/// @param fileBytes of the file as it came, compressed or not
/// @param inflatedBytes of the text inside; an entry takes about 1,200
/// @param entries in the list
public record ListLimits(long fileBytes, long inflatedBytes, int entries) {
    /// Room for the largest lists there are: 8 MiB as they come, 48 MiB inflated, 40,000 entries.
    public static final ListLimits DEFAULT = new ListLimits(8L << 20, 48L << 20, 40_000);

    public ListLimits {
        if (fileBytes < 1 || inflatedBytes < 1 || entries < 1) {
            throw new IllegalArgumentException("limits must be positive, were " + fileBytes + " bytes, " + inflatedBytes
                    + " bytes inflated, " + entries + " entries");
        }
    }
}
