/// Artifacts in Google Cloud Storage: whole files sent and fetched with checksums, small texts replaced only if nobody
/// was quicker. Start at [Buckets], the one class that knows Google's client, and [StoredFolder], an artifact folder in
/// a bucket. It must not know what an artifact means; stages and the registry read and write local folders, and this
/// package brings them to and fro.
@NullMarked
package io.osusume.storage;

import org.jspecify.annotations.NullMarked;
