/// Finds titles by what they are about: words of synopses and facts, and what they mean. Start at
/// [MeaningSearch]. It must not know how titles are recommended, HTTP, or the library that encodes.
@NullMarked
package io.osusume.meaning;

import org.jspecify.annotations.NullMarked;
