/// What a server counts and times of its work, in the text format of Prometheus, on a port of its own.
/// Start at [io.osusume.metrics.Metrics]. It must not know pages, lists or stored profiles; its labels
/// come from closed lists.
@NullMarked
package io.osusume.metrics;

import org.jspecify.annotations.NullMarked;
