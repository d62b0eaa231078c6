package io.osusume.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/// Processor time and the figure that stands for several turns.
final class Timing {
    private Timing() {}

    /// The processor time of all threads of this program so far.
    static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /// The median of all but the first turn, which pays for compilation.
    static double warmMedian(double[] seconds) {
        double[] warm = Arrays.copyOfRange(seconds, Math.min(1, seconds.length - 1), seconds.length);
        Arrays.sort(warm);
        return (warm[warm.length / 2] + warm[(warm.length - 1) / 2]) / 2;
    }
}
