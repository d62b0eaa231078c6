/// Files as the stages leave them and everybody reads them: safetensors, manifests, hashes, folders that appear whole.
/// Start at [ArtifactFolder]. It must not know what a file means: no models, no catalogue, no stage.
@NullMarked
package io.osusume.artifact;

import org.jspecify.annotations.NullMarked;
