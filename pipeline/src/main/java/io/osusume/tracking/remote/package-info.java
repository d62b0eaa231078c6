/// Runs sent elsewhere: what a run has on disk goes to a [io.osusume.tracking.remote.Tracker], once, whatever the
/// network
/// does. Start at [io.osusume.tracking.remote.Courier], then [io.osusume.tracking.remote.Delivery]. It must not know
/// what
/// is trained, and no work waits for it.
@NullMarked
package io.osusume.tracking.remote;

import org.jspecify.annotations.NullMarked;
