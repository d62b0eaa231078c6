package io.osusume.catalog;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import io.osusume.artifact.ArtifactException;
import io.osusume.data.Catalogue;
import io.osusume.data.Relation;
import io.osusume.data.Title;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A catalogue in a folder as `catalogue.parquet`, and `relations.parquet` if there are relations: readable from every
/// language that knows Parquet.
///
/// Columns of the first: those of [Title] under their names, `genres` and `studios` as lists of strings, enumerations
/// as the constant's name, everything unknown as null. Of the second: `from`, `kind`, `to`.
public final class CatalogueFile {
    /// The titles, sorted as in [Catalogue#titles()].
    public static final String TITLES = "catalogue.parquet";
    /// The relations.
    public static final String RELATIONS = "relations.parquet";

    private CatalogueFile() {}

    /// Writes the files into a folder that has none of them yet.
    ///
    /// @throws IOException if a file cannot be written
    public static void write(Path folder, Catalogue catalogue) throws IOException {
        ParquetWriter.writeTitles(folder.resolve(TITLES), catalogue.titles());
        if (!catalogue.relations().isEmpty()) {
            ParquetWriter.writeRelations(folder.resolve(RELATIONS), catalogue.relations());
        }
    }

    /// Reads a catalogue; without `relations.parquet` it has no relations.
    ///
    /// @throws ArtifactException if a file is damaged or has other columns
    public static Catalogue read(Path folder) throws IOException {
        List<Title> titles = rows(folder.resolve(TITLES), TitleRow::title);
        Path relations = folder.resolve(RELATIONS);
        return new Catalogue(
                titles,
                Files.exists(relations)
                        ? rows(
                                relations,
                                row -> new Relation(
                                        row.getLong("from"),
                                        Relation.Kind.valueOf(row.getString("kind")),
                                        row.getLong("to")))
                        : List.of());
    }

    private static <T> List<T> rows(Path file, Function<RowReader, T> reading) throws IOException {
        List<T> values = new ArrayList<>();
        try (ParquetFileReader parquet =
                        ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(Files.readAllBytes(file))));
                RowReader row = parquet.rowReader()) {
            while (row.hasNext()) {
                row.next();
                values.add(reading.apply(row));
            }
        } catch (IOException | RuntimeException broken) {
            throw new ArtifactException(
                    file + " cannot be read as a catalogue: " + broken.getMessage() + "; prepare again", broken);
        }
        return values;
    }
}
