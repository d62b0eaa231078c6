/// Spans of a server's work for OpenTelemetry, sent to a collector over HTTP. Start at
/// [io.osusume.tracing.Tracing]. It must not know pages, lists or stored profiles; no attribute says
/// anything of a fan.
///
/// It must not be loaded where tracing is off: that is why it costs nothing there.
@NullMarked
package io.osusume.tracing;

import org.jspecify.annotations.NullMarked;
