package io.osusume.web;

import io.osusume.profiles.ApiKeys;
import io.osusume.profiles.StoreCounts;
import io.osusume.serving.ChampionWatch;
import java.util.Optional;
import java.util.function.Supplier;

/// What the API needs to know its callers and to serve those who run the server.
///
/// @param settings how it treats those who ask
/// @param keys the keys of other programs; without them no key is valid
/// @param counts how much is stored, at this moment; absent where nothing is
/// @param champion follows the registry; absent where one fixed model is served
public record ApiServices(
        ApiSettings settings,
        Optional<ApiKeys> keys,
        Optional<Supplier<StoreCounts>> counts,
        Optional<ChampionWatch> champion) {
    /// No key is valid, nothing can be administered.
    public static ApiServices keyless(ApiSettings settings) {
        return new ApiServices(settings, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
