/// What a list says about its owner: favourite kinds of titles, score habits, picks against the crowd.
/// Start at [TasteReader]. It must not know how a page shows it, nor any model.
@NullMarked
package io.osusume.taste;

import org.jspecify.annotations.NullMarked;
