/// Recommenders and how they are trained: what every model promises, and below it one package a family.
/// Start at [Recommender] and [Trainer]. It must not know files, catalogues, metrics or web pages.
@NullMarked
package io.osusume.model;

import org.jspecify.annotations.NullMarked;
