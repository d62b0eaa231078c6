/// Every setting of the program: its key, range and default, and where its value came from.
/// Start at [Settings]. It must not know what a setting is for: commands turn values into the records of the stages.
@NullMarked
package io.osusume.app.settings;

import org.jspecify.annotations.NullMarked;
