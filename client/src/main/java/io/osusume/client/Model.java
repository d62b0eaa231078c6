package io.osusume.client;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The model that answers.
///
/// @param servesLists whether it serves lists it never saw
/// @param created when it was trained
/// @param metrics what was measured when it was trained
public record Model(
        String id,
        String family,
        boolean servesLists,
        Instant created,
        int users,
        int items,
        int titles,
        Map<String, String> settings,
        Map<String, Double> metrics) {
    public Model {
        settings = Map.copyOf(settings);
        metrics = Map.copyOf(metrics);
    }

    /// Which model is served, for those who run the server.
    ///
    /// @param model its id, null if there is none
    /// @param follows whether another champion is taken up by itself
    /// @param missing why there is none, null if there is one
    /// @param refused a champion that is not served, null if there is none such
    public record State(
            @Nullable String model,
            boolean follows,
            @Nullable String missing,
            @Nullable Refused refused) {}

    /// A version that is not served.
    public record Refused(String id, String reason) {}
}
