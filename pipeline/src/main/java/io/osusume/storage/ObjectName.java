package io.osusume.storage;

import java.util.regex.Pattern;

/// Where something lies in Google Cloud Storage, as `gs://bucket/name`; with an empty name the whole bucket.
///
/// @param bucket 3 to 222 lower-case letters, digits, `-`, `_` and `.`, as Google allows
/// @param name what stands before it like folders included; neither begins nor ends with `/`
public record ObjectName(String bucket, String name) {
    private static final String SCHEME = "gs://";
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]");
    private static final Pattern NAME = Pattern.compile("[^\\x00-\\x1f\\x7f]*");
    private static final int LONGEST_NAME = 1_024;

    public ObjectName {
        String shown = SCHEME + bucket + (name.isEmpty() ? "" : "/" + name);
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException(
                    "'" + shown + "' must name a bucket of 3 to 222 lower-case letters, digits,"
                            + " '-', '_' and '.', such as gs://my-models/osusume");
        }
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME || ("/" + name + "/").contains("/../")) {
            throw new IllegalArgumentException("'" + shown + "' must be at most " + LONGEST_NAME
                    + " characters without line ends and without '..'");
        }
        if (name.startsWith("/") || name.endsWith("/") || name.contains("//")) {
            throw new IllegalArgumentException("'" + shown + "' must not have empty parts between its slashes");
        }
    }

    /// Whether a text means a place in Google Cloud Storage rather than a folder.
    public static boolean isOne(String text) {
        return text.startsWith(SCHEME);
    }

    /// Reads a place as people write it.
    ///
    /// @param text `gs://bucket`, `gs://bucket/name` or the same with one `/` behind
    /// @throws IllegalArgumentException if it is not so
    public static ObjectName of(String text) {
        if (!isOne(text)) {
            throw new IllegalArgumentException("'" + text + "' must begin with " + SCHEME);
        }
        String rest = text.substring(SCHEME.length());
        if (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        int slash = rest.indexOf('/');
        return slash < 0
                ? new ObjectName(rest, "")
                : new ObjectName(rest.substring(0, slash), rest.substring(slash + 1));
    }

    /// What lies below this one under a name of its own.
    public ObjectName child(String child) {
        return new ObjectName(bucket, name.isEmpty() ? child : name + "/" + child);
    }

    /// The last part of the name.
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return SCHEME + bucket + (name.isEmpty() ? "" : "/" + name);
    }
}
