/// What is done to a ranking before it is shown: what was seen or must not be shown goes, franchises, popularity and
/// variety are arranged. Start at [Reranker]; their order stands in [Wishes]. It must not know how items were scored.
@NullMarked
package io.osusume.model.rerank;

import org.jspecify.annotations.NullMarked;
