package io.osusume.catalog;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.Relation;
import io.osusume.data.Season;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the catalogue from the CSV files of the 2020 Kaggle set: `anime.csv`, `anime_with_synopsis.csv`, and
/// `relations.csv` of this project. Each may be plain, `.gz` or `.zip`.
public final class CatalogueCsv {
    /// One row a title.
    public static final String TITLES = "anime.csv";
    /// One row a title, with its synopsis.
    public static final String SYNOPSES = "anime_with_synopsis.csv";
    /// One row a relation: `from,kind,to`.
    public static final String RELATIONS = "relations.csv";

    private static final String ID = "MAL_ID";
    private static final List<String> TITLE_COLUMNS = List.of(
            ID,
            "Name",
            "Score",
            "Genres",
            "English name",
            "Japanese name",
            "Type",
            "Episodes",
            "Aired",
            "Premiered",
            "Studios",
            "Source",
            "Duration",
            "Rating",
            "Members");
    private static final List<String> NO_SYNOPSIS =
            List.of("No synopsis information has been added", "No synopsis has been added");

    private CatalogueCsv() {}

    /// Reads what there is in a folder: without `anime.csv` the catalogue is empty, without `relations.csv` it has no
    /// relations.
    ///
    /// @throws CatalogueFormatException at the first thing that is wrong
    public static Catalogue readFolder(Path folder) throws IOException {
        Optional<Path> titles = CsvFile.find(folder, TITLES);
        if (titles.isEmpty()) {
            return new Catalogue(List.of(), List.of());
        }
        Optional<Path> synopses = CsvFile.find(folder, SYNOPSES);
        Optional<Path> relations = CsvFile.find(folder, RELATIONS);
        return new Catalogue(
                titles(titles.get(), synopses.isPresent() ? synopses(synopses.get()) : Map.of()),
                relations.isPresent() ? relations(relations.get()) : List.of());
    }

    /// The files in a folder that [#readFolder] reads.
    public static List<Path> files(Path folder) {
        return List.of(TITLES, SYNOPSES, RELATIONS).stream()
                .flatMap(name -> CsvFile.find(folder, name).stream())
                .toList();
    }

    /// Reads `anime.csv`, in the order of the file.
    ///
    /// @param synopses by id
    public static List<Title> titles(Path file, Map<Long, String> synopses) throws IOException {
        List<Title> titles = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        CsvFile.read(file, TITLE_COLUMNS, row -> {
            Title title = title(row, synopses);
            if (!seen.add(title.itemId())) {
                throw row.error(ID, row.raw(ID), "must stand once in the file");
            }
            titles.add(title);
        });
        return titles;
    }

    /// Reads the synopses by id, leaving out those that only say that there is none.
    public static Map<Long, String> synopses(Path file) throws IOException {
        Map<Long, String> synopses = new HashMap<>();
        CsvFile.read(file, List.of(ID), row -> {
            String column = row.fields().isMapped("sypnopsis") ? "sypnopsis" : "synopsis"; // the set's own misspelling
            if (!row.fields().isMapped(column)) {
                throw new CatalogueFormatException(
                        row.file() + " line 1: the header must have the column synopsis or sypnopsis, found: "
                                + String.join(", ", row.fields().getParser().getHeaderNames()));
            }
            String text = row.text(column);
            if (text != null && NO_SYNOPSIS.stream().noneMatch(text::startsWith)) {
                synopses.put(row.id(ID), text);
            }
        });
        return synopses;
    }

    /// Reads `relations.csv`; the kinds are those of [Relation.Kind] in lower case, such as `side_story`.
    public static List<Relation> relations(Path file) throws IOException {
        List<Relation> relations = new ArrayList<>();
        CsvFile.read(
                file,
                List.of("from", "kind", "to"),
                row -> relations.add(new Relation(row.id("from"), kind(row), row.id("to"))));
        return relations;
    }

    private static Title title(CsvRow row, Map<Long, String> synopses) {
        long id = row.id(ID);
        if (row.raw("Name").isEmpty()) {
            throw row.error("Name", "", "must not be empty");
        }
        int episodes = row.whole("Episodes", 0, 0);
        Aired aired = aired(row);
        String lastAired = aired == null ? null : aired.to();
        if (aired != null
                && lastAired == null
                && episodes == 1
                && !row.raw("Aired").endsWith("?")) {
            lastAired = aired.from(); // one episode, one date
        }
        return new Title(
                id,
                row.raw("Name"),
                row.text("English name"),
                row.text("Japanese name"),
                row.labelled("Type", TitleType.values(), TitleType::label, TitleType.UNKNOWN),
                episodes,
                aired == null ? null : aired.from(),
                lastAired,
                aired == null ? 0 : aired.year(),
                season(row),
                row.parts("Genres"),
                row.parts("Studios"),
                row.text("Source"),
                minutes(row),
                row.labelled("Rating", AgeRating.values(), AgeRating::label, AgeRating.UNKNOWN),
                row.number("Score", 1, 10),
                row.whole("Members", 0, 0),
                synopses.get(id));
    }

    private static @Nullable Aired aired(CsvRow row) {
        String text = row.text("Aired");
        return text == null
                ? null
                : Aired.parse(text)
                        .orElseThrow(() -> row.error(
                                "Aired",
                                text,
                                "must be like 'Apr 3, 1998 to Apr 24, 1999', 'Oct, 2004 to ?', '1995' or Unknown"));
    }

    private static @Nullable Season season(CsvRow row) {
        String text = row.text("Premiered");
        if (text == null) {
            return null;
        }
        for (Season season : Season.values()) {
            if (text.matches(season.label() + " \\d{4}")) {
                return season;
            }
        }
        throw row.error("Premiered", text, "must be like 'Spring 1998' or Unknown");
    }

    private static double minutes(CsvRow row) {
        String text = row.text("Duration");
        return text == null
                ? 0
                : EpisodeDuration.minutes(text)
                        .orElseThrow(() -> row.error(
                                "Duration", text, "must be like '24 min. per ep.', '1 hr. 30 min.' or Unknown"));
    }

    private static Relation.Kind kind(CsvRow row) {
        for (Relation.Kind kind : Relation.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(row.raw("kind"))) {
                return kind;
            }
        }
        throw row.error(
                "kind",
                row.raw("kind"),
                "must be one of "
                        + String.join(
                                ", ",
                                List.of(Relation.Kind.values()).stream()
                                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                        .toList()));
    }
}
