/// The command line: commands, settings, and the one place where implementations are chosen and joined.
/// Start at [Main]. It must not hold logic that another program would want: that belongs to the modules below.
@NullMarked
package io.osusume.app;

import org.jspecify.annotations.NullMarked;
