package io.osusume.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One measured number of a run.
///
/// @param time when it was measured
/// @param step the epoch, trial or sample it belongs to; null for a figure of the whole run
/// @param name such as `loss`, `validation-loss`, `ndcg@10`
/// @param value may be `NaN` or infinity, which no tracker elsewhere takes
public record MetricLine(Instant time, @Nullable Integer step, String name, double value) {}
