package io.osusume.web;

import java.util.List;

/// What came of an import.
///
/// @param sentence the whole of it
/// @param notMatched what the catalogue does not know, named
/// @param byStatus how many titles have each status
/// @param changed how many entries of the kept list are new or other than before
/// @param query what links carry along
record ImportedView(
        String sentence, List<String> notMatched, List<ModelView.Line> byStatus, int changed, String query) {}
