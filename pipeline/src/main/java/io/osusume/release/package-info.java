/// Whether a version may be served: what the gate compares, its report, and the card that describes a
/// version.
/// Start at [Gate]. It must not know a concrete model beside popularity, a web server or a command line.
@NullMarked
package io.osusume.release;

import org.jspecify.annotations.NullMarked;
