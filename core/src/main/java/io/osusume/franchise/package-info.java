/// In which order the entries of a franchise are watched, and which of them a card may show to somebody who has seen
/// some. Start at [WatchingOrder]. It must not know a model, a profile or a page.
@NullMarked
package io.osusume.franchise;

import org.jspecify.annotations.NullMarked;
