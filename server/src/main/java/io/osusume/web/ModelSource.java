package io.osusume.web;

import java.util.function.Supplier;

/// Where the server asks, at every request, for the model to serve: it must answer at once, from memory. Models of
/// the same id are the same model.
@FunctionalInterface
public interface ModelSource extends Supplier<ModelState> {}
