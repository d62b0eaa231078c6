package io.osusume.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an ingest did.
///
/// @param folder the raw folder
/// @param files in the order of [RawFile]
/// @param notes sentences for the reader: what was cut, kept, passed over, or is missing
public record IngestReport(Path folder, List<FileReport> files, List<String> notes) {
    private static final int SHOWN_HASH = 12;

    public IngestReport {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /// A table for the terminal, one file a line, then the notes.
    public String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("file", "rows read", "rows kept", "bad rows", "bytes", "sha256", "source"));
        for (FileReport file : files) {
            rows.add(List.of(
                    file.name(),
                    number(file.rowsRead()),
                    number(file.rowsKept()),
                    number(file.badRows()),
                    number(file.sizeBytes()),
                    file.sha256().substring(0, SHOWN_HASH),
                    file.keptFromEarlier() ? file.source() + " (kept)" : file.source()));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                boolean isNumber = column >= 1 && column <= 4;
                line.append(padded(row.get(column), width(rows, column), isNumber))
                        .append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String value, int width, boolean right) {
        String blanks = " ".repeat(width - value.length());
        return right ? blanks + value : value + blanks;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
