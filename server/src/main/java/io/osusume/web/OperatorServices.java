package io.osusume.web;

import io.osusume.profiles.ApiKeys;
import io.osusume.tracking.RunStore;
import java.util.Optional;

/// What pages offer those who run the server.
///
/// @param runs what has been trained, searched and judged
/// @param keys who has one with the scope `admin` is let in; without keys everybody who reaches the port is
public record OperatorServices(RunStore runs, Optional<ApiKeys> keys) {}
