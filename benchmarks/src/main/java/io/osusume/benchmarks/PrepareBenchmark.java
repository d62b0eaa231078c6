package io.osusume.benchmarks;

import io.osusume.model.TrainingListener;
import io.osusume.prepare.Prepare;
import io.osusume.prepare.PrepareReport;
import io.osusume.prepare.PrepareSettings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The prepare stage against DuckDB on a made-up rating file of the real size: seconds, memory and their ratio.
///
/// `PrepareBenchmark [--rows 109224747] [--rounds 3] [--threads 2] [--keep]`. Each run is a process of its own, in
/// turn, with a warm file cache; the prepare stage gets 1 GB of heap. Files lie in `artifacts/benchmarks`.
public final class PrepareBenchmark {
    private static final Path FOLDER = Path.of("artifacts", "benchmarks");
    private static final String PREPARE = "prepare";
    private static final List<String> CONTENDERS = List.of(PREPARE, "duckdb", "duckdb-ordered");

    private PrepareBenchmark() {}

    /// Runs the benchmark, or one contender when it is called by itself.
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        List<String> given = List.of(arguments);
        int threads = (int) number(given, "--threads", Runtime.getRuntime().availableProcessors());
        long rows = number(given, "--rows", GeneratedRatings.REAL_ROWS);
        Path raw = FOLDER.resolve("raw-" + rows);
        int contender = given.indexOf("--contender");
        if (contender >= 0) {
            System.out.println(run(given.get(contender + 1), raw, threads));
            return;
        }
        Path ratings = raw.resolve("animelist.csv");
        if (!Files.exists(ratings)) {
            Files.createDirectories(raw);
            long start = System.nanoTime();
            GeneratedRatings.write(ratings, rows, 20261124);
            System.out.printf(Locale.ROOT, "generated in %.1f s%n", seconds(start));
        }
        System.out.printf(Locale.ROOT, "%,d rows, %,d bytes, %d threads%n", rows, Files.size(ratings), threads);
        Map<String, Double> best = new LinkedHashMap<>();
        for (int round = 1; round <= number(given, "--rounds", 3); round++) {
            for (String name : CONTENDERS) {
                warm(ratings);
                long start = System.nanoTime();
                process(name, rows, threads);
                double seconds = seconds(start);
                System.out.printf(Locale.ROOT, "round %d: %s, whole process %.2f s%n", round, name, seconds);
                best.merge(name, seconds, Math::min);
            }
        }
        double prepare = best.getOrDefault(PREPARE, Double.NaN);
        best.forEach((name, seconds) -> System.out.printf(
                Locale.ROOT, "%-16s best %6.2f s, prepare / %s = %.2f%n", name, seconds, name, prepare / seconds));
        if (!given.contains("--keep")) {
            Files.delete(ratings);
        }
    }

    private static void process(String contender, long rows, int threads) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                PrepareBenchmark.class.getName(),
                "--contender",
                contender,
                "--rows",
                Long.toString(rows),
                "--threads",
                Integer.toString(threads)));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(contender + " ended with status " + status);
        }
    }

    private static String run(String contender, Path raw, int threads) throws IOException, SQLException {
        long start = System.nanoTime();
        long rows;
        if (contender.equals(PREPARE)) {
            PrepareReport report = Prepare.run(
                    PrepareSettings.DEFAULT.withThreads(threads),
                    raw,
                    FOLDER.resolve("prepared"),
                    TrainingListener.SILENT,
                    Instant.now());
            rows = report.facts().getOrDefault("rows", 0L);
            System.out.print(report.table());
        } else {
            rows = DuckDbPrepare.run(
                    raw.resolve("animelist.csv"),
                    FOLDER.resolve(contender + ".parquet"),
                    PrepareSettings.DEFAULT.minRatings(),
                    threads,
                    contender.equals("duckdb-ordered"));
        }
        return String.format(
                Locale.ROOT,
                "%s: %,d rows, %.2f s, %.2f processor seconds, peak resident %s, peak heap %,d MB",
                contender,
                rows,
                seconds(start),
                processorSeconds(),
                peakResident(),
                peakHeapBytes() >> 20);
    }

    private static double processorSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    private static String peakResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.substring("VmHWM:".length()).strip())
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }

    private static long peakHeapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static void warm(Path file) throws IOException {
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            while (in.read(buffer) >= 0) {
                // only to bring it into the file cache
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long number(List<String> arguments, String name, long missing) {
        int place = arguments.indexOf(name);
        return place < 0 ? missing : Long.parseLong(arguments.get(place + 1));
    }
}
