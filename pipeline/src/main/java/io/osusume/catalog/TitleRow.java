package io.osusume.catalog;

import dev.hardwood.reader.RowReader;
import io.osusume.data.AgeRating;
import io.osusume.data.Season;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A title from a row of `catalogue.parquet`.
final class TitleRow {
    private TitleRow() {}

    static Title title(RowReader row) {
        String season = text(row, "season");
        return new Title(
                row.getLong("itemId"),
                row.getString("name"),
                text(row, "englishName"),
                text(row, "japaneseName"),
                TitleType.valueOf(row.getString("type")),
                whole(row, "episodes"),
                text(row, "airedFrom"),
                text(row, "airedTo"),
                whole(row, "year"),
                season == null ? null : Season.valueOf(season),
                strings(row, "genres"),
                strings(row, "studios"),
                text(row, "source"),
                row.isNull("durationMinutes") ? 0 : row.getDouble("durationMinutes"),
                AgeRating.valueOf(row.getString("ageRating")),
                row.isNull("score") ? Double.NaN : row.getDouble("score"),
                whole(row, "members"),
                text(row, "synopsis"));
    }

    private static @Nullable String text(RowReader row, String column) {
        return row.isNull(column) ? null : row.getString(column);
    }

    private static int whole(RowReader row, String column) {
        return row.isNull(column) ? 0 : row.getInt(column);
    }

    private static List<String> strings(RowReader row, String column) {
        return row.isNull(column) ? List.of() : row.getList(column).strings();
    }
}
