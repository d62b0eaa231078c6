/// Data to try everything with: 450 real, well-known titles, and simulated users with tastes of their own.
/// Start at [Generate]. It must not know a model, nor hide that its users are simulated.
@NullMarked
package io.osusume.sample;

import org.jspecify.annotations.NullMarked;
