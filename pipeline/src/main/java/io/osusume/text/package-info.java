/// What texts mean: synopses as sentence embeddings, made once and kept in a file.
/// Start at [SynopsisEmbeddings], which models learn from, and [TitleMeanings], which searches look
/// into. It must not know which models use them, nor who asks.
@NullMarked
package io.osusume.text;

import org.jspecify.annotations.NullMarked;
