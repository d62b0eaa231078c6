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
record HomeView(
        ModelState.@Nullable Missing missing,
        @Nullable String notice,
        String query,
        List<TitleView> found,
        List<PickView> picks,
        List<TitleView> starters,
        List<Controls.Parameter> settings) {}
