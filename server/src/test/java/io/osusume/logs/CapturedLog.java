package io.osusume.logs;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// All that this process writes to standard error while it logs as a server does.
public final class CapturedLog implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    /// Begins.
    public CapturedLog(Logs.Form form) {
        System.setErr(new PrintStream(lines, true, StandardCharsets.UTF_8));
        Logs.serve(form);
    }

    /// All of it, at the end.
    public String end() {
        Logs.close();
        System.setErr(before);
        return lines.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        end();
    }
}
