/// From a fan's sentence to what is wanted, by rules alone. Start at [Understanding], which makes a
/// [Request] (its [Want], the [NamedTitle]s and the filter) of a sentence and the [Turn] before it;
/// all of them are immutable. It must not know who answers, HTTP, pages or language models.
@NullMarked
package io.osusume.understand;

import org.jspecify.annotations.NullMarked;
