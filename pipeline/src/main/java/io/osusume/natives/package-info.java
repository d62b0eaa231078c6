/// Native libraries that come inside jars: taken out once into a cache folder and loaded.
/// Start at [OpenBlasLibrary]. It must not know what the libraries compute for, nor any stage.
@NullMarked
package io.osusume.natives;

import org.jspecify.annotations.NullMarked;
