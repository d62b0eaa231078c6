/// What turns a text into numbers that say what it means: one model, inside the program, offline.
/// Start at [TextEncoder]; [MiniLm] is the one there is, and what training and serving both use.
/// It must not know what is encoded, who asks, or where vectors are kept.
@NullMarked
package io.osusume.encoder;

import org.jspecify.annotations.NullMarked;
