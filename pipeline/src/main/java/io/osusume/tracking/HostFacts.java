package io.osusume.tracking;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The computer and program a run was made with.
///
/// @param process its number in the system
/// @param processStart milliseconds of the clock at which it began, 0 if the system does not say
/// @param facts by name: `host`, `os`, `java`, `processors`, `memory-bytes`, `kernels`
public record HostFacts(long process, long processStart, SortedMap<String, String> facts) {
    public HostFacts {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /// This process.
    ///
    /// @param kernels the names of what computes
    public static HostFacts here(String kernels) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("host", hostName());
        facts.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        facts.put("java", Runtime.version() + " (" + System.getProperty("java.vm.vendor") + ")");
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory-bytes", Long.toString(Vitals.memoryBytes()));
        facts.put("heap-bytes", Long.toString(Runtime.getRuntime().maxMemory()));
        facts.put("kernels", kernels);
        ProcessHandle process = ProcessHandle.current();
        return new HostFacts(process.pid(), started(process), facts);
    }

    static long started(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }

    /// Whether this very process is meant.
    boolean isThisProcess() {
        ProcessHandle here = ProcessHandle.current();
        return here.pid() == process
                && started(here) == processStart
                && hostName().equals(facts.get("host"));
    }

    private static String hostName() {
        String named = System.getenv("HOSTNAME");
        if (named != null && !named.isBlank()) {
            return named;
        }
        try {
            return java.nio.file.Files.readString(java.nio.file.Path.of("/etc/hostname"))
                    .strip();
        } catch (java.io.IOException elsewhere) {
            return "unknown";
        }
    }
}
