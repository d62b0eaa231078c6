package io.osusume.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of the search.
///
/// @param searched what was searched, empty if nothing yet
/// @param carried what the form carries along
/// @param query what links to titles carry along
record SearchView(String searched, List<Hit> hits, List<Controls.Parameter> carried, String query) {
    /// A title found.
    ///
    /// @param called the name that fits, where the page does not show it anyway
    /// @param addAddress where it is put on the picks
    record Hit(TitleView title, @Nullable String called, boolean seen, String addAddress) {}
}
