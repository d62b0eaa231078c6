package io.osusume.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Copies a CSV file byte for byte (but a byte order mark) and checks its form on the way: the header has the needed
/// columns, every row has as many as the header, and no quote is left open. Fields may be quoted and hold line ends.
final class CsvCopy {
    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_WITHIN // a quote inside quotes: the end of the field, or the first of a pair
    }

    private final RawFile file;
    private final String name;
    private State state = State.FIELD_START;
    private int columns; // finished ones of this row
    private boolean rowBegun;
    private int headerColumns = -1;
    private long rows;
    private long line = 1;
    private long rowLine = 1;

    private CsvCopy(RawFile file, String name) {
        this.file = file;
        this.name = name;
    }

    /// Copies all of it.
    ///
    /// @throws IngestException if it is empty, lacks a column, or a row is not whole
    static CopiedRows copy(InputStream in, OutputStream out, RawFile file, String name) throws IOException {
        return new CsvCopy(file, name).run(in, out);
    }

    private CopiedRows run(InputStream in, OutputStream out) throws IOException {
        String header = CsvHeader.firstLine(in);
        if (header.isBlank()) {
            throw new IngestException(name + " is empty; expected the header " + file.header());
        }
        List<String> found = CsvHeader.columns(header);
        for (String needed : file.neededColumns()) {
            if (!found.contains(needed)) {
                throw new IngestException(name + " line 1: the header must name "
                        + String.join(", ", file.neededColumns()) + ", was '" + CsvHeader.shortened(header) + "'; "
                        + needed + " is missing");
            }
        }
        byte[] headerLine = (header + "\n").getBytes(StandardCharsets.UTF_8);
        check(headerLine, headerLine.length);
        out.write(headerLine);
        byte[] buffer = new byte[1 << 16];
        byte last = '\n';
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            check(buffer, read);
            out.write(buffer, 0, read);
            last = read > 0 ? buffer[read - 1] : last;
        }
        if (state == State.QUOTED) {
            throw new IngestException(name + " is cut off: it ends inside the quotes of row " + (rows + 1)
                    + ", which begins in line " + rowLine + "; get it again");
        }
        if (last != '\n') {
            byte[] end = {'\n'};
            check(end, 1);
            out.write(end);
        }
        return new CopiedRows(rows, rows, 0, List.of(), false);
    }

    private void check(byte[] bytes, int size) {
        for (int k = 0; k < size; k++) {
            byte next = bytes[k];
            line += next == '\n' ? 1 : 0;
            if (state == State.QUOTED) {
                state = next == '"' ? State.QUOTE_WITHIN : State.QUOTED;
            } else if (next == '\n') {
                endRow();
            } else if (next == ',') {
                rowBegun = true;
                columns++;
                state = State.FIELD_START;
            } else if (next == '"' && state != State.PLAIN) {
                rowBegun = true;
                state = State.QUOTED;
            } else if (next != '\r') {
                rowBegun = true;
                state = State.PLAIN;
            }
        }
    }

    private void endRow() {
        if (rowBegun) {
            int found = columns + 1;
            if (headerColumns < 0) {
                headerColumns = found;
            } else if (found != headerColumns) {
                throw new IngestException(name + " line " + rowLine + ": a row must have " + headerColumns
                        + " columns like the header, was " + found + "; mend the file or get it again");
            } else {
                rows++;
            }
        }
        rowBegun = false;
        columns = 0;
        state = State.FIELD_START;
        rowLine = line;
    }
}
