/// Finds titles by what fans type: names in three languages, abbreviations, other spellings, typing
/// errors, seasons. Start at [TitleSearch]; [TitleLookup] resolves what is typed to exactly one title.
/// It must not know models, recommendations, HTTP or files outside the program.
@NullMarked
package io.osusume.search;

import org.jspecify.annotations.NullMarked;
