/// JSON schemas of records, made from the records themselves: for the API's description and for tools
/// that a language model calls. Start at [io.osusume.schema.JsonSchemas]. It must not know what any
/// record is for.
@NullMarked
package io.osusume.schema;

import org.jspecify.annotations.NullMarked;
