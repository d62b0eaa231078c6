package io.osusume.tracking;

import io.osusume.artifact.ArtifactException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `metrics.csv` of a run: `time,step,metric,value`, a measured number a line, only ever added to. What a killed run
/// had
/// measured stays; a last line without its end does not count.
public final class MetricsFile implements AutoCloseable {
    /// The file's name.
    public static final String FILE = "metrics.csv";

    private static final String HEADER = "time,step,metric,value";

    private final Writer out;

    private MetricsFile(Writer out) {
        this.out = out;
    }

    static MetricsFile create(Path folder) throws IOException {
        Writer out = Files.newBufferedWriter(
                folder.resolve(FILE), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        out.write(HEADER + "\n");
        out.flush();
        return new MetricsFile(out);
    }

    /// Adds lines and hands them to the system, whole.
    void add(List<MetricLine> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (MetricLine line : lines) {
            text.append(line.time())
                    .append(',')
                    .append(line.step() == null ? "" : line.step())
                    .append(',')
                    .append(line.name())
                    .append(',')
                    .append(line.value())
                    .append('\n');
        }
        out.write(text.toString());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /// Whether a name may stand in the file.
    static boolean accepts(String name) {
        return !name.isBlank() && name.length() <= 250 && name.chars().noneMatch(c -> c == ',' || c < ' ');
    }

    /// All whole lines of a run's folder, in their order; none if there is no file.
    ///
    /// @throws ArtifactException if a whole line is not as it was written
    public static List<MetricLine> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return List.of();
        }
        List<MetricLine> lines = new ArrayList<>();
        int start = text.indexOf('\n') + 1;
        for (int end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(line(file, lines.size() + 2, text.substring(start, end)));
            start = end + 1;
        }
        return lines;
    }

    private static MetricLine line(Path file, int number, String text) {
        String[] cells = text.split(",", -1);
        try {
            @Nullable Integer step = cells[1].isEmpty() ? null : Integer.valueOf(cells[1]);
            return new MetricLine(Instant.parse(cells[0]), step, cells[2], Double.parseDouble(cells[3]));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException broken) {
            throw new ArtifactException(
                    file + " line " + number + ": expected " + HEADER + ", found '" + text
                            + "'; restore the file or delete the run's folder",
                    broken);
        }
    }
}
