package io.osusume.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the needed columns stand.
///
/// @param count how many columns there are
/// @param user position of `user_id`, from 0
/// @param item position of `anime_id`
/// @param rating position of `rating`
record Columns(int count, int user, int item, int rating) {
    static final String USER = "user_id";
    static final String ITEM = "anime_id";
    static final String RATING = "rating";

    /// Reads a header line.
    ///
    /// @throws RatingFormatException if a needed column is not there exactly once
    static Columns of(String file, byte[] header, int begin, int end) {
        int start = Fields.withoutByteOrderMark(header, begin, end);
        int stop = Fields.withoutLineEnd(header, start, end);
        Fields fields = Fields.split(header, start, stop);
        List<String> names = new ArrayList<>();
        for (int column = 0; column < fields.count(); column++) {
            names.add(fields.text(column).toLowerCase(Locale.ROOT));
        }
        String found = Fields.shortened(header, start, stop);
        return new Columns(
                names.size(),
                position(file, names, USER, found),
                position(file, names, ITEM, found),
                position(file, names, RATING, found));
    }

    private static int position(String file, List<String> names, String name, String found) {
        int position = names.indexOf(name);
        if (position < 0 || position != names.lastIndexOf(name)) {
            throw new RatingFormatException(file + " line 1: the header must name " + USER + ", " + ITEM + " and "
                    + RATING + " once each, separated by commas, was '" + found + "'; " + name
                    + (position < 0 ? " is missing" : " stands twice"));
        }
        return position;
    }
}
