package io.osusume.recommend;

import io.osusume.data.Title;
import io.osusume.franchise.Part;
import java.util.Optional;

/// A title at its place in the watching order of its franchise.
///
/// @param part what it is there
/// @param label the short word for it, such as `Season 2`, if there is one
/// @param line the number of the story it belongs to: a franchise may have several
public record FranchisePart(Title title, Part part, Optional<String> label, int line) {}
