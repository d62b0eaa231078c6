package io.osusume.lists;

/// Something of a list that was read otherwise than it stands there, for the fan to know.
///
/// @param where the place, such as `entry 3 (Steins;Gate, line 40)` or `the list`
/// @param what was found and what was made of it, such as `score 11 became 10`
public record Adjustment(String where, String what) {
    /// Both in one line.
    public String message() {
        return where + ": " + what;
    }
}
