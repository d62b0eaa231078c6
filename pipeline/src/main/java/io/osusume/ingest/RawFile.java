package io.osusume.ingest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The files of the raw folder, in the form of the 2020 Kaggle collection, and our own `relations.csv`.
public enum RawFile {
    /// One row an entry of a user's list.
    ANIMELIST(
            "animelist.csv rating_complete.csv",
            "user_id,anime_id,rating",
            "user_id,anime_id,rating,watching_status,watched_episodes"),
    /// One row a title.
    ANIME(
            "anime.csv",
            "MAL_ID,Name,Genres,Type",
            "MAL_ID,Name,Score,Genres,English name,Japanese name,Type,Episodes,Aired,Premiered,Producers,Licensors,"
                    + "Studios,Source,Duration,Rating,Ranked,Popularity,Members,Favorites,Watching,Completed,On-Hold,"
                    + "Dropped,Plan to Watch,Score-10,Score-9,Score-8,Score-7,Score-6,Score-5,Score-4,Score-3,Score-2,"
                    + "Score-1"),
    /// One row a title that has a synopsis; the misspelling is the collection's own.
    SYNOPSES("anime_with_synopsis.csv", "MAL_ID,sypnopsis", "MAL_ID,Name,Score,Genres,sypnopsis"),
    /// What the codes of `watching_status` mean.
    WATCHING_STATUS("watching_status.csv", "status,description", "status, description"),
    /// Sequels and other links between titles; the collection has none.
    RELATIONS("relations.csv", "from,kind,to", "from,kind,to");

    private final String names;
    private final String needed;
    private final String header;

    RawFile(String names, String needed, String header) {
        this.names = names;
        this.needed = needed;
        this.header = header;
    }

    /// Its name in the raw folder.
    public String fileName() {
        return sourceNames().getFirst();
    }

    /// The full header line, without a line end.
    public String header() {
        return header;
    }

    /// The columns without which the file is of no use.
    public List<String> neededColumns() {
        return List.of(needed.split(",", -1));
    }

    /// The names under which a source may have it, without `.gz` or `.zip`, the best first.
    List<String> sourceNames() {
        return List.of(names.split(" ", -1));
    }

    /// The file that goes by this name, with or without `.gz` or `.zip`.
    static Optional<RawFile> named(String name) {
        return Arrays.stream(values())
                .filter(file -> file.sourceNames().contains(plainName(name)))
                .findFirst();
    }

    /// A name without `.gz` or `.zip`, in lower case.
    static String plainName(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zip)$", "");
    }

    /// The file that has such a header: of those whose needed columns are all there, the one that needs most.
    static Optional<RawFile> withColumns(List<String> columns) {
        return Arrays.stream(values())
                .filter(file -> columns.containsAll(file.neededColumns()))
                .max(Comparator.comparingInt(file -> file.neededColumns().size()));
    }
}
