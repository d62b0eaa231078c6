package io.osusume.ratings;

/// A row that cannot be used: where it stands, what was found and what was expected.
///
/// @param file the file's name without its folder
/// @param line from 1, the header included
/// @param column the column's name, or `row` if the row as a whole is wrong
/// @param value what was found, shortened
/// @param rule what should have been there, such as `must be a whole number in [0, 10]`
public record BadRow(String file, long line, String column, String value, String rule) {
    /// One sentence: `animelist.csv line 18: rating must be a whole number in [0, 10], was '11'`.
    public String message() {
        return file + " line " + line + ": " + column + " " + rule + ", was '" + value + "'";
    }

    /// The same row with its line counted from an earlier one.
    public BadRow shifted(long lines) {
        return new BadRow(file, line + lines, column, value, rule);
    }
}
