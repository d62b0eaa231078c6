/// The neural network of the system this project replaces: user and item embeddings, one weight, batch
/// normalisation. Start at [io.osusume.model.net.EmbeddingNetTrainer], whose two recipes say what the
/// original did and what it lacked. It must not know files, catalogues, metrics of rankings or web
/// pages.
@NullMarked
package io.osusume.model.net;

import org.jspecify.annotations.NullMarked;
