/// Splits that come as a file, so that figures can be compared with those others measured on the
/// same users. Start at [SplitFile]. It must not know models, metrics or how splits are drawn.
@NullMarked
package io.osusume.split;

import org.jspecify.annotations.NullMarked;
