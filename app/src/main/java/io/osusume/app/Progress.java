package io.osusume.app;

import io.osusume.model.TrainingListener;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Shows how long work goes on: one bar redrawn in place on a terminal, elsewhere a plain line every few seconds.
final class Progress implements TrainingListener, AutoCloseable {
    private static final int WIDTH = 28;
    private static final long NANOS_BETWEEN_LINES = 3_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private String step = "";
    private int shown = -1;
    private long lastLine = System.nanoTime();

    Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void progress(String nowDoing, double fraction) {
        int percent = (int) Math.floor(100 * Math.clamp(fraction, 0, 1));
        if (!nowDoing.equals(step)) {
            endLine();
            step = nowDoing;
            shown = -1;
        }
        if (percent == shown || (!terminal && System.nanoTime() - lastLine < NANOS_BETWEEN_LINES)) {
            return;
        }
        shown = percent;
        lastLine = System.nanoTime();
        if (terminal) {
            int full = percent * WIDTH / 100;
            out.printf("\r%s%s %3d%% %s\u001b[K", "█".repeat(full), "░".repeat(WIDTH - full), percent, step);
        } else {
            out.printf("%s %d%%%n", step, percent);
        }
        out.flush();
    }

    @Override
    public synchronized void epoch(int epoch, SortedMap<String, Double> metrics) {
        String line = metrics.entrySet().stream()
                .map(Progress::metric)
                .collect(Collectors.joining(", ", "epoch " + epoch + ": ", ""));
        note(line);
    }

    private static String metric(Map.Entry<String, Double> metric) {
        return metric.getKey() + String.format(Locale.ROOT, " %.5g", metric.getValue());
    }

    @Override
    public synchronized void note(String sentence) {
        endLine();
        out.println("  " + sentence);
        out.flush();
    }

    private void endLine() {
        if (terminal && shown >= 0) {
            out.print("\r\u001b[K");
            out.flush();
        }
        shown = -1;
        step = "";
    }

    @Override
    public synchronized void close() {
        endLine();
    }
}
