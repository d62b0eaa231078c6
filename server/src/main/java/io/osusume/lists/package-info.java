/// Lists that fans bring from other sites: what stands in a list, the readers of the file formats, the summary of an
/// import and the file to take a list elsewhere. Start at [MalExport]. It must not know a model or HTTP.
@NullMarked
package io.osusume.lists;

import org.jspecify.annotations.NullMarked;
