package io.osusume.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The recommendations on the page.
///
/// @param source one sentence about what they rest on
/// @param moreAddress where more of them are, null if there are none or the list came as a file
record ResultsView(
        String source, List<RankedView> cards, @Nullable String moreAddress) {}
