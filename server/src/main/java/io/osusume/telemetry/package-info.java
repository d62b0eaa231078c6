/// What a server does at the moment, told to whoever watches it: the words between those who do the work
/// and those who count, time or trace it. Start at [io.osusume.telemetry.Telemetry]. It must not know
/// who watches, or anything of a fan.
@NullMarked
package io.osusume.telemetry;

import org.jspecify.annotations.NullMarked;
