/// Lists that fans bring from other sites: what stands in a list, and the readers of the file formats.
/// Start at [MalExport]. It must not know a model, a catalogue or HTTP.
@NullMarked
package io.osusume.lists;

import org.jspecify.annotations.NullMarked;
