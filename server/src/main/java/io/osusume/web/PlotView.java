package io.osusume.web;

import java.util.List;

/// A plot on a page, with the table behind it.
///
/// @param text one or two sentences about what it shows
/// @param svg drawn here, every text in it escaped
/// @param key what its colours mean, none where there is one
/// @param header of the table
/// @param rows of the table, the first cell the name of the row
record PlotView(
        String id,
        String heading,
        String text,
        String svg,
        List<Key> key,
        List<String> header,
        List<List<String>> rows) {
    PlotView {
        key = List.copyOf(key);
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// A colour and what it means.
    ///
    /// @param tone a class of the style sheet
    record Key(String tone, String label) {}
}
