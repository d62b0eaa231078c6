package io.osusume.web;

import io.osusume.serving.ModelState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything on the first page.
///
/// @param missing set if there is no model: then there is nothing to pick either
/// @param notice what went wrong with the last step, for the fan
/// @param query what was searched without JavaScript, empty if nothing
/// @param found what that search found
/// @param starters well-known titles to begin with, none once there are picks
/// @param settings what the form carries along beside the picks
/// @param sources where a list can be fetched by user name
/// @param kept null where the server keeps no lists
record HomeView(
        ModelState.@Nullable Missing missing,
        @Nullable String notice,
        String query,
        List<TitleView> found,
        List<PickView> picks,
        List<TitleView> starters,
        List<Controls.Parameter> settings,
        List<Source> sources,
        @Nullable Kept kept) {
    /// A service a list can be fetched from.
    ///
    /// @param ready whether the operator has given what the service asks for
    record Source(String name, boolean ready) {}

    /// What is kept here of the fan.
    ///
    /// @param titles how many titles the list has, 0 if none is kept yet
    /// @param formToken proves that a form is ours, empty for somebody new
    record Kept(int titles, String formToken) {}
}
