/// Training as a stage: a trainer is run and what it did is kept beside the model it made.
/// Start at [Training]. It must not know a concrete model, a web server or a command line.
@NullMarked
package io.osusume.train;

import org.jspecify.annotations.NullMarked;
