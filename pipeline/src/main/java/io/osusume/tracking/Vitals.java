package io.osusume.tracking;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the computer and this process are doing at one moment.
final class Vitals {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Vitals() {}

    /// The memory of the computer or container.
    static long memoryBytes() {
        return system().getTotalMemorySize();
    }

    /// Metrics by name: shares in [0, 1], sizes in bytes. What the system does not say is absent.
    static SortedMap<String, Double> now() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        OperatingSystemMXBean system = system();
        share(metrics, "sys.cpu-process", system.getProcessCpuLoad());
        share(metrics, "sys.cpu-computer", system.getCpuLoad());
        share(metrics, "sys.load-average", system.getSystemLoadAverage());
        metrics.put("sys.memory-used-bytes", (double) system.getTotalMemorySize() - system.getFreeMemorySize());
        Runtime runtime = Runtime.getRuntime();
        metrics.put("sys.heap-used-bytes", (double) runtime.totalMemory() - runtime.freeMemory());
        long resident = residentBytes();
        if (resident > 0) {
            metrics.put("sys.resident-bytes", (double) resident);
        }
        return metrics;
    }

    private static void share(SortedMap<String, Double> metrics, String name, double value) {
        if (value >= 0) {
            metrics.put(name, value);
        }
    }

    private static long residentBytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .filter(digits -> !digits.isEmpty())
                    .mapToLong(digits -> Long.parseLong(digits) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    private static OperatingSystemMXBean system() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}
