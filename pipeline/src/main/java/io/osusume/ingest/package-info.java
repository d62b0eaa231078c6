/// Bringing the raw files in: found in a folder, an archive or at an address, checked while copied, kept whole.
/// Start at [Ingest]. It must not know what the data is later used for, nor any model.
@NullMarked
package io.osusume.ingest;

import org.jspecify.annotations.NullMarked;
