package io.osusume.tracking;

/// Something a run made or used, by reference: the file or folder stays where it is.
///
/// @param name what it is to the run: `model`, `report`
/// @param path where it lies, relative to the artifacts folder where it is inside
/// @param sizeBytes of the file, or of all files of the folder
/// @param sha256 of the file; of a folder, that of its `manifest.json`, which has those of all others
public record RunArtifact(String name, String path, long sizeBytes, String sha256) {}
