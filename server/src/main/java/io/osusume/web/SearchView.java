package io.osusume.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of the search.
///
/// @param searched what was searched, empty if nothing yet
/// @param hits titles that are called so
/// @param described titles that are about it, none where a title's name was meant
/// @param wordsAlone whether descriptions are searched by their words, for what they mean is not known
/// @param carried what the form carries along
/// @param query what links to titles carry along
record SearchView(
        String searched,
        List<Hit> hits,
        List<Hit> described,
        boolean wordsAlone,
        List<Controls.Parameter> carried,
        String query) {
    /// A title found.
    ///
    /// @param called the name that fits, where the page does not show it anyway
    /// @param addAddress where it is put on the picks
    record Hit(TitleView title, @Nullable String called, boolean seen, String addAddress) {}
}
