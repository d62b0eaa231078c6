package io.osusume.sample;

import io.osusume.data.Catalogue;
import io.osusume.data.Relation;
import io.osusume.data.Season;
import io.osusume.data.Title;
import io.osusume.ingest.RawFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a catalogue in the form of the 2020 Kaggle collection: what is not known is the word `Unknown`.
public final class KaggleFiles {
    private static final String UNKNOWN = "Unknown";

    private KaggleFiles() {}

    /// Writes `anime.csv`, `anime_with_synopsis.csv`, `watching_status.csv` and `relations.csv` into a folder.
    public static void write(Catalogue catalogue, Path folder) throws IOException {
        List<Title> titles = catalogue.titles().stream()
                .sorted(Comparator.comparingLong(Title::itemId))
                .toList();
        try (Writer anime = begin(folder, RawFile.ANIME);
                Writer synopses = begin(folder, RawFile.SYNOPSES);
                Writer relations = begin(folder, RawFile.RELATIONS)) {
            for (Title title : titles) {
                row(anime, animeRow(title));
                if (title.synopsis() != null) {
                    row(
                            synopses,
                            List.of(
                                    title.itemId(),
                                    title.name(),
                                    score(title),
                                    list(title.genres()),
                                    title.synopsis()));
                }
            }
            for (Relation relation : catalogue.relations()) {
                String kind = relation.kind().name().toLowerCase(Locale.ROOT);
                row(relations, List.of(relation.from(), kind, relation.to()));
            }
        }
        Files.writeString(folder.resolve(RawFile.WATCHING_STATUS.fileName()), """
                status, description
                1,Currently Watching
                2,Completed
                3,On Hold
                4,Dropped
                6,Plan to Watch
                """);
    }

    private static Writer begin(Path folder, RawFile file) throws IOException {
        Writer writer = Files.newBufferedWriter(folder.resolve(file.fileName()), StandardCharsets.UTF_8);
        writer.write(file.header() + "\n");
        return writer;
    }

    private static void row(Writer writer, List<Object> values) throws IOException {
        writer.write(values.stream().map(value -> quoted(value.toString())).collect(Collectors.joining(",", "", "\n")));
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private static List<Object> animeRow(Title title) {
        List<Object> row = new ArrayList<>(List.of(
                title.itemId(),
                title.name(),
                score(title),
                list(title.genres()),
                orUnknown(title.englishName()),
                orUnknown(title.japaneseName()),
                title.type().label(),
                title.episodes() == 0 ? UNKNOWN : title.episodes(),
                aired(title),
                premiered(title),
                UNKNOWN,
                UNKNOWN,
                list(title.studios()),
                orUnknown(title.source()),
                duration(title),
                title.ageRating().label(),
                UNKNOWN,
                UNKNOWN,
                title.members() == 0 ? UNKNOWN : title.members()));
        int columns = RawFile.ANIME.header().split(",", -1).length;
        while (row.size() < columns) {
            row.add(UNKNOWN);
        }
        return row;
    }

    private static String score(Title title) {
        return Double.isNaN(title.score()) ? UNKNOWN : Double.toString(title.score());
    }

    private static String list(List<String> values) {
        return values.isEmpty() ? UNKNOWN : String.join(", ", values);
    }

    private static String orUnknown(@Nullable String value) {
        return value == null ? UNKNOWN : value;
    }

    /// `Apr 3, 1998 to Apr 24, 1999`; one date alone if the last episode is the first; `?` if there is no last yet.
    static String aired(Title title) {
        if (title.airedFrom() == null) {
            return UNKNOWN;
        }
        if (title.airedFrom().equals(title.airedTo())) {
            return day(title.airedFrom());
        }
        return day(title.airedFrom()) + " to " + (title.airedTo() == null ? "?" : day(title.airedTo()));
    }

    private static String day(String iso) {
        String year = iso.substring(0, 4);
        if (iso.length() < 7) {
            return year;
        }
        String month = Month.of(Integer.parseInt(iso.substring(5, 7))).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return iso.length() < 10
                ? month + ", " + year
                : month + " " + Integer.parseInt(iso.substring(8, 10)) + ", " + year;
    }

    private static String premiered(Title title) {
        Season season = title.season();
        return season == null ? UNKNOWN : season.label() + " " + title.year();
    }

    static String duration(Title title) {
        long minutes = Math.round(title.durationMinutes());
        if (minutes == 0) {
            return UNKNOWN;
        }
        String hours = minutes < 60 ? "" : minutes / 60 + " hr.";
        String rest = minutes % 60 == 0 ? "" : minutes % 60 + " min.";
        String each = title.episodes() == 1 ? "" : " per ep.";
        return (hours + (hours.isEmpty() || rest.isEmpty() ? "" : " ") + rest) + each;
    }
}
