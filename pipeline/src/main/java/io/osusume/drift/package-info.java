/// Whether what is asked today is what a model learnt from: shapes of lists counted in bins, and how far two counts
/// are apart. Start at [io.osusume.drift.DriftReport]. It must not know a fan, a title's id, a web server or a model.
@NullMarked
package io.osusume.drift;

import org.jspecify.annotations.NullMarked;
