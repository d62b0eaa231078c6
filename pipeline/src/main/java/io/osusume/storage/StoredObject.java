package io.osusume.storage;

/// An object as the store has it.
///
/// @param name where it lies
/// @param sizeBytes its length
/// @param crc32c its checksum (CRC-32C, Castagnoli) as an unsigned number of 32 bits
/// @param generation the number the store gave this content; another content under the same name has another
public record StoredObject(ObjectName name, long sizeBytes, long crc32c, long generation) {}
