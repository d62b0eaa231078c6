/// Who watches what: of each item how many users have it, what they score it, and what else they watch more of than
/// other users do. Start at [io.osusume.model.audience.Audiences]. It must not know the families of recommenders.
@NullMarked
package io.osusume.model.audience;

import org.jspecify.annotations.NullMarked;
