/// What a fan likes, said in words and titles: what the list has more of than all lists, and what it
/// rates above its own mean. Start at [io.osusume.model.taste.Habits]. It must not know the families of
/// recommenders.
@NullMarked
package io.osusume.model.taste;

import org.jspecify.annotations.NullMarked;
