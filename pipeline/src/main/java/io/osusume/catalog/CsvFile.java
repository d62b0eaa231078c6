package io.osusume.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A CSV file with a header, plain or as `.gz` or `.zip`: UTF-8, with or without byte order mark, LF or CRLF,
/// quoted commas and line ends.
final class CsvFile {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private CsvFile() {}

    /// The file of that name in a folder, plain or compressed.
    static Optional<Path> find(Path folder, String name) {
        return List.of(name, name + ".gz", name + ".zip").stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// Hands over every row in the order of the file.
    ///
    /// @param columns the header must have each of them
    /// @throws CatalogueFormatException if the header lacks one, a row has more or fewer columns than it, a quote
    ///     stays open, or the text is not UTF-8
    static void read(Path file, List<String> columns, Consumer<CsvRow> rows) throws IOException {
        String name = String.valueOf(file.getFileName());
        long line = 1;
        try (Reader text = open(file, name);
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            checkHeader(name, columns, parser.getHeaderNames());
            line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord fields : parser) {
                CsvRow row = new CsvRow(name, line, fields);
                if (!fields.isConsistent()) {
                    throw row.error(
                            "row",
                            String.join(",", fields.values()),
                            "must have " + parser.getHeaderNames().size() + " columns like the header");
                }
                rows.accept(row);
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException wrapped) {
            throw explained(name, line, Objects.requireNonNull(wrapped.getCause()));
        } catch (IOException broken) {
            throw explained(name, line, broken);
        }
    }

    private static IOException explained(String name, long line, IOException broken) {
        if (broken instanceof CharacterCodingException) {
            throw new CatalogueFormatException(
                    name + " line " + line + " or after: the text is not UTF-8; save the file as UTF-8", broken);
        }
        if (broken instanceof CSVException) {
            throw new CatalogueFormatException(
                    name + " line " + line + ": the row is not valid CSV: " + broken.getMessage()
                            + "; a quote inside a quoted field is written twice",
                    broken);
        }
        return broken;
    }

    private static void checkHeader(String name, List<String> columns, List<String> found) {
        List<String> missing = columns.stream()
                .filter(column -> found.stream().noneMatch(column::equalsIgnoreCase))
                .toList();
        if (!missing.isEmpty()) {
            throw new CatalogueFormatException(name + " line 1: the header must have the columns "
                    + String.join(", ", columns) + "; missing: " + String.join(", ", missing)
                    + ", found: " + String.join(", ", found));
        }
    }

    private static Reader open(Path file, String name) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".gz")) {
                in = new GZIPInputStream(in, 1 << 16);
            } else if (lower.endsWith(".zip")) {
                in = onlyEntry(name, new ZipInputStream(in));
            }
            BufferedReader text =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            return text;
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    private static InputStream onlyEntry(String name, ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".csv")) {
                return zip;
            }
        }
        throw new CatalogueFormatException(name + " holds no .csv file; put the CSV file into it or beside it");
    }
}
