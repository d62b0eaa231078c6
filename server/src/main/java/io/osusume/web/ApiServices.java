package io.osusume.web;

import io.osusume.profiles.ApiKeys;
import io.osusume.profiles.StoreCounts;
import io.osusume.serving.ChampionWatch;
import java.util.Optional;
import java.util.function.Supplier;

/// What the API needs to know its callers and to serve those who run the server.
///
/// @param keys the keys of other programs; without them no key is valid
/// @param counts how much is stored, at this moment; absent where nothing is
/// @param champion follows the registry; absent where one fixed model is served
public record ApiServices(
        Optional<ApiKeys> keys, Optional<Supplier<StoreCounts>> counts, Optional<ChampionWatch> champion) {
    /// No key is valid, nothing can be administered.
    public static final ApiServices NONE = new ApiServices(Optional.empty(), Optional.empty(), Optional.empty());
}
